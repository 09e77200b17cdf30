package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.output.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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
   * @throws IOException if it cannot be read, or is something else
   * @throws IllegalArgumentException if the body is not Base64
   */
  static StoredDelivery read(Path file) throws IOException {
    byte[] bytes =
        file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
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
      if (object.get("body_base64") instanceof String base64) {
        return new StoredDelivery(headers, ByteString.of(Base64.getDecoder().decode(base64)));
      }
    }
    throw new IOException("not a delivery that listen stored");
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
