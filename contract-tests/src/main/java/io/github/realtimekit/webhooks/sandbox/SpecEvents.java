package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/** The events that the spec knows: the sandbox has no list of its own that could fall behind. */
final class SpecEvents {
  private static final String SPEC = "realtimekit-webhooks.yaml";
  private static final String EVENTS = "/components/schemas/EventType/enum";

  private SpecEvents() {}

  static List<String> read() throws IOException {
    try (InputStream spec = SpecEvents.class.getClassLoader().getResourceAsStream(SPEC)) {
      if (spec == null) {
        throw new FileNotFoundException(SPEC + " is not on the class path");
      }
      JsonNode events = new YAMLMapper().readTree(spec).at(EVENTS);
      if (events.isEmpty()) {
        throw new IOException(SPEC + " lists no events at " + EVENTS);
      }
      return StreamSupport.stream(events.spliterator(), false).map(JsonNode::asText).toList();
    }
  }
}
