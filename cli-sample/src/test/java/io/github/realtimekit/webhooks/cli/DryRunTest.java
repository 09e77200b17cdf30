package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With {@code --dry-run}, commands show the request that they would send, and change nothing. */
class DryRunTest {
  private static SandboxProcess sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = SandboxProcess.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void createCallsNobody() throws IOException {
    try (CannedApi api = CannedApi.answering(500, Map.of(), "")) {
      Cli cli = api.cli().with("REALTIMEKIT_APP_ID", "my app");

      assertThat(
              cli.run(
                      "create",
                      "--name",
                      "Calls",
                      "--url",
                      "https://a.example",
                      "--event",
                      "meeting.ended",
                      "--dry-run")
                  .data())
          .isEqualTo(
              """
              POST %s/accounts/account/realtime/kit/my%%20app/webhooks
              {
                "name": "Calls",
                "url": "https://a.example",
                "events": [
                  "meeting.ended"
                ],
                "enabled": true
              }
              """
                  .formatted(cli.environment().get("CLOUDFLARE_BASE_URL")));
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void deleteCallsNobodyAndNeedsNoForce() throws IOException {
    try (CannedApi api = CannedApi.answering(500, Map.of(), "")) {
      String id = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";

      assertThat(api.cli().with("REALTIMEKIT_APP_ID", "app").run("delete", id, "--dry-run").data())
          .matches(
              "DELETE http://127.0.0.1:\\d+/accounts/account/realtime/kit/app/webhooks/"
                  + id
                  + "\n");
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void editShowsOldBesideNew() throws IOException {
    Cli cli = sandbox.cli();
    String id = cli.create("Calls", "https://a.example");
    String[] edit = {
      "edit", id, "--name", "Calls", "--disable", "--event", "meeting.started", "--dry-run"
    };

    assertThat(cli.run(edit).data())
        .startsWith("PATCH " + cli.environment().get("CLOUDFLARE_BASE_URL") + "/accounts/account/")
        .endsWith(
            """
            /webhooks/%3$s
            {
              "name": "Calls",
              "events": [
                "meeting.started"
              ],
              "enabled": false
            }

            FIELD    OLD          %1$s  NEW
            events   %2$s  meeting.started
            enabled  yes          %1$s  no
            """
                .formatted(" ".repeat(allEvents().length() - 13), allEvents(), id));
  }

  @Test
  void replaceShowsThatItSwitchesOn() throws IOException {
    Cli cli = sandbox.cli();
    String id = cli.create("Calls", "https://a.example");
    cli.run("edit", id, "--disable", "--event", "meeting.ended").data();
    String[] replace = {
      "replace", id, "--name", "Calls", "--url", "https://a.example", "--event", "meeting.ended"
    };
    String[] dryRun = {
      "replace",
      id,
      "--name",
      "Calls",
      "--url",
      "https://a.example",
      "--event",
      "meeting.ended",
      "--dry-run",
      "--output",
      "json"
    };

    Map<?, ?> preview = (Map<?, ?>) JsonText.parse(cli.run(dryRun).data());
    assertThat(preview.get("method")).isEqualTo("PUT");
    assertThat(String.valueOf(preview.get("url"))).endsWith("/webhooks/" + id);
    assertThat(preview.get("body"))
        .isEqualTo(
            Map.of(
                "name",
                "Calls",
                "url",
                "https://a.example",
                "events",
                List.of("meeting.ended"),
                "enabled",
                true));
    assertThat(preview.get("changes"))
        .isEqualTo(Map.of("enabled", Map.of("old", false, "new", true)));
    assertThat(cli.run("get", id, "--fields", "enabled").data()).as("unchanged").isEqualTo("no\n");

    cli.run(replace).data();
    dryRun[dryRun.length - 1] = "table";
    assertThat(cli.run(dryRun).data()).endsWith("}\n\nNothing would change.\n");
  }

  private static String allEvents() {
    return EventType.known().stream().map(EventType::value).collect(Collectors.joining(", "));
  }
}
