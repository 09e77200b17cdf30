package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Clients of a specification of several tags: one for each, all made by one builder. */
class TagsTest {
  private static final Path GOLDEN = Path.of("golden", "tags");

  @Test
  void clientsOfSevenTagsShareOneConnection() throws Exception {
    Spec spec = Spec.parse(text());
    GeneratedClient client = GeneratedClient.of(spec, GeneratedClient.TARGET.resolve("tags"));
    client.compile();
    assertIsGolden(client);

    try (var classes = client.load();
        MockWebServer server = new MockWebServer()) {
      server.start();
      GeneratedCalls calls = new GeneratedCalls(spec, classes, server.url("/").toString());
      try (AutoCloseable umbrella = (AutoCloseable) calls.build("RealtimeKitClient")) {
        List<Operation> operations = spec.operations();
        int sent = 0;
        for (int i = 0; i < operations.size(); i += operations.size() / 10) {
          Operation operation = operations.get(i);
          String tag = operation.node().at("/tags/0").asText().toLowerCase(Locale.ROOT);
          Object ofTag = umbrella.getClass().getMethod(tag).invoke(umbrella);
          Method method = calls.methods(operation).get(0);
          String status = operation.responses().keySet().iterator().next();
          JsonNode sample = SchemaSample.of(spec, operation.responseSchema(status));
          server.enqueue(
              new MockResponse()
                  .setResponseCode(Integer.parseInt(status))
                  .setBody(sample.toString()));

          Object result = calls.call(operation, method, ofTag);

          RecordedRequest request = server.takeRequest();
          assertThat(request.getMethod()).isEqualTo(operation.method());
          assertThat(operation.match(request.getRequestUrl().encodedPath())).isPresent();
          assertThat(request.getSequenceNumber()).as("of its connection").isEqualTo(sent++);
          assertThat(calls.toJson(method, result)).isIn(sample, sample.get("data"));
        }
        assertThat(sent).isGreaterThanOrEqualTo(10);
      }
    }
  }

  /** Compares the client of all tags, and the classes of one tag, with the golden files. */
  private static void assertIsGolden(GeneratedClient client) throws IOException {
    for (Path file : client.sources()) {
      String name = file.getFileName().toString();
      if (name.matches("RealtimeKitClient[.]java|Meetings.*[.]java")) {
        Path golden = GOLDEN.resolve(name);
        if (System.getProperty("golden.recreate") != null) {
          Files.writeString(golden, GeneratedClient.formatted(file));
        }
        assertThat(GeneratedClient.formatted(file))
            .as("%s against %s (-Dgolden.recreate)", name, GOLDEN)
            .isEqualTo(Files.readString(golden));
      }
    }
  }

  private static String text() throws IOException {
    try (InputStream in = TagsTest.class.getResourceAsStream("/realtimekit-like.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
