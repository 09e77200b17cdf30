package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.cli.option.WebhookIdConverter;
import io.github.realtimekit.webhooks.cli.option.WebhookUrlConverter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * YAML that says which webhooks an app should have.
 *
 * <pre>
 * webhooks:
 *   - name: Calls
 *     url: https://example.com/hooks
 *     events: [meeting.started, meeting.ended]   # or: all
 *     enabled: true                              # left alone if it is not given
 *     id: 0d1f069d-43bb-489a-ad8c-7eb95592ba8e   # only where the URL is to change
 * </pre>
 */
final class WebhookFile {
  private static final Set<String> FIELDS = Set.of("id", "name", "url", "events", "enabled");

  private WebhookFile() {}

  /**
   * Adds the webhooks of a file to a plan.
   *
   * @param events reads the names of events
   * @throws IllegalArgumentException if the file is not YAML, or not of this shape; the message
   *     names the place
   */
  static void read(
      String yaml, WebhookPlan.Builder plan, Function<List<String>, List<EventType>> events) {
    List<?> webhooks = list(map(load(yaml), "the file"), "webhooks", "the file");
    for (int i = 0; i < webhooks.size(); i++) {
      String place = "webhooks[" + i + "]";
      Map<?, ?> webhook = map(webhooks.get(i), place);
      for (Object field : webhook.keySet()) {
        if (!FIELDS.contains(String.valueOf(field))) {
          throw new IllegalArgumentException(
              "%s has an unknown field '%s'; known are name, url, events, enabled and id"
                  .formatted(place, field));
        }
      }
      WebhookRequest request = request(webhook, place, events);
      if (webhook.containsKey("id")) {
        plan.webhook(id(text(webhook, "id", place)), request);
      } else {
        plan.webhook(request);
      }
    }
  }

  /** Returns the file for the webhooks that an app has, without their ids. */
  static String write(List<Webhook> webhooks) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Webhook webhook : webhooks) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", webhook.name());
      entry.put("url", webhook.url().toString());
      entry.put("events", webhook.events().stream().map(EventType::value).toList());
      entry.put("enabled", webhook.enabled());
      entries.add(entry);
    }
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(Map.of("webhooks", entries));
  }

  private static @Nullable Object load(String yaml) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
    }
  }

  private static WebhookRequest request(
      Map<?, ?> webhook, String place, Function<List<String>, List<EventType>> events) {
    WebhookRequest.Builder request =
        WebhookRequest.builder()
            .name(text(webhook, "name", place))
            .url(new WebhookUrlConverter().convert(text(webhook, "url", place)))
            .events(events.apply(events(webhook, place)));
    if (webhook.containsKey("enabled")) {
      if (!(webhook.get("enabled") instanceof Boolean enabled)) {
        throw new IllegalArgumentException(place + ".enabled is neither true nor false");
      }
      request.enabled(enabled);
    }
    return request.build();
  }

  private static List<String> events(Map<?, ?> webhook, String place) {
    return webhook.get("events") instanceof String one
        ? List.of(one)
        : list(webhook, "events", place).stream().map(String::valueOf).toList();
  }

  private static UUID id(String text) {
    return new WebhookIdConverter().convert(text);
  }

  private static Map<?, ?> map(@Nullable Object value, String place) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(place + " is not a mapping with fields");
  }

  private static List<?> list(Map<?, ?> map, String field, String place) {
    if (map.get(field) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(place + " has no list '" + field + "'");
  }

  private static String text(Map<?, ?> map, String field, String place) {
    if (map.get(field) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(place + " has no text '" + field + "'");
  }
}
