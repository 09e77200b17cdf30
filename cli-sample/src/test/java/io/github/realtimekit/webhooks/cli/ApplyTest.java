package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file says which webhooks an app has. */
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

  private final Cli cli = SandboxProcess.cli();

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

  @Test
  void secondRunHasNothingToDo() {
    Cli.Run first = run("apply").exits(0);
    assertThat(first.out())
        .isEqualTo(
            """
            create  Calls  https://example.com/calls
            create  Recordings  https://example.com/recordings
            """);
    assertThat(first.err()).isEqualTo("Done: create 'Calls'.\nDone: create 'Recordings'.\n");
    assertThat(cli.run("list --fields name,enabled,events").data())
        .startsWith(
            "Calls\tyes\tmeeting.started, meeting.ended\nRecordings\tno\tmeeting.started, ");

    assertThat(run("apply").data()).isEqualTo("Nothing to do.\n");
    assertThat(run("diff").data()).isEqualTo("Nothing to do.\n");
  }

  @Test
  void sendsOnlyWhatDiffersAndComparesEventsAsASet() throws IOException {
    run("apply").exits(0);
    write(
        TWO_WEBHOOKS
            .replace("[meeting.started, meeting.ended]", "[meeting.ended, meeting.started]")
            .replace("name: Recordings", "name: Renamed"));

    assertThat(run("diff").exits(3).out())
        .isEqualTo(
            """
            edit    Renamed  https://example.com/recordings
                    name: Recordings -> Renamed
            """);
    assertThat(run("apply", "--verbose").exits(0).err())
        .contains("> {\"name\":\"Renamed\"}")
        .endsWith("Done: edit 'Renamed'.\n");
  }

  @Test
  void exportedFileFits() throws IOException {
    cli.create("Zürich: \"yes\" 会議", "https://example.com/1");
    cli.create("true", "https://example.com/2");
    write(cli.run("export").data());

    assertThat(run("diff").data()).isEqualTo("Nothing to do.\n");
    assertThat(cli.input(Files.readString(Path.of(file))).run("diff -f -").data())
        .isEqualTo("Nothing to do.\n");
  }

  @Test
  void dryRunChangesNothing() {
    Cli.Run run = run("apply", "--dry-run", "--yes", "-o", "ndjson").exits(0);

    assertThat(run.out())
        .startsWith(
            "{\"action\":\"create\",\"name\":\"Calls\",\"url\":\"https://example.com/calls\"}\n");
    assertThat(run.err()).isEqualTo("Dry run: nothing was changed.\n");
    assertThat(cli.run("list").data()).isEmpty();
  }

  @Test
  void movesOnlyWhatIsAdopted() throws IOException {
    String id = cli.create("Calls", "https://example.com/old");

    Cli.Run refused = run("apply").exits(1);
    assertThat(refused.out()).startsWith("move    Calls  https://example.com/calls\n");
    assertThat(refused.err()).contains("give --adopt");
    assertThat(cli.run("list --fields url").data()).isEqualTo("https://example.com/old\n");

    run("apply", "--adopt").exits(0);
    assertThat(cli.run("get " + id + " --fields url").data())
        .isEqualTo("https://example.com/calls\n");
  }

  @Test
  void prunesOnlyNamesWithThePrefix() throws IOException {
    cli.create("stage old", "https://example.com/1");
    cli.create("other", "https://example.com/2");

    assertThat(run("apply", "--prune").exits(2).err()).contains("--prune needs --name-prefix");
    assertThat(run("apply", "--prune", "--name-prefix", "stage ").exits(0).out())
        .contains("delete  stage old  https://example.com/1\n")
        .doesNotContain("other");
    assertThat(cli.run("list --fields name").data()).isEqualTo("other\nCalls\nRecordings\n");
  }

  @Test
  void asksOnATerminalAndCountsTheSteps() {
    Cli onTerminal = cli.with("NO_COLOR", "1").onTerminal("012", 80);

    assertThat(onTerminal.input("n\n").run("apply -f " + file).exits(1).err())
        .isEqualTo("Apply this? [y/N] Nothing was changed.\n");
    assertThat(cli.run("list").data()).isEmpty();
    assertThat(onTerminal.input("y\n").run("apply -f " + file).exits(0).err())
        .isEqualTo(
            "Apply this? [y/N] [1/2] Done: create 'Calls'.\n[2/2] Done: create 'Recordings'.\n");
  }

  @Test
  void continuesAfterAFailureHalfway() throws IOException {
    String stored =
        "{\"id\":\"0d1f069d-43bb-489a-ad8c-7eb95592ba8e\",\"name\":\"Calls\",\"url\":\"https://example.com/calls\",\"enabled\":true,\"events\":[\"meeting.ended\",\"meeting.started\"],\"created_at\":\"2022-05-28T07:01:53Z\",\"updated_at\":\"2022-05-28T07:01:53Z\"}";
    String none = "{\"success\":true,\"data\":[]}";
    try (CannedApi api =
        CannedApi.replying(
            new CannedApi.Reply(200, Map.of(), none),
            new CannedApi.Reply(200, Map.of(), none),
            new CannedApi.Reply(201, Map.of(), "{\"success\":true,\"data\":" + stored + "}"),
            new CannedApi.Reply(403, Map.of(), ""),
            new CannedApi.Reply(200, Map.of(), "{\"success\":true,\"data\":[" + stored + "]}"))) {
      Cli.Run broken = api.cli().run("apply -f " + file).exits(4);
      assertThat(broken.err())
          .startsWith(
              "Done: create 'Calls'.\nApplied 1 of 2 steps; run it again for the others.\n");

      assertThat(api.cli().run("diff -f " + file).exits(3).out())
          .isEqualTo("create  Recordings  https://example.com/recordings\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [          | not YAML:
          webhooks: 7 | the file has no list 'webhooks'
          [1]        | the file is not a mapping with fields
          webhooks: [{name: a}] | webhooks[0] has no text 'url'
          webhooks: [{name: a, url: b, events: all}] | 'b' is not an absolute http or https URL
          webhooks: [{name: 1, url: 'https://a', events: all}] | webhooks[0] has no text 'name'
          webhooks: [{name: a, url: 'https://a', evnts: all}] | webhooks[0] has an unknown field 'evnts'; known are name, url, events, enabled and id
          webhooks: [{name: a, url: 'https://a', events: 7}] | webhooks[0] has no list 'events'
          webhooks: [{name: a, url: 'https://a', events: all, enabled: 1}] | webhooks[0].enabled is neither true nor false
          webhooks: [{name: a, url: 'https://a', events: all, id: 1-1}] | '1-1' is not a UUID
          webhooks: [{name: a, url: 'https://a', events: all}, {name: b, url: 'https://a', events: all}] | Two webhooks have the URL https://a
          webhooks: [{name: a, url: 'https://a', events: all, id: 0d1f069d-43bb-489a-ad8c-7eb95592ba8e}] | The app has no webhook with the id 0d1f069d
          """)
  void exits2AndNamesThePlaceInTheFile(String yaml, String message) throws IOException {
    write(yaml);

    assertThat(run("diff").exits(2).err()).startsWith("rtk-webhooks: " + file + ": " + message);
  }

  @Test
  void exits2ForAnUnknownEventUnlessAllowed() throws IOException {
    write("webhooks: [{name: a, url: 'https://a', events: [meting.started]}]");

    assertThat(run("diff").exits(2).err()).contains("Unknown event 'meting.started'");
    assertThat(run("diff", "--allow-unknown-event").exits(3).out()).startsWith("create  a ");
  }

  @Test
  void exits2IfThereIsNoFile() {
    assertThat(cli.run("apply -f nowhere.yaml").exits(2).err())
        .startsWith("rtk-webhooks: nowhere.yaml: there is no such file\n");
  }
}
