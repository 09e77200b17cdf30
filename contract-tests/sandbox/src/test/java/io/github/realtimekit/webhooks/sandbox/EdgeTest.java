package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for none of the operations. */
class EdgeTest extends SandboxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/accounts/account/realtime/kit/app/unknown",
        "/accounts/account/realtime/kit/app/webhooks/",
        "/accounts/account/realtime/kit/app/webhooks/" + UNKNOWN_ID + "/",
        "/accounts/account/realtime/kit//webhooks",
        "/accounts//realtime/kit/app/webhooks",
        "/Accounts/account/realtime/kit/app/webhooks",
      })
  void http404UnknownPath(String path) {
    wire.send("GET", path, null)
        .isEdgeError(404, "{\"code\":7000,\"message\":\"No route for that URI\"}");
  }

  @Test
  void queryIsNoPartOfThePath() {
    wire.send("GET", wire.webhooks("?page=1"), null).isError(404, "No webhooks found");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, '', 'GET, POST'",
    "PATCH, '', 'GET, POST'",
    "DELETE, '', 'GET, POST'",
    "OPTIONS, '', 'GET, POST'",
    "POST, /one, 'GET, PUT, PATCH, DELETE'",
    "get, /one, 'GET, PUT, PATCH, DELETE'",
  })
  void http405OtherMethod(String method, String rest, String allow) {
    Reply reply = wire.send(method, wire.webhooks(rest), "{}");

    reply.isEdgeError(405, "{\"code\":7001,\"message\":\"Method not available for that URI\"}");
    assertThat(reply.header("allow")).isEqualTo(allow);
  }

  @Test
  void http405HeadWithoutBody() {
    Reply reply = wire.send("HEAD", wire.webhooks(""), null);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.text()).isEmpty();
    assertThat(reply.header("allow")).isEqualTo("GET, POST");
  }

  @Test
  void http413MoreThanOneMebibyte() {
    String reason = "{\"code\":413,\"message\":\"Request body is too large\"}";

    for (int size : new int[] {(1 << 20) + 1, 5 << 20}) {
      wire.send("POST", wire.webhooks(""), " ".repeat(size)).isEdgeError(413, reason);
    }
    wire.list().isError(404, "No webhooks found");
  }

  @Test
  void bodyOfOneMebibytePasses() {
    String request = body("one", "https://example.com/one");
    String padded = request + " ".repeat((1 << 20) - request.length());

    assertThat(wire.create(padded).status()).isEqualTo(201);
  }

  @Test
  void eachResponseHasACfRayOfItsOwn() {
    Set<String> rays = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      rays.add(wire.create(body("one", "https://example.com/one")).header("cf-ray"));
      rays.add(wire.send("GET", "/", null).header("cf-ray"));
      rays.add(wire.withAuthorization("Bearer wrong-token").list().header("cf-ray"));
    }

    assertThat(rays).hasSize(30).allMatch(ray -> ray.matches("[0-9a-f]{16}-SANDBOX"));
  }
}
