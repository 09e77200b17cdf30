package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.Webhook;
import java.io.IOException;
import java.util.ArrayList;
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
 * @param body JSON; empty if there is none
 * @param before the fields that the webhook has; null if there is none yet, or none afterwards
 */
record Preview(
    String method, String url, Map<String, Object> body, @Nullable Map<String, Object> before) {

  /** Retrofit makes the request without sending it, so this is the one that would be sent. */
  static Preview of(Call<?> call, @Nullable Webhook before) {
    Request request = call.request();
    return new Preview(
        request.method(),
        request.url().toString(),
        body(request),
        before == null ? null : Json.fields(before));
  }

  private static Map<String, Object> body(Request request) {
    if (request.body() == null) {
      return Map.of();
    }
    Buffer buffer = new Buffer();
    try {
      request.body().writeTo(buffer);
    } catch (IOException impossible) {
      throw new AssertionError("a buffer takes everything", impossible);
    }
    return Json.object(buffer.readUtf8());
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", method);
    json.put("url", url);
    if (!body.isEmpty()) {
      json.put("body", body);
    }
    if (before != null) {
      Map<String, Object> changes = new LinkedHashMap<>();
      for (String field : changed()) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("old", before.get(field));
        change.put("new", body.get(field));
        changes.put(field, change);
      }
      json.put("changes", changes);
    }
    return json;
  }

  void print(Terminal terminal) {
    System.out.println(method + " " + url);
    if (!body.isEmpty()) {
      System.out.println(Json.indented(body));
    }
    if (before != null && changed().isEmpty()) {
      System.out.println("\nNothing would change.");
    } else if (before != null) {
      System.out.println();
      List<List<String>> rows = new ArrayList<>(List.of(List.of("FIELD", "OLD", "NEW")));
      changed().forEach(field -> rows.add(List.of(field, text(before, field), text(body, field))));
      new Table(rows).print(terminal);
    }
    terminal.tell("Nothing was changed: this was a dry run.");
  }

  private List<String> changed() {
    Map<String, Object> old = before == null ? Map.of() : before;
    return body.keySet().stream()
        .filter(field -> !Objects.equals(old.get(field), body.get(field)))
        .toList();
  }

  private static String text(Map<String, Object> fields, String field) {
    Object value = fields.get(field);
    return value == null ? "-" : Text.of(value, false);
  }
}
