package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest extends SandboxTest {
  private static final String TEXT = "\"{\\n  message: \\\"Unauthorized\\\"\\n}\\n\"";
  private static final String TEXT_AS_JSON =
      "\"{\\n  \\\"message\\\": \\\"Unauthorized\\\"\\n}\\n\"";

  @ParameterizedTest
  @CsvSource({
    "GET,, false",
    "POST,, false",
    "GET, /ID, false",
    "PUT, /ID, false",
    "PATCH, /ID, true",
    "DELETE, /ID, true",
  })
  void http401ForEachOperation(String method, @Nullable String rest, boolean asJson) {
    String id = sandbox.app("account", "app").addWebhook("one", "https://example.com/one");
    String path = rest == null ? "" : rest.replace("ID", id);
    String request =
        method.equals("GET") || method.equals("DELETE")
            ? null
            : body("two", "https://example.com/2");
    Reply reply = wire.withAuthorization("Bearer wrong-token").call(method, path, request);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text()).isEqualTo(asJson ? TEXT_AS_JSON : TEXT);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(wire.list().data())
        .extracting(webhook -> webhook.get("name").asText())
        .containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer sandbox-toke",
        "Bearer sandbox-tokens",
        "Bearer SANDBOX-TOKEN",
        "Bearer a/b+c~d=="
      })
  void http401OtherToken(String authorization) {
    assertThat(wire.withAuthorization(authorization).list().status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer sandbox-token", "bearer sandbox-token", "BEARER  sandbox-token"})
  void schemeInAnyCase(String authorization) {
    wire.withAuthorization(authorization).list().isError(404, "No webhooks found");
  }

  /** Not in the spec: the edge responds so whatever the operation. */
  @Test
  void http400NoCredentials() {
    Wire without = wire.withAuthorization(null);
    String reason =
        "{\"code\":9106,\"message\":\"Missing X-Auth-Key, X-Auth-Email or Authorization headers\"}";

    without.send("GET", without.webhooks(""), null).isEdgeError(400, reason);
    without.send("DELETE", without.webhooks("/" + UNKNOWN_ID), null).isEdgeError(400, reason);
  }

  /** As at the edge: who has no token does not learn which paths there are. */
  @ParameterizedTest
  @ValueSource(strings = {"/accounts/account/unknown", "/accounts", ""})
  void tokenIsCheckedBeforeThePath(String path) {
    assertThat(wire.withAuthorization(null).send("GET", path, null).status()).isEqualTo(400);
    assertThat(wire.withAuthorization("Bearer wrong-token").send("GET", path, null).status())
        .isEqualTo(401);
    assertThat(wire.send("GET", path, null).status()).isEqualTo(404);
  }

  @Test
  void tokenIsCheckedBeforeMethodAndId() {
    Wire wrong = wire.withAuthorization("Bearer wrong-token");

    assertThat(wrong.send("PUT", wrong.webhooks(""), "{}").status()).isEqualTo(401);
    assertThat(wrong.send("GET", wrong.webhooks("/not-a-uuid"), null).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "sandbox-token",
        "Basic c2FuZGJveA==",
        "Bearer a b",
        "Bearer ä"
      })
  void http400MalformedHeader(String authorization) {
    Wire malformed = wire.withAuthorization(authorization);

    malformed
        .send("GET", malformed.webhooks(""), null)
        .isEdgeError(
            400,
            "{\"code\":6003,\"message\":\"Invalid request headers\",\"error_chain\":"
                + "[{\"code\":6111,\"message\":\"Invalid format for Authorization header\"}]}");
  }
}
