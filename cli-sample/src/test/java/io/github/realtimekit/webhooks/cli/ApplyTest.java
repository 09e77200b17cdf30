package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file says which webhooks an app has: what apply sends, and what it leaves alone. */
class ApplyTest {
  private static final String TWO_WEBHOOKS =
      """
      webhooks:
        - name: Calls
          url: https://example.com/calls
          events: [meeting.started, meeting.ended]
        - name: Recordings
          url: https://example.com/recordings
          events: all
          enabled: false
      """;

  private final Cli cli = SharedSandbox.cli();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private String file;

  @BeforeEach
  void write() throws IOException {
    write(TWO_WEBHOOKS);
  }

  private void write(String yaml) throws IOException {
    file = Files.writeString(folder.resolve("webhooks.yaml"), yaml).toString();
  }

  private Cli.Run run(String command, String... more) {
    return cli.run(command + " -f " + file, more);
  }

  private Cli.Run apply(String... more) {
    return cli.run("apply --yes -f " + file, more);
  }

  private List<String> names() {
    return cli.run("list --fields name").data().lines().toList();
  }

  @Test
  void secondRunHasNothingToDo() {
    Cli.Run first = apply().exits(0);
    assertThat(first.err()).isEqualTo("Created: 'Calls'\nCreated: 'Recordings'\n");
    assertThat(cli.run("list --fields name,enabled,events").data())
        .startsWith(
            "Calls\tyes\tmeeting.started, meeting.ended\nRecordings\tno\t"
                + EventType.known().get(0));

    assertThat(apply().data()).isEqualTo("Nothing to do.\n");
    assertThat(run("diff").data()).isEqualTo("Nothing to do.\n");
  }

  @Test
  void sendsOnlyWhatDiffersAndComparesEventsAsASet() throws IOException {
    apply().exits(0);
    write(
        TWO_WEBHOOKS
            .replace("[meeting.started, meeting.ended]", "[meeting.ended, meeting.started]")
            .replace("name: Recordings", "name: Renamed"));

    assertThat(apply("--verbose").exits(0).err())
        .contains("> {\"name\":\"Renamed\"}")
        .contains("\nEdited: 'Renamed'\n")
        .doesNotContain("Edited: 'Calls'");
  }

  @Test
  void switchesOffAndOnWhatTheFileSays() throws IOException {
    apply().exits(0);
    write(TWO_WEBHOOKS.replace("false", "true").replace("ended]", "ended]\n    enabled: false"));

    apply().exits(0);
    assertThat(cli.run("list --fields name,enabled").data())
        .isEqualTo("Calls\tno\nRecordings\tyes\n");
  }

  @Test
  void findsAUrlWithASlashMoreAndDoesNotSendIt() throws IOException {
    apply().exits(0);
    write(
        TWO_WEBHOOKS
            .replace("/calls", "/calls/")
            .replace("https://e", "https://E")
            .replace("name: Calls", "name: Renamed"));

    assertThat(run("diff").exits(3).out())
        .isEqualTo("edit    Renamed\n        name     Calls → Renamed\n\n1 to change.\n");
  }

