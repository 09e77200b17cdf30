package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Output.Format;
import io.github.realtimekit.webhooks.cli.output.Change;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Options to print a request instead of sending it. As an interceptor it lets GET requests pass,
 * prints any other, and responds with a webhook without fields, which is not printed.
 */
public final class DryRun implements Interceptor {
  @Option(
      names = "--dry-run",
      description = "Print what would be sent, and what that would change, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--curl",
      description = "Print the request as a curl command instead of sending it.")
  private boolean curl;

  @Mixin private Output output;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Returns whether no change is to be made. */
  public boolean isOn() {
    return dryRun || curl;
  }

  /** Prints a webhook that was changed, and a line such as {@code Deleted webhook ….} */
  public void show(Webhook webhook, String done) {
    if (isOn()) {
      command.commandLine().getErr().println("Dry run: nothing was changed.");
    } else {
      output.print(webhook);
      output.confirm(done + " webhook " + Field.id.text(webhook) + ".");
    }
  }

  /** Gets the whole of an edited webhook, since the API responds to an edit with a part of it. */
  public void showEdited(WebhooksClient client, UUID id, Webhook edited, String done) {
    Webhook whole = edited;
    if (!isOn() && !edited.missingFields().isEmpty()) {
      try {
        whole = client.getWebhook(id);
      } catch (RealtimeKitException e) {
        // The change was made all the same: show what its response has.
      }
    }
    show(whole, done);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!isOn() || request.method().equals("GET")) {
      return chain.proceed(request);
    }
    if (curl) {
      out().println(curl(request));
    } else if (Set.of("PATCH", "PUT").contains(request.method())) {
      Response current = chain.proceed(request.newBuilder().get().build());
      if (!current.isSuccessful()) {
        return current;
      }
      print(request, data(current));
    } else {
      print(request, null);
    }
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("dry run")
        .body(
            ResponseBody.create(
                "{\"success\":true,\"data\":{}}", MediaType.get("application/json")))
        .build();
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(Response response) throws IOException {
    try (ResponseBody body = response.body()) {
      return body != null
              && Json.valueOrText(body.string()) instanceof Map<?, ?> envelope
              && envelope.get("data") instanceof Map<?, ?> data
          ? (Map<String, Object>) data
          : Map.of();
    }
  }

  /** Returns a command for a POSIX shell, with the token taken from the environment. */
  private static String curl(Request request) throws IOException {
    String body = body(request);
    String command =
        "curl -X %s %s \\\n  -H \"Authorization: Bearer $CLOUDFLARE_API_TOKEN\""
            .formatted(request.method(), quote(request.url().toString()));
    return body.isEmpty()
        ? command
        : command + " \\\n  -H 'Content-Type: application/json' \\\n  --data-raw " + quote(body);
  }

  private static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String body(Request request) throws IOException {
    Buffer buffer = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(buffer);
    }
    return buffer.readUtf8();
  }

  /**
   * Prints a request and what it would change.
   *
   * @param before fields of the webhook as it is; null if the request does not change one
   */
  private void print(Request request, @Nullable Map<String, Object> before) throws IOException {
    String body = body(request);
    Map<String, Object> sent = body.isEmpty() ? Map.of() : output.chosen(Json.object(body));
    Map<String, Change> changes = before == null ? Map.of() : changes(before, sent);
    if (output.isQuiet()) {
      if (!request.method().equals("POST")) {
        out().println(request.url().pathSegments().get(request.url().pathSize() - 1));
      }
    } else if (output.format() == Format.json || output.format() == Format.ndjson) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("method", request.method());
      json.put("url", request.url().toString());
      if (!sent.isEmpty()) {
        json.put("body", sent);
      }
      if (before != null) {
        json.put("changes", Change.json(changes));
      }
      out().println(output.format() == Format.json ? Json.indented(json) : Json.oneLine(json));
    } else {
      out().println(request.method() + " " + request.url());
      if (!sent.isEmpty()) {
        out().println(Json.indented(sent));
      }
      if (before != null) {
        out().println(changes.isEmpty() ? "\nNothing would change." : "\nIt would change:");
        Change.print(out(), "  ", changes);
      }
    }
  }

  private static Map<String, Change> changes(Map<String, Object> before, Map<String, Object> sent) {
    Map<String, Change> changes = new LinkedHashMap<>();
    sent.forEach(
        (field, value) -> {
          if (!Objects.equals(before.get(field), value)) {
            changes.put(field, new Change(before.get(field), value));
          }
        });
    return changes;
  }
}
