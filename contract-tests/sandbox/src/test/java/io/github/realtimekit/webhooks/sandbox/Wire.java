package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.github.realtimekit.webhooks.spec.rules.HttpValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the sandbox over HTTP on behalf of one app, and holds the responses to the spec. */
record Wire(URI baseUrl, @Nullable String authorization, String account, String app) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  static Wire to(URI baseUrl) {
    return new Wire(baseUrl, "Bearer sandbox-token", "account", "app");
  }

  Wire withAuthorization(@Nullable String other) {
    return new Wire(baseUrl, other, account, app);
  }

  Wire withApp(String otherAccount, String otherApp) {
    return new Wire(baseUrl, authorization, otherAccount, otherApp);
  }

  /** The path of the app's webhooks, and of what follows it. */
  String webhooks(String rest) {
    return "/accounts/" + account + "/realtime/kit/" + app + "/webhooks" + rest;
  }

  Reply list() {
    return call("GET", "", null);
  }

  Reply create(String body) {
    return call("POST", "", body);
  }

  Reply get(String id) {
    return call("GET", "/" + id, null);
  }

  Reply replace(String id, String body) {
    return call("PUT", "/" + id, body);
  }

  Reply edit(String id, String body) {
    return call("PATCH", "/" + id, body);
  }

  Reply delete(String id) {
    return call("DELETE", "/" + id, null);
  }

  /** Makes a call whose response must be one that the spec has. */
  Reply call(String method, String rest, @Nullable String body) {
    Reply reply = send(method, webhooks(rest), body);
    assertThat(againstSpec(method, rest, reply)).as("%s %s: %s", method, rest, reply).isEmpty();
    return reply;
  }

  /** Makes a call whose response need not be one that the spec has. */
  Reply send(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  List<Message> againstSpec(String method, String rest, Reply reply) {
    return HttpValidator.response(
        method, webhooks(rest), reply.status(), reply.headers().map(), reply.text());
  }
}
