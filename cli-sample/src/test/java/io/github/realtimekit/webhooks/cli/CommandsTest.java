package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each command against the sandbox: what it does, and what it prints on the two streams. */
class CommandsTest {
  private static final String UUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  private final Cli cli = SharedSandbox.cli();

  @Test
  void createSendsTheDetailsAndShowsTheWebhook() throws Exception {
    Cli.Run run =
        cli.run(
                "create --name Calls --url https://example.com/hooks --event"
                    + " meeting.started,meeting.ended --event Meeting.Ended --output json")
            .exits(0);

    Map<?, ?> webhook = (Map<?, ?>) JsonText.parse(run.out());
    assertThat(String.valueOf(webhook.get("id"))).matches(UUID);
    assertThat(webhook.get("name")).isEqualTo("Calls");
    assertThat(webhook.get("url")).isEqualTo("https://example.com/hooks");
    assertThat(webhook.get("events")).isEqualTo(List.of("meeting.started", "meeting.ended"));
    assertThat(webhook.get("enabled")).isEqualTo(true);
    assertThat(run.err()).isEqualTo("Created webhook " + webhook.get("id") + ".\n");
    assertThat(JsonText.parse(cli.run("list --output json").data()))
        .as("what is stored")
        .isEqualTo(List.of(webhook));
  }

  @Test
  void createsDisabledWithAllEvents() throws Exception {
    String out =
        cli.run(
                "create --name Calls --url https://example.com --event all --disabled --output json"
                    + " --fields events,enabled")
            .exits(0)
            .out();

    assertThat(JsonText.parse(out))
        .isEqualTo(
            Map.of(
                "enabled",
                false,
                "events",
                EventType.known().stream().map(EventType::value).toList()));
  }

  @Test
  void createsWithAnUnknownEventIfAllowed() {
    assertThat(
            cli.run(
                    "create --name Calls --url https://example.com --event room.opened"
                        + " --allow-unknown-event --dry-run --output ndjson")
                .exits(0)
                .out())
        .contains("\"events\":[\"room.opened\"]");
  }

  @Test
  void quietWinsOverFormatAndPrintsNoConfirmation() {
    String id =
        cli.run("create --name a --url https://a.example --event all --output json --quiet").data();

    assertThat(id).matches(UUID + "\n");
    assertThat(cli.run("list -q -o json").data()).isEqualTo(id);
  }

  @Test
  void listsNothingOfAnAppWithoutWebhooks() {
    assertThat(cli.run("list --output json").data()).isEqualTo("[]\n");
    assertThat(cli.run("list --output ndjson").data()).isEmpty();
    assertThat(cli.run("list").data()).isEmpty();
    assertThat(cli.run("list --output table").data()).isEqualTo("ID  NAME  ENABLED  EVENTS  URL\n");
  }

  @Test
  void timeoutOf0IsNoLimit() {
    assertThat(cli.run("list --timeout 0 -o json").data()).isEqualTo("[]\n");
  }

  @Test
  void listPrintsOneLineForEachWebhook() {
    String one = cli.create("one", "https://example.com/1");
    String two = cli.create("two", "https://example.com/2");

    assertThat(cli.run("list --fields url,id,NAME").data())
        .isEqualTo(
            "https://example.com/1\t%s\tone\nhttps://example.com/2\t%s\ttwo\n".formatted(one, two));
    assertThat(cli.run("ls --quiet").data()).isEqualTo(one + "\n" + two + "\n");
    assertThat(cli.run("list --output ndjson --fields name,id").data())
        .isEqualTo(
            "{\"name\":\"one\",\"id\":\"%s\"}\n{\"name\":\"two\",\"id\":\"%s\"}\n"
                .formatted(one, two));
  }

  @Test
  void tableHasWholeCellsWhereItIsNotOnATerminal() {
    String id = cli.create("one", "https://example.com/1");
    cli.create("another", "https://example.com/" + "2".repeat(200));

    assertThat(cli.run("list --output table --fields name,url").data())
        .isEqualTo(
            "NAME     URL\none      https://example.com/1\nanother  https://example.com/%s\n"
                .formatted("2".repeat(200)));
    assertThat(cli.run("list --output table --quiet").data()).startsWith(id + "\n").hasLineCount(2);
  }

