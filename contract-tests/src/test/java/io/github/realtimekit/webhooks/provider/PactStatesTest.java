package io.github.realtimekit.webhooks.provider;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PactStatesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Sandbox sandbox;
  private PactStates states;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.builder().start();
    states = new PactStates(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** Pact JVM's own client repeats a request after a 429, and reads the second response. */
  @ParameterizedTest
  @CsvSource({"the rate limit is reached, 429", "RealtimeKit is not enabled on the account, 403"})
  void failureIsStillThereWhenAskedAgain(String state, int status) throws Exception {
    Map<String, String> values = states.set(state, Map.of());

    assertThat(list(values).statusCode()).isEqualTo(status);
    assertThat(list(values).statusCode()).isEqualTo(status);
  }

  @Test
  void setsUpAStateByPactsProtocol() throws Exception {
    JsonNode values =
        new ObjectMapper()
            .readTree(
                post(
                    states.serve(),
                    """
                    {"state": "a webhook has the URL",
                     "params": {
                       "webhookId": "0d1f069d-43bb-489a-ad8c-7eb95592ba8e",
                       "name": "one",
                       "url": "https://example.com/one",
                       "event": "meeting.ended"}}
                    """));

    String listed =
        list(Map.of(
                "accountId", values.get("accountId").asText(),
                "appId", values.get("appId").asText()))
            .body();
    assertThat(new ObjectMapper().readTree(listed).at("/data/0/id"))
        .hasToString("\"0d1f069d-43bb-489a-ad8c-7eb95592ba8e\"");
  }

  @Test
  void teardownSetsUpNothing() throws Exception {
    assertThat(post(states.serve(), "{\"state\":\"x\",\"action\":\"teardown\"}")).isEqualTo("{}");
  }

  @Test
  void rejectsUnknownState() {
    assertThatThrownBy(() -> states.set("all is well", Map.of()))
        .hasMessage("the contract has no state: all is well");
  }

  private HttpResponse<String> list(Map<String, String> values) throws Exception {
    String path =
        "/accounts/%s/realtime/kit/%s/webhooks"
            .formatted(
                requireNonNull(values.get("accountId")), requireNonNull(values.get("appId")));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
            .header("Authorization", "Bearer " + sandbox.token())
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static String post(URI url, String body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }
}
