package io.github.realtimekit.webhooks.cli;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.ModelAdapters;
import io.github.realtimekit.webhooks.Webhook;
import java.io.IOException;
import java.util.Map;

/** JSON as maps, lists, text and booleans. */
final class Json {
  private static final Moshi MOSHI = new Moshi.Builder().add(new ModelAdapters()).build();
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class);

  private Json() {}

  /**
   * The fields of a webhook under their names in the API; what its answer left out is not there.
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> fields(Webhook webhook) {
    return (Map<String, Object>) MOSHI.adapter(Webhook.class).toJsonValue(webhook);
  }

  /**
   * The fields of a JSON object.
   *
   * @throws IllegalArgumentException if the text is none
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String text) {
    try {
      if (ANY.fromJson(text) instanceof Map<?, ?> object) {
        return (Map<String, Object>) object;
      }
    } catch (IOException notJson) {
      throw new IllegalArgumentException("Not JSON: " + text, notJson);
    }
    throw new IllegalArgumentException("Not a JSON object: " + text);
  }

  static String oneLine(Object value) {
    return ANY.toJson(value);
  }

  static String indented(Object value) {
    return ANY.indent("  ").toJson(value);
  }
}
