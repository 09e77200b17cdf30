package io.github.realtimekit.webhooks.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.sandbox.Failure;
import io.github.realtimekit.webhooks.sandbox.Sandbox;
import io.github.realtimekit.webhooks.sandbox.SandboxApp;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the live verification with the sandbox in the place of the API. */
class LiveVerificationIT {
  private static final Map<String, String> ENVIRONMENT = new HashMap<>();
  private static String markdown = "";

  private Sandbox sandbox;
  private SandboxApp app;

  /** Takes its environment from the test, and does not wait between requests. */
  static class OnSandbox extends LiveVerification {
    @Override
    LiveApi connect() {
      return new LiveApi(ENVIRONMENT, Duration.ZERO);
    }

    @Override
    void publish(LiveReport report) {
      markdown = report.markdown();
    }
  }

  /** Stores each webhook, and throws as if the response were a 500. */
  static class Failing extends OnSandbox {
    @Override
    LiveApi connect() {
      return new LiveApi(ENVIRONMENT, Duration.ZERO) {
        @Override
        String create(String url, Map<String, ?> parameters)
            throws IOException, InterruptedException {
          throw new IOException(
              "stored as " + super.create(url, parameters) + ", but the response was 500");
        }
      };
    }
  }

  @BeforeEach
  void start() throws IOException {
    start(false);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    ENVIRONMENT.clear();
  }

  @Test
  void emptyApp() throws Exception {
    assertThat(failures()).isEmpty();

    assertThat(markdown)
        .contains("## 0 differs, pending\n", "## 0 differs\n")
        .contains("- getWebhook 200\n")
        .contains("- listWebhooks 404, an app without webhooks\n")
        .contains("403, an account without RealtimeKit: it needs an account without RealtimeKit");
    assertThat(webhooks()).isEmpty();
  }

  @Test
  void appOfOthers() throws Exception {
    String id = app.addWebhook("theirs", "https://example.com/theirs");

    assertThat(failures()).isEmpty();

    assertThat(markdown)
        .contains("## 0 differs\n")
        .contains("listWebhooks 404, an app without webhooks: the app has webhooks, or");
    assertThat(webhooks()).extracting(each -> each.path("id").asText()).containsExactly(id);
  }

  @Test
  void partialEcho() throws Exception {
    sandbox.close();
    start(true);

    assertThat(failures()).isEmpty();

    assertThat(markdown)
        .contains("- editWebhook 200, part of the webhook\n", "## 0 differs\n")
        .contains("editWebhook 200, only the name: edits return part of the webhook");
    assertThat(webhooks()).isEmpty();
  }

  @Test
  void statesThatCannotBeMade() throws Exception {
    assertThat(failures(Failing.class))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).hasStackTraceContaining("but the response was 500"));

    assertThat(markdown).contains("getWebhook 200: its state was not set up, see the failure");
    assertThat(webhooks()).isEmpty();
  }

  /** Fails the second request, which cleans up; the first checks access. */
  @Test
  void cleanUpThatFailsOnce() throws Exception {
    app.failNext(Failure.delay(Duration.ZERO));
    app.failNext(Failure.SERVER_ERROR);

    assertThat(failures()).singleElement().asString().contains("GET: response 500");

    assertThat(webhooks()).isEmpty();
  }

  @Test
  void wrongToken() {
    ENVIRONMENT.put("CLOUDFLARE_API_TOKEN", "wrong-token");

    assertThat(failures())
        .singleElement()
        .asString()
        .contains(sandbox.baseUrl() + " does not list the webhooks of the app")
        .contains("CLOUDFLARE_API_TOKEN", "401", "Unauthorized")
        .doesNotContain("wrong-token");
  }

  @Test
  void noEnvironment() {
    ENVIRONMENT.clear();

    assertThat(failures())
        .singleElement()
        .asString()
        .contains("CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN, REALTIMEKIT_APP_ID");
  }

  private void start(boolean partialEcho) throws IOException {
    sandbox = Sandbox.builder().partialEcho(partialEcho).start();
    app = sandbox.app("account", "app");
    ENVIRONMENT.put("CLOUDFLARE_BASE_URL", sandbox.baseUrl().toString());
    ENVIRONMENT.put("CLOUDFLARE_API_TOKEN", sandbox.token());
    ENVIRONMENT.put("CLOUDFLARE_ACCOUNT_ID", app.accountId());
    ENVIRONMENT.put("REALTIMEKIT_APP_ID", app.appId());
  }

  /** Runs the verification, and returns its failures. */
  private static List<Throwable> failures() {
    return failures(OnSandbox.class);
  }

  private static List<Throwable> failures(Class<?> verification) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(verification))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }

  private static List<JsonNode> webhooks() throws IOException, InterruptedException {
    return new LiveApi(ENVIRONMENT, Duration.ZERO).list();
  }
}
