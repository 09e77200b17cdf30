package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.cli.command.WebhookPlan.Wanted;
import io.github.realtimekit.webhooks.cli.option.Converters;
import io.github.realtimekit.webhooks.cli.option.Events;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Json;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import picocli.CommandLine.TypeConversionException;

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

  private final boolean allowUnknownEvents;
  private final Set<Object> urls = new HashSet<>();
  private final Set<Object> ids = new HashSet<>();

  private WebhookFile(boolean allowUnknownEvents) {
    this.allowUnknownEvents = allowUnknownEvents;
  }

  /**
   * Reads the webhooks of a file.
   *
   * @throws IllegalArgumentException if the file is not YAML, or not of this shape; the message
   *     begins with line and column
   */
  static List<Wanted> read(String yaml, boolean allowUnknownEvents) {
    try {
      @Nullable Node root = new Yaml().compose(new StringReader(yaml));
      if (root == null) {
        throw new IllegalArgumentException("1:1: the file is empty");
      }
      return new WebhookFile(allowUnknownEvents).webhooks(root);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new IllegalArgumentException(
          "%d:%d: not YAML: %s".formatted(mark.getLine() + 1, mark.getColumn() + 1, e.getProblem()),
          e);
    } catch (ReaderException e) {
      String before = yaml.substring(0, Math.max(0, yaml.indexOf(e.getCodePoint())));
      throw new IllegalArgumentException(
          "%d:%d: not YAML: it has the character U+%04X"
              .formatted(
                  before.split("\n", -1).length,
                  before.length() - before.lastIndexOf('\n'),
                  e.getCodePoint()),
          e);
    }
  }

  private List<Wanted> webhooks(Node root) {
    Map<String, Node> file = fields(root, "the file", Set.of("webhooks"));
    List<Node> webhooks = list(required(file, "webhooks", root, ""), "webhooks");
    List<Wanted> wanted = new ArrayList<>();
    for (Node webhook : webhooks) {
      wanted.add(wanted(webhook, "webhooks[" + wanted.size() + "]"));
    }
    return wanted;
  }

  private Wanted wanted(Node node, String place) {
    Map<String, Node> fields = fields(node, place, FIELDS);
    String prefix = place + ".";
    Node url = required(fields, "url", node, prefix);
    WebhookRequest.Builder request =
        WebhookRequest.builder()
            .name(text(required(fields, "name", node, prefix), prefix + "name"))
            .events(events(required(fields, "events", node, prefix), prefix + "events"));
    try {
      URI converted = new Converters.WebhookUrl().convert(text(url, prefix + "url"));
      only(urls, WebhookPlan.parsed(converted), url, prefix + "url");
      request.url(converted);
    } catch (TypeConversionException e) {
      throw invalid(url, prefix + "url: " + e.getMessage());
    }
    @Nullable Node enabled = fields.get("enabled");
    if (enabled != null) {
      request.enabled(isTrue(enabled, prefix + "enabled"));
    }
    @Nullable Node id = fields.get("id");
    return new Wanted(id == null ? null : id(id, prefix + "id"), request.build());
  }

  private static Map<String, Node> fields(Node node, String place, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw invalid(node, place + ": must be a mapping with fields");
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.contains(name)) {
        throw invalid(
            key,
            "%s: unknown field '%s'; known are %s"
                .formatted(place, name, String.join(", ", known.stream().sorted().toList())));
      }
      if (fields.put(name, tuple.getValueNode()) != null) {
        throw invalid(key, "%s: the field '%s' is there twice".formatted(place, name));
      }
    }
    return fields;
  }

  private static Node required(Map<String, Node> fields, String name, Node in, String prefix) {
    @Nullable Node node = fields.get(name);
    if (node == null) {
      throw invalid(in, prefix + name + ": is missing");
    }
    return node;
  }

  private static List<Node> list(Node node, String place) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw invalid(node, place + ": must be a list");
  }

  private static String text(Node node, String place) {
    if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
      throw invalid(node, place + ": must be text; put it in quotes");
    }
    if (scalar.getValue().isBlank()) {
      throw invalid(node, place + ": must not be empty");
    }
    return scalar.getValue();
  }

  private static boolean isTrue(Node node, String place) {
    String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!node.getTag().equals(Tag.BOOL) || !Set.of("true", "false").contains(value)) {
      throw invalid(node, place + ": must be true or false");
    }
    return value.equals("true");
  }

  private List<EventType> events(Node node, String place) {
    List<Node> names = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    if (names.isEmpty()) {
      throw invalid(node, place + ": must not be empty");
    }
    List<EventType> events = new ArrayList<>();
    for (Node entry : names) {
      String name = text(entry, place);
      try {
        events.addAll(Events.parse(List.of(name), allowUnknownEvents));
      } catch (IllegalArgumentException e) {
        throw invalid(entry, place + ": " + e.getMessage());
      }
    }
    return events.stream().distinct().toList();
  }

  private UUID id(Node node, String place) {
    try {
      UUID id = new Converters.WebhookId().convert(text(node, place));
      only(ids, id, node, place);
      return id;
    } catch (TypeConversionException e) {
      throw invalid(node, place + ": " + e.getMessage());
    }
  }

  private static void only(Set<Object> values, Object value, Node node, String place) {
    if (!values.add(value)) {
      throw invalid(
          node, place + ": another webhook of the file has it, and an app has each only once");
    }
  }

  private static IllegalArgumentException invalid(Node node, String problem) {
    Mark mark = node.getStartMark();
    return new IllegalArgumentException(
        "%d:%d: %s".formatted(mark.getLine() + 1, mark.getColumn() + 1, problem));
  }

  /** Returns the file for the webhooks that an app has. */
  static String write(List<Webhook> webhooks, boolean ids) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Webhook webhook : webhooks) {
      Map<String, Object> fields = Json.fields(webhook);
      Map<String, Object> entry = new LinkedHashMap<>();
      for (Field field : List.of(Field.id, Field.name, Field.url, Field.events, Field.enabled)) {
        if (fields.containsKey(field.name()) && (ids || field != Field.id)) {
          entry.put(field.name(), fields.get(field.name()));
        }
      }
      entries.add(entry);
    }
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(Map.of("webhooks", entries));
  }
}
