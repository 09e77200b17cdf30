package io.github.realtimekit.webhooks.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds each snippet of the READMEs to a region of a program in this project, and runs the
 * programs.
 */
@Tag("slow")
class ReadmeTest {
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("src/test/java/io/github/realtimekit/webhooks/readme"),
          Path.of("../contract-tests/src/test/java/io/github/realtimekit/webhooks/readme"),
          Path.of("it/postgresql/src/main/java/com/example"),
          Path.of("it/kafka/src/main/java/com/example"));
  private static final List<Path> READMES =
      Stream.concat(
              Stream.of(Path.of("SLOW-WORK.md")),
              Stream.of(
                      "",
                      "spec",
                      "api-client",
                      "contract-tests",
                      "contract-tests/sandbox",
                      "cli-sample")
                  .map(module -> Path.of("..", module, "README.md")))
          .filter(Files::exists)
          .toList();
  private static final Pattern REGION =
      Pattern.compile("( *)// snippet: (\\S+)\n(.*?)\\s*// end\n", Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile("<!-- snippet: (\\S+) -->\n```java\n(.*?)\n```\n", Pattern.DOTALL);
  private static final String WEBHOOK =
      """
      {"id":"0d1f069d-43bb-489a-ad8c-7eb95592ba8e","created_at":"2022-05-28T07:01:53.075Z",\
      "enabled":true,"events":["meeting.started"],"name":"All events webhook",\
      "updated_at":"2022-05-28T07:01:53.075Z","url":"https://example.com/hooks"}""";

  @Test
  void snippetsAreRegionsOfPrograms() throws IOException {
    Map<String, String> regions = new TreeMap<>();
    for (Path folder : PROGRAMS) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Matcher region = REGION.matcher(Files.readString(file));
          while (region.find()) {
            String indent = region.group(1);
            regions.put(region.group(2), region.group(3).replaceAll("(?m)^" + indent, ""));
          }
        }
      }
    }
    Map<String, String> blocks = new TreeMap<>();
    for (Path readme : READMES) {
      Matcher block = BLOCK.matcher(Files.readString(readme));
      while (block.find()) {
        blocks.put(block.group(1), block.group(2));
      }
    }
    assertThat(blocks).isNotEmpty().isEqualTo(regions);
  }

  @Test
  void statementIsThatOfTheJar() throws IOException {
    String table =
        "<!-- ddl: deliveries.sql -->\n```sql\n%s```\n"
            .formatted(
                Files.readString(
                    Path.of(
                        "src/main/resources/io/github/realtimekit/webhooks/receiver/deliveries.sql")));
    assertThat(Files.readString(Path.of("README.md"))).contains(table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GoExample | POST | id=0d1f069d-43bb-489a-ad8c-7eb95592ba8e, ",
        "QuickStart | POST PATCH GET DELETE | All events webhook https://example.com/hooks",
        "Errors | GET | 404 [404] Webhook not found, cf-ray ray-1",
        "Asynchronous | GET GET | 1 webhooks;200 ray-1",
        "OwnOkHttp | GET | 1 webhooks",
        "Observability | GET GET | listWebhooks 200: 1"
      })
  void snippetRuns(String program, String methods, String output) throws Exception {
    try (MockWebServer api = new MockWebServer()) {
      api.setDispatcher(new Api(program.equals("Observability") ? 1 : 0));
      api.start();
      Process process = start(program, api.url("/client/v4").toString());
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(printed.strip().replace("\n", ";")).contains(output);
      assertThat(process.exitValue()).isZero();
      List<String> called = new ArrayList<>();
      while (called.size() < api.getRequestCount()) {
        called.add(api.takeRequest().getMethod());
      }
      assertThat(String.join(" ", called)).isEqualTo(methods);
    }
  }

  private static Process start(String program, String baseUrl) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ReadmeTest.class.getPackageName() + "." + program);
    builder
        .environment()
        .putAll(
            Map.of(
                "CLOUDFLARE_API_TOKEN", "test-token",
                "CLOUDFLARE_ACCOUNT_ID", "acc",
                "REALTIMEKIT_APP_ID", "app",
                "CLOUDFLARE_BASE_URL", baseUrl));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static final class Api extends Dispatcher {
    private final AtomicInteger failures;

    /** Creates an API that responds to the first requests with 503. */
    Api(int failures) {
      this.failures = new AtomicInteger(failures);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if (failures.getAndDecrement() > 0) {
        return new MockResponse().setResponseCode(503);
      }
      boolean one = request.getPath().contains("/webhooks/");
      boolean get = "GET".equals(request.getMethod());
      String body =
          one && get
              ? "{\"success\":false,\"error\":{\"code\":404,\"message\":\"Webhook not found\"}}"
              : "{\"data\":" + (get ? "[" + WEBHOOK + "]" : WEBHOOK) + ",\"success\":true}";
      return new MockResponse()
          .setResponseCode(one && get ? 404 : 200)
          .addHeader("cf-ray", "ray-1")
          .setBody(body);
    }
  }
}
