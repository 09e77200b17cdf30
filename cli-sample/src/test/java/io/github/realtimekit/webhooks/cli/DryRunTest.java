package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** With {@code --dry-run}, commands print the request that they would send, and change nothing. */
class DryRunTest {
  private static final String NOTE = "Dry run: nothing was changed.\n";
  private static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";
  private static final String CREATE =
      "create --name Calls --url https://a.example --event meeting.ended ";

  private final Cli cli = SharedSandbox.cli();

  private static String dryRun(Cli cli, String line) {
    Cli.Run run = cli.run(line).exits(0);
    assertThat(run.err()).isEqualTo(NOTE);
    return run.out();
  }

  @Test
  void createSendsNothing() throws IOException {
    try (CannedApi api = CannedApi.replying(500, Map.of(), "")) {
      Cli cli = api.cli().with("REALTIMEKIT_APP_ID", "my app");

      assertThat(dryRun(cli, CREATE + "--dry-run"))
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
                  .formatted(api.url()));
      assertThat(dryRun(cli, CREATE + "--dry-run -o ndjson"))
          .isEqualTo(
              "{\"method\":\"POST\",\"url\":\"%s/accounts/account/realtime/kit/my%%20app/webhooks\",\"body\":{\"name\":\"Calls\",\"url\":\"https://a.example\",\"events\":[\"meeting.ended\"],\"enabled\":true}}\n"
                  .formatted(api.url()));
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void deleteSendsNothingAndNeedsNoYes() throws IOException {
    try (CannedApi api = CannedApi.replying(500, Map.of(), "")) {
      String url = api.url() + "/accounts/account/realtime/kit/app/webhooks/";

      assertThat(dryRun(api.cli().with("REALTIMEKIT_APP_ID", "app"), "delete " + ID + " --dry-run"))
          .isEqualTo("DELETE " + url + ID + "\n");
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void curlCommandHasNoTokenAndQuotesItsArguments() throws Exception {
    assumeTrue(ProcessRun.of(Map.of()).sh("curl --version").exitCode() == 0, "needs curl");
    try (CannedApi api = CannedApi.replying(200, Map.of(), "")) {
      Cli cli = api.cli().with("REALTIMEKIT_APP_ID", "app");
      Cli.Run run =
          cli.run("create --url https://a.example --event all --curl --name", "It's \"$HOME\"");

      assertThat(run.exits(0).out())
          .contains("-H \"Authorization: Bearer $CLOUDFLARE_API_TOKEN\"")
          .doesNotContain(Cli.TOKEN);
      assertThat(api.requests()).isEmpty();
      ProcessBuilder sh = new ProcessBuilder("sh", "-c", run.out().replace("curl ", "curl -s "));
      sh.environment().put("CLOUDFLARE_API_TOKEN", Cli.TOKEN);
      assertThat(sh.start().waitFor()).isZero();
      assertThat(api.requests()).hasSize(1);
      CannedApi.Received sent = api.requests().get(0);
      assertThat(sent.method()).isEqualTo("POST");
      assertThat(sent.headers()).containsEntry("Authorization", List.of("Bearer " + Cli.TOKEN));
      assertThat(JsonText.parse(sent.body()))
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .containsEntry("name", "It's \"$HOME\"");
    }
  }

  @Test
  void editShowsOldBesideNew() {
    String id = cli.create("Calls", "https://a.example");
    String edit = "edit " + id + " --name Calls --disable --event meeting.started --dry-run";

    assertThat(dryRun(cli, edit))
        .startsWith("PATCH " + cli.environment().get("CLOUDFLARE_BASE_URL") + "/accounts/account/")
        .endsWith(
            """
            /webhooks/%s
            {
              "name": "Calls",
              "events": [
                "meeting.started"
              ],
              "enabled": false
            }

            It would change:
              events   all → meeting.started
              enabled  yes → no
            """
                .formatted(id));
  }

  @Test
  void exits5IfTheWebhookDoesNotExist() {
    Cli.Run run = cli.run("edit " + ID + " --name b --dry-run").exits(5);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rtk-webhooks: the API responded with status 404");
  }

  @Test
  void fieldsAndQuietLimitThePreview() {
    String id = cli.create("Calls", "https://a.example");
    String edit = "edit " + id + " --name b --disable --dry-run";

    assertThat(dryRun(cli, edit + " -q")).isEqualTo(id + "\n");
    assertThat(dryRun(cli, edit + " -o json -q")).isEqualTo(id + "\n");
    assertThat(dryRun(cli, CREATE + "--dry-run -q")).isEmpty();
    assertThat(dryRun(cli, edit + " --fields enabled -o ndjson"))
        .endsWith(
            ",\"body\":{\"enabled\":false},\"changes\":{\"enabled\":{\"old\":true,\"new\":false}}}\n");
    assertThat(dryRun(cli, edit + " --fields enabled"))
        .endsWith("{\n  \"enabled\": false\n}\n\nIt would change:\n  enabled  yes → no\n");
  }

  @Test
  void replaceShowsThatItSwitchesOn() throws IOException {
    String id = cli.create("Calls", "https://a.example");
    cli.run("edit " + id + " --disable --event meeting.ended").exits(0);
    String replace =
        "replace " + id + " --name Calls --url https://a.example --event meeting.ended";

    Map<?, ?> preview =
        (Map<?, ?>) JsonText.parse(dryRun(cli, replace + " --dry-run --output json"));
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
    assertThat(cli.run("get " + id + " --fields enabled").data()).as("unchanged").isEqualTo("no\n");

    cli.run(replace).exits(0);
    assertThat(dryRun(cli, replace + " --dry-run --output table"))
        .endsWith("}\n\nNothing would change.\n");
  }
}
