package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command against the sandbox: what it does, and what it leaves on the two streams. */
class CommandsTest {
  private static final String UUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

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
  void createSendsWhatIsGivenAndShowsTheWebhook() throws Exception {
    Cli cli = sandbox.cli();

    String out =
        cli.run(
                "create",
                "--name",
                "Calls",
                "--url",
                "https://example.com/hooks",
                "--event",
                "meeting.started,meeting.ended",
                "--event",
                "meeting.ended",
                "--output",
                "json")
            .data();

    Map<?, ?> webhook = (Map<?, ?>) JsonText.parse(out);
    assertThat(String.valueOf(webhook.get("id"))).matches(UUID);
    assertThat(webhook.get("name")).isEqualTo("Calls");
    assertThat(webhook.get("url")).isEqualTo("https://example.com/hooks");
    assertThat(webhook.get("events")).isEqualTo(List.of("meeting.started", "meeting.ended"));
    assertThat(webhook.get("enabled")).isEqualTo(true);
    assertThat(cli.run("list", "--output", "json").data())
        .as("what is stored")
        .isEqualTo(JsonText.inAList(out));
  }

  @Test
  void createDisabledWithAllEvents() throws Exception {
    String out =
        sandbox
            .cli()
            .run(
                "create",
                "--name",
                "Calls",
                "--url",
                "https://example.com",
                "--event",
                "all",
                "--disabled",
                "--output",
                "json",
                "--fields",
                "events,enabled")
            .data();

    assertThat(JsonText.parse(out))
        .isEqualTo(
            Map.of(
                "enabled",
                false,
                "events",
                EventType.known().stream().map(EventType::value).toList()));
  }

  @Test
  void listOfAnAppWithoutWebhooks() {
    assertThat(sandbox.cli().run("list", "--output", "json").data()).isEqualTo("[]\n");
    assertThat(sandbox.cli().run("list", "--output", "ndjson").data()).isEmpty();
    assertThat(sandbox.cli().run("list").data()).isEmpty();
  }

  @Test
  void listHasOneLineForEachWebhook() {
    Cli cli = sandbox.cli();
    String one = cli.create("one", "https://example.com/1");
    String two = cli.create("two", "https://example.com/2");

    assertThat(cli.run("list", "--fields", "url,id,name").data())
        .isEqualTo(
            "https://example.com/1\t%s\tone\nhttps://example.com/2\t%s\ttwo\n".formatted(one, two));
    assertThat(cli.run("list", "--quiet").data()).isEqualTo(one + "\n" + two + "\n");
    assertThat(cli.run("list", "--output", "ndjson", "--fields", "name,id").data())
        .isEqualTo(
            "{\"name\":\"one\",\"id\":\"%s\"}\n{\"name\":\"two\",\"id\":\"%s\"}\n"
                .formatted(one, two));
  }

  @Test
  void getShowsAllFields() {
    Cli cli = sandbox.cli();
    String id = cli.create("one", "https://example.com/1");

    assertThat(cli.run("get", id, "--output", "table").data())
        .matches(
            """
            id       %s
            name     one
            enabled  yes
            events   meeting.started, meeting.ended, .*, meeting.summary
            url      https://example.com/1
            created  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC
            updated  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC
            """
                .formatted(id));
  }

  @Test
  void editSendsNothingButWhatIsGiven() {
    Cli cli = sandbox.cli();
    String id = cli.create("one", "https://example.com/1");
    cli.run("edit", id, "--disable").data();

    assertThat(cli.run("edit", id, "--name", "renamed", "--fields", "name,enabled,url").data())
        .isEqualTo("renamed\tno\thttps://example.com/1\n");
    assertThat(
            cli.run(
                    "edit",
                    id,
                    "--enable",
                    "--event",
                    "meeting.summary",
                    "--fields",
                    "enabled,events")
                .data())
        .isEqualTo("yes\tmeeting.summary\n");
    assertThat(cli.run("edit", id, "--url", "https://example.com/2", "--fields", "name,url").data())
        .isEqualTo("renamed\thttps://example.com/2\n");
  }

  @Test
  void replaceSendsAll() {
    Cli cli = sandbox.cli();
    String id = cli.create("one", "https://example.com/1");
    cli.run("edit", id, "--disable").data();

    assertThat(
            cli.run(
                    "replace",
                    id,
                    "--name",
                    "two",
                    "--url",
                    "https://example.com/2",
                    "--event",
                    "meeting.ended",
                    "--fields",
                    "id,name,url,events,enabled")
                .data())
        .isEqualTo(id + "\ttwo\thttps://example.com/2\tmeeting.ended\tyes\n");
  }

  @Test
  void deleteShowsWhatWasDeleted() {
    Cli cli = sandbox.cli();
    String id = cli.create("one", "https://example.com/1");

    assertThat(cli.run("delete", id, "--force", "--fields", "id,name").data())
        .isEqualTo(id + "\tone\n");
    assertThat(cli.run("list", "--output", "json").data()).isEqualTo("[]\n");
  }

  @Test
  void optionsWinOverTheEnvironment() {
    Cli cli = sandbox.cli();
    String id = cli.create("one", "https://example.com/1");
    String app = cli.environment().get("REALTIMEKIT_APP_ID");
    String url = cli.environment().get("CLOUDFLARE_BASE_URL");

    Cli elsewhere =
        cli.with("CLOUDFLARE_ACCOUNT_ID", "other")
            .with("REALTIMEKIT_APP_ID", "other")
            .with("CLOUDFLARE_BASE_URL", "not a URL");
    assertThat(
            elsewhere
                .run(
                    "get",
                    id,
                    "--quiet",
                    "--account-id=account",
                    "--app-id=" + app,
                    "--base-url=" + url)
                .data())
        .isEqualTo(id + "\n");
  }

  @Test
  void argumentsFromAFile(@TempDir Path folder) throws IOException {
    Cli cli = sandbox.cli();
    String id = cli.create("one", "https://example.com/1");
    Path arguments = Files.writeString(folder.resolve("arguments"), "get " + id + " --quiet");

    assertThat(cli.run("@" + arguments).data()).isEqualTo(id + "\n");
    Path none = Files.createFile(folder.resolve("none"));
    assertThat(cli.run("@" + none).exits(2).err())
        .isEqualTo("rtk-webhooks: A command is missing\nSee 'rtk-webhooks --help'.\n");
  }

  @Test
  void lettersBeyondAsciiWithoutALocale() {
    Cli cli = sandbox.cli();
    String id = cli.create("Zürich 会議", "https://example.com/1");

    assertThat(cli.run("get", id, "--fields", "name").data()).isEqualTo("Zürich 会議\n");
    assertThat(cli.run("get", id, "--fields", "name", "--output", "ndjson").data())
        .isEqualTo("{\"name\":\"Zürich 会議\"}\n");
  }
}
