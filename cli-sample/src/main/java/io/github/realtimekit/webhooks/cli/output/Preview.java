package io.github.realtimekit.webhooks.cli.output;

import io.github.realtimekit.webhooks.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A request that is shown instead of sent.
 *
 * @param id id of the webhook that it concerns; null for one that does not exist yet
 * @param body fields of the JSON body; empty if there is no body
 * @param before fields of the webhook as it is; null if the request does not change one
 */
public record Preview(
    @Nullable String id,
    String method,
    String url,
    String bodyText,
    Map<String, Object> body,
    @Nullable Map<String, Object> before) {

  /** Takes the request that Retrofit would send for the call. */
  public static Preview of(Call<?> call, @Nullable String id, @Nullable Webhook before) {
    Request request = call.request();
    String body = body(request);
    return new Preview(
        id,
        request.method(),
        request.url().toString(),
        body,
        body.isEmpty() ? Map.of() : Json.object(body),
        before == null ? null : Json.fields(before));
  }

  private static String body(Request request) {
    Buffer buffer = new Buffer();
    try {
      if (request.body() != null) {
        request.body().writeTo(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  /**
   * Returns the request as a curl command for a POSIX shell, with the token taken from the
   * environment.
   */
  public String curl() {
    String command =
        "curl -X %s %s \\\n  -H \"Authorization: Bearer $CLOUDFLARE_API_TOKEN\""
            .formatted(method, quote(url));
    return bodyText.isEmpty()
        ? command
        : command
            + " \\\n  -H 'Content-Type: application/json' \\\n  --data-raw "
            + quote(Json.oneLine(body));
  }

  private static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Prints the request and what it would change, in the format and fields of the printer. */
  public void print(WebhookPrinter printer) {
    Console console = printer.console();
    if (printer.idsOnly()) {
      if (id != null) {
        console.out().println(id);
      }
    } else if (printer.format() == Format.JSON) {
      console.out().println(Json.indented(json(printer.fields())));
    } else if (printer.format() == Format.NDJSON) {
      console.out().println(Json.oneLine(json(printer.fields())));
    } else {
      printText(printer);
    }
  }

  private Map<String, Object> json(@Nullable List<Field> fields) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", method);
    json.put("url", url);
    Map<String, Object> sent = WebhookPrinter.chosen(body, fields);
    if (!sent.isEmpty()) {
      json.put("body", sent);
    }
    if (before != null) {
      Map<String, Object> changes = new LinkedHashMap<>();
      for (String field : changed(before, sent)) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("old", before.get(field));
        change.put("new", sent.get(field));
        changes.put(field, change);
      }
      json.put("changes", changes);
    }
    return json;
  }

  private void printText(WebhookPrinter printer) {
    Console console = printer.console();
    console.out().println(method + " " + url);
    Map<String, Object> sent = WebhookPrinter.chosen(body, printer.fields());
    if (!sent.isEmpty()) {
      console.out().println(Json.indented(sent));
    }
    if (before == null) {
      return;
    }
    List<String> changed = changed(before, sent);
    if (changed.isEmpty()) {
      console.out().println("\nNothing would change.");
    } else {
      console.out().println();
      new Table(
              List.of("FIELD", "OLD", "NEW"),
              changed.stream()
                  .map(
                      field ->
                          List.of(
                              field,
                              text(before.get(field), printer),
                              text(sent.get(field), printer)))
                  .toList())
          .print(console);
    }
  }

  private static List<String> changed(Map<String, Object> before, Map<String, Object> sent) {
    return sent.keySet().stream()
        .filter(field -> !Objects.equals(before.get(field), sent.get(field)))
        .toList();
  }

  private static String text(@Nullable Object value, WebhookPrinter printer) {
    return value == null ? "-" : Field.text(value, printer.zone());
  }
}
