package io.github.realtimekit.webhooks.cli.output;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.ModelAdapters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, numbers and booleans. */
public final class Json {
  private static final Moshi MOSHI = new Moshi.Builder().add(new ModelAdapters()).build();
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class);

  /** DEL, C1 control and format characters, which JSON allows and a terminal obeys or hides. */
  private static final Pattern CONTROL = Pattern.compile("[\\x7f-\\x9f\\p{Cf}]");

  /** Integers that fit into a long; Moshi would read them as floating-point numbers. */
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");

  private Json() {}

  /** Returns the fields of a model by their names in the API, without those left out. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> fields(Object model) {
    JsonAdapter<Object> adapter = (JsonAdapter<Object>) MOSHI.adapter(model.getClass());
    return (Map<String, Object>) adapter.toJsonValue(model);
  }

  /**
   * Returns the fields of a JSON object.
   *
   * @throws IllegalArgumentException if the text is not a JSON object
   */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(String text) {
    if (valueOrText(text) instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  /** Returns the value of a JSON text; the text itself if it is not JSON. */
  public static @Nullable Object valueOrText(String text) {
    try {
      return INTEGER.matcher(text).matches() ? Long.valueOf(text) : ANY.fromJson(text);
    } catch (IOException | JsonDataException notJson) {
      return text;
    }
  }

  /** Returns the value as JSON without line breaks. */
  public static String oneLine(Object value) {
    return write(value, "");
  }

  /** Returns the value as JSON indented by two spaces. */
  public static String indented(Object value) {
    return write(value, "  ");
  }

  private static String write(Object value, String indent) {
    Buffer json = new Buffer();
    try (JsonWriter writer = JsonWriter.of(json)) {
      writer.setIndent(indent);
      writer.setSerializeNulls(true);
      writer.jsonValue(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return escapeControls(json.readUtf8());
  }

  private static String escapeControls(String json) {
    return CONTROL
        .matcher(json)
        .replaceAll(
            match ->
                match
                    .group()
                    .chars()
                    .mapToObj("\\\\u%04x"::formatted)
                    .collect(Collectors.joining()));
  }
}
