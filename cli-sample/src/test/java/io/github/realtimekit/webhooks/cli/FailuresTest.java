package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.ErrorResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known way in which a call fails: the lines that people read, and the exit code. */
class FailuresTest {
  private static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";
  private static final String GET = "get " + ID;
  private static final String CREATE = "create --name a --url https://a.example --event all";
  private static final String VERBOSE = "--verbose shows the request and the response.";
  private static final String RAY = "8f2b1c0d9e3a4b5c-FRA";
  private static final Map<String, Integer> EXIT_CODES =
      Map.of(
          "UnauthorizedException", 4,
          "ForbiddenException", 4,
          "NotFoundException", 5,
          "ConflictException", 6,
          "RateLimitedException", 7);

  /** Exceptions that say how long to wait. */
  private static final Set<String> WAITING = Set.of("RateLimitedException", "ServerException");

  static List<ErrorResponse> errorResponses() {
    return ErrorResponse.load();
  }

  @ParameterizedTest
  @MethodSource("errorResponses")
  void tellsWhatTheApiSaidAndWhatToDo(ErrorResponse error) throws IOException {
    Map<String, String> headers = new HashMap<>(error.headers());
    headers.put("cf-ray", RAY);
    // No retries, which the client's tests cover: a wait as long as this ends the call.
    headers.put("Retry-After", "600");
    try (CannedApi api = CannedApi.replying(error.status(), headers, error.body())) {
      Cli.Run run = api.cli().run(GET).exits(EXIT_CODES.getOrDefault(error.exception(), 1));

      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines().findFirst())
          .hasValue("rtk-webhooks: the API responded with status " + description(error));
      String advice = ErrorResponse.advice().getOrDefault(error.exception(), "");
      assertThat(run.err().lines().skip(1).toList())
          .as("advice")
          .isNotEmpty()
          .first()
          .asString()
          .contains(
              advice.isEmpty()
                  ? VERBOSE
                  : WAITING.contains(error.exception()) ? "Try again in 600 seconds." : advice);
    }
  }

  private static String description(ErrorResponse error) {
    String codes =
        error.codes().stream()
            .filter(code -> code != error.status())
            .map(code -> "code " + code + ", ")
            .collect(Collectors.joining());
    return "%d%s (%scf-ray %s)"
        .formatted(
            error.status(), error.reason().isEmpty() ? "" : ": " + error.reason(), codes, RAY);
  }

  @Test
  void suspectsTheBaseUrlBehindAWebPage() throws IOException {
    try (CannedApi api = CannedApi.replying(200, Map.of("cf-ray", RAY), "\n<html>Welcome</html>")) {
      assertThat(api.cli().run("list").exits(1).err())
          .isEqualTo(
              "rtk-webhooks: status 200 with a web page instead of JSON; is --base-url right?"
                  + " (cf-ray 8f2b1c0d9e3a4b5c-FRA)\n"
                  + VERBOSE
                  + "\n");
    }
  }

  @Test
  void namesThePlaceThatCannotBeRead() throws IOException {
    try (CannedApi api = CannedApi.replying(200, Map.of(), "{\"success\":true,\"data\":7}")) {
      assertThat(api.cli().run("list").exits(1).err())
          .startsWith("rtk-webhooks: status 200 with a body that cannot be read: ")
          .contains("it has no \"data\"")
          .doesNotContain("Exception");
    }
  }

  @Test
  void escapesWhatATerminalWouldObey() throws IOException {
    String body =
        "{\"success\":true,\"data\":{\"id\":\"0d1f069d-43bb-489a-ad8c-7eb95592ba8e\",\"name\":\"a\u009b5m\u007f\u200bb\u2028\u2029\"}}";
    try (CannedApi odd = CannedApi.replying(200, Map.of(), body)) {
      String get = "get 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --fields name";

      assertThat(odd.cli().run(get).data()).isEqualTo("a\\u009b5m\\u007f\\u200bb\\u2028\\u2029\n");
      assertThat(odd.cli().run(get + " -o json").data())
          .isEqualTo("{\n  \"name\": \"a\\u009b5m\\u007f\\u200bb\\u2028\\u2029\"\n}\n");
      assertThat(odd.cli().run(get + " -o ndjson").data())
          .isEqualTo("{\"name\":\"a\\u009b5m\\u007f\\u200bb\\u2028\\u2029\"}\n");
      assertThat(odd.cli().run(get + " --verbose").exits(0).err())
          .contains("\"a\\u009b5m")
          .doesNotContain("\u009b");
    }
  }

  @Test
  void escapesWhatATerminalWouldObeyInAMessage() throws IOException {
    String body = "{\"success\":false,\"error\":{\"code\":400,\"message\":\"No\u009b5m\u202e\"}}";
    try (CannedApi api = CannedApi.replying(400, Map.of(), body)) {
      assertThat(api.cli().run("list").exits(1).err())
          .startsWith("rtk-webhooks: the API responded with status 400: No\\u009b5m\\u202e\n");
    }
  }

  @Test
  void showsNewEventsAndIgnoresNewFields() throws IOException {
    String body =
        "{\"success\":true,\"data\":{\"id\":\"%s\",\"events\":[\"room.opened\"],\"colour\":\"red\"}}"
            .formatted(ID);
    try (CannedApi api = CannedApi.replying(200, Map.of(), body)) {
      assertThat(api.cli().run(GET + " --fields events,name").data()).isEqualTo("room.opened\t-\n");
      assertThat(api.cli().run(GET + " --output ndjson --fields events,name").data())
          .isEqualTo("{\"events\":[\"room.opened\"]}\n");
    }
  }

  @Test
  void saysThatNobodyListens() {
    Cli.Run run = Cli.to("http://127.0.0.1:1").run("list").exits(8);

    assertThat(run.err()).startsWith("rtk-webhooks: cannot connect to 127.0.0.1:1\n");
  }

  @Test
  void saysThatTheHostDoesNotExist() {
    Cli.Run run = Cli.to("https://webhooks.invalid").run("list").exits(8);

    assertThat(run.err()).startsWith("rtk-webhooks: there is no host webhooks.invalid");
  }

  @Test
  void saysThatTheTimeIsOver() throws IOException {
    // Connections wait in the backlog, and nobody takes them.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String host = "127.0.0.1:" + silent.getLocalPort();

      assertThat(Cli.to("http://" + host).run("list --timeout 1").exits(8).err())
          .startsWith("rtk-webhooks: no response from " + host + " within 1 second\n");
    }
  }

  @Test
  void saysThatAChangeMayHaveBeenMadeWhenTheConnectionBreaks() throws Exception {
    try (RawServer server = RawServer.sending("")) {
      assertThat(Cli.to("http://" + server.host()).run(CREATE).exits(8).err())
          .startsWith(
              "rtk-webhooks: no response from " + server.host() + ": the connection broke\n")
          .contains("may have been carried out");
    }
  }

  @Test
  void saysThatTheConnectionIsNotSecure() throws IOException {
    try (RawServer plain = RawServer.sending("HTTP/1.1 400 \r\n\r\n")) {
      assertThat(Cli.to("https://" + plain.host()).run("list").exits(8).err())
          .startsWith("rtk-webhooks: no secure connection to " + plain.host() + ": Unsupported");
    }
  }

  @Test
  void saysThatAnEarlierAttemptMayHaveDeleted() throws Exception {
    CannedApi.Reply gone =
        new CannedApi.Reply(404, Map.of(), "{\"success\":false,\"error\":{\"code\":404}}");
    try (CannedApi api = CannedApi.replying(new CannedApi.Reply(503, Map.of(), ""), gone)) {
      assertThat(api.cli().run("delete " + ID + " --yes").exits(5).err())
          .startsWith("rtk-webhooks: the API responded with status 404")
          .contains(
              "\n"
                  + "An earlier attempt of this call got no response and may have deleted the"
                  + " webhook.");
      assertThat(api.requests()).extracting("method").containsExactly("DELETE", "DELETE");
    }
  }

  @Test
  void listsNothingForTheApisOwn404() throws IOException {
    ErrorResponse none =
        ErrorResponse.load().stream()
            .filter(error -> error.name().equals("app without webhooks"))
            .findFirst()
            .orElseThrow();
    try (CannedApi api = CannedApi.replying(none.status(), Map.of(), none.body())) {
      assertThat(api.cli().run("list --output json").data()).isEqualTo("[]\n");
    }
  }

  @Test
  void sendsItsNameAsUserAgent() throws IOException {
    try (CannedApi api = CannedApi.replying(200, Map.of(), "{\"success\":true,\"data\":[]}")) {
      api.cli().run("list").data();

      assertThat(api.requests().get(0).headers())
          .extractingByKey("User-agent", InstanceOfAssertFactories.list(String.class))
          .singleElement()
          .asString()
          .endsWith(" rtk-webhooks");
    }
  }
}
