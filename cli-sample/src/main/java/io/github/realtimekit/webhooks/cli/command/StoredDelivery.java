package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.option.InputFile;
import io.github.realtimekit.webhooks.cli.output.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Headers and body of a delivery as they came. In JSON it is an object with the fields {@code
 * headers} and {@code body}; or {@code body_base64}, if the bytes are not UTF-8.
 *
 * @param headers values by names in any case
 */
record StoredDelivery(Map<String, String> headers, ByteString body) {
  StoredDelivery {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = sorted;
  }

  /**
   * Reads a file that {@code listen --save} wrote, or the first line of {@code listen -o ndjson}.
   *
   * @param file - for standard input
   * @throws IOException if it cannot be read, or is something else; the message names the file
   */
  static StoredDelivery read(Path file) throws IOException {
    String text = new String(InputFile.read(file), StandardCharsets.UTF_8).strip();
    Object json = Json.valueOrText(text);
    if (json instanceof String) { // Not one value: several lines, or no JSON.
      json = Json.valueOrText(text.lines().findFirst().orElse(""));
    }
    if (json instanceof Map<?, ?> object && object.get("headers") instanceof Map<?, ?> fields) {
      Map<String, String> headers = new LinkedHashMap<>();
      fields.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
      if (object.get("body") instanceof String body) {
        return new StoredDelivery(headers, ByteString.encodeUtf8(body));
      }
      @Nullable ByteString decoded =
          ByteString.decodeBase64(String.valueOf(object.get("body_base64")));
      if (object.containsKey("body_base64") && decoded != null) {
        return new StoredDelivery(headers, decoded);
      }
    }
    throw new IOException("Cannot read " + file + ": not a delivery that listen stored");
  }

  void addTo(Map<String, @Nullable Object> json) {
    json.put("headers", headers);
    String text = body.utf8();
    if (ByteString.encodeUtf8(text).equals(body)) {
      json.put("body", text);
    } else {
      json.put("body_base64", body.base64());
    }
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }
}