  @Test
  void leavesAWebhookThatAnIdNamesToTheId() throws IOException {
    String id = cli.create("a", "https://example.com/1");
    write(
        """
        webhooks:
          - {name: b, url: https://example.com/1, events: all}
          - {name: a, url: https://example.com/2, events: all, id: %s}
        """
            .formatted(id));

    assertThat(run("diff").exits(3).out())
        .contains("create  b\n", "edit    a\n")
        .contains("url      https://example.com/1 → https://example.com/2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apply", "apply --prune --name-prefix stage"})
  void changesNothingWithoutYesWhereItCannotAsk(String command) throws IOException {
    String id = cli.create("stage old", "https://example.com/1");

    assertThat(run(command).exits(2).err())
        .startsWith("rtk-webhooks: There is no terminal to ask on: give --yes to confirm\n");
    assertThat(cli.run("list -q").data()).isEqualTo(id + "\n");
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"", "0", "2", "12", "01"})
  void changesNothingWhereOnlySomeStreamsAreATerminal(String terminals) {
    cli.process().input("y\n").onTerminal(terminals, 80, "apply -f " + file).exits(2);
    assertThat(cli.run("list").data()).isEmpty();
  }

  @Tag("slow")
  @Test
  void asksOnATerminal() {
    ProcessRun process = cli.process();

    assertThat(process.input("n\n").onTerminal("02", 80, "apply -f " + file).exits(1).err())
        .isEqualTo("Apply this? [y/N] Nothing was changed.\n");
    assertThat(cli.run("list").data()).isEmpty();
    assertThat(process.input("y\n").onTerminal("02", 80, "apply -f " + file).exits(0).err())
        .isEqualTo("Apply this? [y/N] Created: 'Calls'\nCreated: 'Recordings'\n");
  }

  @Test
  void dryRunNeedsNoYesAndChangesNothing() {
    Cli.Run run = run("apply", "--dry-run").exits(0);

    assertThat(run.err()).isEqualTo("Dry run: nothing was changed.\n");
    assertThat(cli.run("list").data()).isEmpty();
  }

  @Test
  void movesOnlyWhatIsAdopted() {
    String id = cli.create("Calls", "https://example.com/old");

    for (Cli.Run refused : List.of(apply().exits(1), run("apply", "--dry-run").exits(1))) {
      assertThat(refused.out())
          .contains("move    Calls\n")
          .endsWith("\n\n1 to create, 1 to change.\n");
      assertThat(refused.err())
          .startsWith("'Calls' would change its URL. Pass --adopt to allow it.\n");
    }
    assertThat(cli.run("list --fields url").data()).isEqualTo("https://example.com/old\n");
    assertThat(run("apply", "--dry-run", "--adopt").exits(0).err())
        .isEqualTo("Dry run: nothing was changed.\n");

    apply("--adopt").exits(0);
    assertThat(cli.run("get " + id + " --fields url").data())
        .isEqualTo("https://example.com/calls\n");
  }

  @Test
  void createsIfSeveralOrNoneHaveTheSameName() throws IOException {
    cli.create("Calls", "https://example.com/1");
    cli.create("Calls", "https://example.com/2");

    assertThat(run("diff").exits(3).out()).contains("create  Calls\n", "create  Recordings\n");
  }

  @Test
  void prunesOnlyNamesThatStartWithThePrefix() {
    cli.create("stage old", "https://example.com/1");
    cli.create("other", "https://example.com/2");
    cli.create("not stage ", "https://example.com/3");
    cli.create("Stage big", "https://example.com/4");
    cli.create("stage", "https://example.com/5");

    assertThat(apply("--prune").exits(2).err()).contains("--prune needs --name-prefix");
    assertThat(apply("--prune", "--name-prefix", " ").exits(2).err()).contains("--name-prefix");
    apply("--prune", "--name-prefix", "stage ").exits(0);
    assertThat(names())
        .containsExactly("other", "not stage ", "Stage big", "stage", "Calls", "Recordings");
  }

  @Test
  void deletesNothingWithoutPrune() {
    cli.create("stage old", "https://example.com/1");

    apply("--name-prefix", "stage ").exits(0);
    assertThat(names()).contains("stage old");
  }

  @Test
  void pruneKeepsWhatAdoptMovedAndDeletesLast() throws IOException {
    cli.create("stage a", "https://example.com/old");
    cli.create("stage b", "https://example.com/b");
    write(
        """
        webhooks:
          - {name: stage a, url: https://example.com/a, events: all}
          - {name: stage c, url: https://example.com/c, events: all}
        """);

    Cli.Run run = apply("--adopt", "--prune", "--name-prefix", "stage ").exits(0);

    assertThat(run.err()).isEqualTo("Edited: 'stage a'\nCreated: 'stage c'\nDeleted: 'stage b'\n");
    assertThat(names()).containsExactly("stage a", "stage c");
  }

  @Test
  void exportedFileFitsWhateverTheNames() throws IOException {
    String id = cli.create("Zürich: \"yes\" 会議 😀", "https://example.com/1");
    List<String> odd =
        List.of(
            "true",
            "null",
            "1e3",
            "- a",
            "#",
            "a: b",
            "a\tb\u0085\u200b",
            " x ",
            "'",
            "2001-01-01");
    for (int i = 0; i < odd.size(); i++) {
      cli.create(odd.get(i), "https://example.com/odd/" + i);
    }
    try (WebhooksClient client = cli.client()) {
      client.editWebhook(UUID.fromString(id), WebhookPatch.builder().enabled(false).build());
    }
    String exported = cli.run("export").data();
    write(exported);

    assertThat(exported)
        .startsWith(
            """
            webhooks:
            - name: 'Zürich: "yes" 会議 😀'
              url: https://example.com/1
              events:
              -\s"""
                + EventType.known().get(0))
        .contains("enabled: false")
        .doesNotContain(id);
    assertThat(run("diff").data()).isEqualTo("Nothing to do.\n");
    write(cli.run("export --ids").data().replace("example.com/1\n", "example.com/new\n"));
    assertThat(run("diff").exits(3).out())
        .contains("https://example.com/1 → https://example.com/new\n");
  }

  @Test
  void exportedFileFitsWhereTwoUrlsDifferInASlash() throws IOException {
    cli.create("a", "https://example.com/x");
    cli.create("b", "https://example.com/x/");
    write(cli.run("export").data());
    assertThat(run("diff").data()).isEqualTo("Nothing to do.\n");

    write(
        """
        webhooks:
          - {name: b, url: https://example.com/x/, events: all}
          - {name: a, url: https://example.com/x, events: all}
        """);
    assertThat(run("diff").data()).isEqualTo("Nothing to do.\n");
  }

  @Tag("slow")
  @Test
  void readsStandardInput() {
    assertThat(cli.process().input("webhooks: []\n").run("diff -f -").data())
        .isEqualTo("Nothing to do.\n");
  }

  @Test
  void saysWhatSomeoneElseDidMeanwhile() throws IOException {
    write(TWO_WEBHOOKS + "  - {name: Gone, url: https://example.com/gone, events: all}\n");
    String mine = cli.create("Calls", "https://example.com/calls");
    String gone = cli.create("other name", "https://example.com/gone");
    String pruned = cli.create("stage kept", "https://example.com/stage");
    String list = cli.run("list -o json").data();
    String now =
        list.replace(gone, UUID.randomUUID().toString())
            .replace("example.com/gone", "example.com/elsewhere")
            .replace("stage kept", "stage used");
    assertThat(now).contains(mine, pruned);
    try (CannedApi api =
        CannedApi.replying(
            data(list), data(now.replaceFirst("]\\s*$", "," + recordings() + "]")), data("{}"))) {
      Cli.Run run = api.cli().run("apply --yes --prune --name-prefix stage -f " + file).exits(1);

      assertThat(run.err())
          .contains(
              "Left alone: 'stage used', which was changed meanwhile\n",
              "Edited: 'Recordings', which appeared meanwhile\n",
              "Created: 'Gone', which vanished meanwhile\n");
      assertThat(api.requests()).extracting("method").doesNotContain("DELETE");
    }
  }

  private static CannedApi.Reply data(String json) {
    return new CannedApi.Reply(200, Map.of(), "{\"success\":true,\"data\":" + json + "}");
  }

  /** Returns a webhook, as the API returns it, with each field that responses have. */
  private static String recordings() {
    return SharedSandbox.cli()
        .run(
            "create --name Theirs --url https://example.com/recordings --event meeting.ended"
                + " --output json")
        .exits(0)
        .out();
  }

  @Test
  void exits1IfTheAppIsNotWhatTheFileSaysAtTheEnd() throws IOException {
    write("webhooks: [{name: Calls, url: 'https://example.com/calls', events: all}]");
    try (CannedApi api =
        CannedApi.replying(
            data("[]"), data("[]"), data("{\"id\":\"" + UUID.randomUUID() + "\"}"), data("[]"))) {
      Cli.Run run = api.cli().run("apply --yes -f " + file).exits(1);

      assertThat(run.err())
          .contains("The app still differs from the file; someone else may be changing it:\n");
      assertThat(run.out().split("\n1 to create.\n")).as("the plan and the rest").hasSize(2);
    }
  }

  @Test
  void editsWhatAnotherRunCreatedAtTheSameTime() throws IOException {
    write("webhooks: [{name: Calls, url: 'https://example.com/recordings', events: all}]");
    CannedApi.Reply conflict = new CannedApi.Reply(409, Map.of(), "");
    String theirs = "[" + recordings() + "]";
    try (CannedApi api =
        CannedApi.replying(
            data("[]"), data("[]"), conflict, data(theirs), data(recordings()), data(theirs))) {
      assertThat(api.cli().run("apply --yes -f " + file).err())
          .startsWith("Found and edited: 'Calls'\n");
      assertThat(api.requests())
          .extracting("method")
          .containsExactly("GET", "GET", "POST", "GET", "PATCH", "GET");
    }
    try (CannedApi api =
        CannedApi.replying(data("[]"), data("[]"), new CannedApi.Reply(400, Map.of(), ""))) {
      api.cli().run("apply --yes -f " + file).exits(1);
      assertThat(api.requests()).hasSize(3);
    }
  }

  @Test
  void saysThatWhatItWouldDeleteVanishedMeanwhile() throws IOException {
    write("webhooks: []");
    try (CannedApi api = CannedApi.replying(data("[" + recordings() + "]"), data("[]"))) {
      assertThat(
              api.cli().run("apply --yes --prune --name-prefix Theirs -f " + file).exits(0).err())
          .isEqualTo("Nothing to do: 'Theirs', which vanished meanwhile\n");
    }
  }

  @Test
  void takesWhatVanishesAtTheLastMomentForDeleted() throws IOException {
    write("webhooks: []");
    CannedApi.Reply theirs = data("[" + recordings() + "]");
    try (CannedApi api =
        CannedApi.replying(theirs, theirs, new CannedApi.Reply(404, Map.of(), ""), data("[]"))) {
      assertThat(
              api.cli().run("apply --yes --prune --name-prefix Theirs -f " + file).exits(0).err())
          .isEqualTo("Deleted: 'Theirs'\n");
    }
  }

  @Test
  void leavesWebhooksThatLackFieldsAlone() throws IOException {
    write("webhooks: [{name: Theirs, url: 'https://example.com/recordings', events: all}]");
    String odd = "{\"url\":\"https://example.com/{odd}\"},{\"id\":\"7\"},{}";
    try (CannedApi api = CannedApi.replying(data("[" + odd + "," + recordings() + "]"))) {
      assertThat(api.cli().run("diff --prune --name-prefix The -f " + file).exits(3).out())
          .isEqualTo("edit    Theirs\n        events   meeting.ended → all\n\n1 to change.\n");
    }
  }

  @Test
  void continuesAfterAFailureHalfway() throws IOException {
    try (CannedApi api =
        CannedApi.replying(
            data("[]"), data("[]"), data("{}"), new CannedApi.Reply(403, Map.of(), ""))) {
      Cli.Run broken = api.cli().run("apply --yes -f " + file).exits(4);
      assertThat(broken.err())
          .startsWith("Created: 'Calls'\nApplied 1 of 2 steps; run it again for the others.\n");
    }
  }

  @Test
  void exits1IfAWebhookVanishesAfterItWasEdited() throws IOException {
    String theirs = recordings();
    Object id = ((Map<?, ?>) JsonText.parse(theirs)).get("id");
    write("webhooks: [{name: A, url: 'https://a.example', events: all, id: %s}]".formatted(id));
    CannedApi.Reply list = data("[" + theirs + "]");
    try (CannedApi api = CannedApi.replying(list, list, data(theirs), data("[]"))) {
      assertThat(api.cli().run("apply --yes -f " + file).exits(1).err())
          .startsWith("Edited: 'A'\n")
          .contains(
              "The app still differs from the file; someone else may be changing it:\n"
                  + file
                  + ": The app has no webhook with the id "
                  + id);
    }
  }

  @Test
  void exits2ForAnIdThatTheAppDoesNotHave() throws IOException {
    write(
        "webhooks: [{name: a, url: 'https://a', events: all, id:"
            + " 0d1f069d-43bb-489a-ad8c-7eb95592ba8e}]");

    assertThat(run("diff").exits(2).err())
        .startsWith("rtk-webhooks: " + file + ": The app has no webhook with the id 0d1f069d-43bb");
  }

  @Test
  void exits2IfThereIsNoFile() {
    assertThat(cli.run("diff -f nowhere.yaml").exits(2).err())
        .startsWith("rtk-webhooks: Cannot read nowhere.yaml: there is no such file or folder\n");
  }
}
