package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Sample bodies: the examples of the OpenAPI file that the client's jar holds. */
final class SampleEvent {
  private static final String SPEC = "/META-INF/openapi/realtimekit-webhooks.yaml";

  private SampleEvent() {}

  /** Returns the example of an event; only its type if the file has none. */
  static Map<String, Object> of(String type) {
    Map<?, ?> schemas = map(map(load().get("components")).get("schemas"));
    Map<?, ?> mapping = map(map(map(schemas.get("Event")).get("discriminator")).get("mapping"));
    String reference = String.valueOf(mapping.get(type));
    Map<?, ?> schema = map(schemas.get(reference.substring(reference.lastIndexOf('/') + 1)));
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("event", type);
    map(schema.get("example")).forEach((field, value) -> sample.put(String.valueOf(field), value));
    return sample;
  }

  /**
   * Sets a field of a sample.
   *
   * @param path names with dots between them
   * @return whether the sample had the field
   */
  @SuppressWarnings("unchecked")
  static boolean set(Map<String, Object> sample, String path, @Nullable Object value) {
    String[] names = path.split("\\.", -1);
    Map<String, Object> object = sample;
    for (int i = 0; i < names.length - 1; i++) {
      Map<String, Object> child = new LinkedHashMap<>();
      if (object.get(names[i]) instanceof Map<?, ?> existing) {
        child.putAll((Map<String, Object>) existing);
      }
      object.put(names[i], child);
      object = child;
    }
    String last = names[names.length - 1];
    boolean found = object.containsKey(last);
    object.put(last, value);
    return found;
  }

  private static Map<?, ?> load() {
    try (InputStream spec =
        Objects.requireNonNull(WebhooksClient.class.getResourceAsStream(SPEC), SPEC)) {
      return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(spec));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
