package io.github.realtimekit.webhooks.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Names the fields of a JSON value, as in {@code data[].events[]}: all entries of an array are one.
 */
final class Fields {
  private final Set<String> found = new LinkedHashSet<>();

  private Fields() {}

  static Set<String> of(JsonNode json) {
    Fields fields = new Fields();
    fields.collect("", json);
    return fields.found;
  }

  private void collect(String path, JsonNode json) {
    if (json.isObject()) {
      json.properties().forEach(field -> collect(join(path, field.getKey()), field.getValue()));
    } else if (json.isArray()) {
      json.forEach(entry -> collect(path + "[]", entry));
    } else if (!path.isEmpty()) {
      found.add(path);
    }
  }

  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