  @Test
  void getShowsAllFieldsInARecord() {
    String id = cli.create("one", "https://example.com/1");

    assertThat(cli.run("get " + id + " --output table").data())
        .matches(
            """
            id       %s
            name     one
            enabled  yes
            events   \\S+
            (?: {9}\\S+
            )+url      https://example.com/1
            created  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC
            updated  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC
            """
                .formatted(id));
  }

  @Test
  void editSendsOnlyTheGivenDetails() {
    String id = cli.create("one", "https://example.com/1");
    assertThat(cli.run("edit " + id + " --disable --fields id").exits(0).err())
        .isEqualTo("Changed webhook " + id + ".\n");

    assertThat(edited(id, "--name renamed --fields name,enabled,url"))
        .isEqualTo("renamed\tno\thttps://example.com/1\n");
    assertThat(edited(id, "--enable --event meeting.summary --fields enabled,events"))
        .isEqualTo("yes\tmeeting.summary\n");
    assertThat(edited(id, "--url https://example.com/2 --fields name,url"))
        .isEqualTo("renamed\thttps://example.com/2\n");
  }

  private String edited(String id, String changes) {
    return cli.run("update " + id + " " + changes).exits(0).out();
  }

  @Test
  void replaceSendsAllDetails() {
    String id = cli.create("one", "https://example.com/1");
    cli.run("edit " + id + " --disable").exits(0);

    Cli.Run run =
        cli.run(
                "replace "
                    + id
                    + " --name two --url https://example.com/2 --event meeting.ended --fields"
                    + " id,name,url,events,enabled")
            .exits(0);
    assertThat(run.out()).isEqualTo(id + "\ttwo\thttps://example.com/2\tmeeting.ended\tyes\n");
    assertThat(run.err()).isEqualTo("Replaced webhook " + id + ".\n");
  }

  @Test
  void conflictNamesTheWebhookThatHasTheUrl() {
    cli.create("other", "https://example.com/other");
    String id = cli.create("one", "https://example.com/1");

    assertThat(cli.run("create --name two --url https://example.com/1 --event all").exits(6).err())
        .endsWith("\nWebhook " + id + " has this URL: edit that one.\n");
  }

  @Test
  void eventsWorkOfflineAndInJson() throws Exception {
    List<String> known = EventType.known().stream().map(EventType::value).toList();
    Cli offline = Cli.to("http://127.0.0.1:1");

    assertThat(offline.run("events --offline").data().lines().toList()).isEqualTo(known);
    assertThat(JsonText.parse(offline.with("REALTIMEKIT_APP_ID", "").run("events -o json").data()))
        .isEqualTo(known);
    assertThat(offline.run("events --offline -o ndjson").data().lines())
        .containsExactlyElementsOf(known.stream().map(type -> '"' + type + '"').toList());
    offline.run("events").exits(8);
  }

  @Test
  void optionsOverrideTheEnvironment() {
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
                    "get %s --quiet --account-id=account --app-id=%s --base-url=%s"
                        .formatted(id, app, url))
                .data())
        .isEqualTo(id + "\n");
  }

  @Test
  void sendsAnArgumentThatStartsWithAnAtSignAsItIs() {
    assertThat(
            cli.run("create --url https://a.example --event all --name", "@/etc/hostname")
                .exits(0)
                .out())
        .contains("\t@/etc/hostname\t");
    assertThat(cli.run("@/etc/hostname").exits(2).err())
        .startsWith("rtk-webhooks: There is no command '@/etc/hostname'.");
  }

  @Test
  void eventsListsWhatTheApiOffers() {
    List<String> offered = new ArrayList<>();
    Spec.load()
        .tree()
        .at("/components/schemas/EventTypeListResponse/example/data")
        .forEach(type -> offered.add(type.asText()));
    assertThat(cli.run("events").data().lines().toList()).isNotEmpty().isEqualTo(offered);
  }

  @Test
  void keepsLettersBeyondAscii() {
    String id = cli.create("Zürich 会議", "https://example.com/1");

    assertThat(cli.run("show " + id + " --fields name").data()).isEqualTo("Zürich 会議\n");
    assertThat(cli.run("get " + id + " --fields name --output ndjson").data())
        .isEqualTo("{\"name\":\"Zürich 会議\"}\n");
  }
}
