package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan shows everything that it would do, for people and for programs. */
class PlanTest {
  private final Cli cli = SharedSandbox.cli();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private String diff;
  private String oldId;

  @BeforeEach
  void write() throws IOException {
    cli.run(
            "create --name Old --url https://example.com/edit --event"
                + " meeting.started,meeting.summary")
        .exits(0);
    cli.run("create --name Events --url https://example.com/all --event meeting.ended").exits(0);
    cli.create("stage gone", "https://example.com/gone");
    oldId = cli.run("list -q").data().lines().toList().get(0);
    Path file =
        Files.writeString(
            folder.resolve("webhooks.yaml"),
            """
            webhooks:
              - name: Calls
                url: https://example.com/calls
                events:
                  [meeting.started, meeting.ended, meeting.transcript, recording.statusUpdate, meeting.chatSynced]
                enabled: false
              - name: New
                url: https://example.com/edit
                events: [meeting.started, meeting.ended]
              - {name: Events, url: https://example.com/all, events: all}
            """);
    diff = "diff --prune --name-prefix stage -f " + file;
  }

  @Test
  void showsAllFieldsOfACreateAndOldAndNewOfAnEdit() {
    assertThat(cli.run(diff).exits(3).out())
        .isEqualTo(
            """
            create  Calls
                    url      https://example.com/calls
                    events   meeting.started meeting.ended meeting.transcript recording.statusUpdate meeting.chatSynced
                    enabled  no
            edit    New
                    name     Old → New
                    events   +meeting.ended −meeting.summary
            edit    Events
                    events   meeting.ended → all
            delete  stage gone
                    url      https://example.com/gone
                    events   all
                    enabled  yes

            1 to create, 2 to change, 1 to delete.
            """);
  }

  @Tag("slow")
  @Test
  void breaksNoWordOnATerminal() {
    String out = cli.process().with("NO_COLOR", "1").onTerminal("01", 60, diff).exits(3).out();

    assertThat(out)
        .contains(
            """
                    events   meeting.started meeting.ended
                             meeting.transcript recording.statusUpdate
                             meeting.chatSynced
            """);
    assertThat(out.lines()).allMatch(line -> line.length() <= 60);
  }

  @Tag("slow")
  @Test
  void colorsEachKindOfStepOnATerminal() {
    assertThat(cli.process().with("TERM", "xterm").onTerminal("012", 80, diff).exits(3).out())
        .contains("\u001b[32mcreate  Calls\u001b[39m", "\u001b[33medit ", "\u001b[31mdelete ");
  }

  @Test
  void hasTheSameFactsInJson() throws IOException {
    List<?> steps = (List<?>) JsonText.parse(cli.run(diff + " -o json").exits(3).out());

    assertThat(steps).hasSize(4);
    assertThat(changes(steps, 0)).containsOnlyKeys("name", "url", "events", "enabled");
    assertThat(steps.get(0)).extracting("action").isEqualTo("create");
    assertThat(steps.get(1)).extracting("id").isEqualTo(oldId);
    assertThat(changes(steps, 1))
        .isEqualTo(
            Map.of(
                "name",
                Map.of("old", "Old", "new", "New"),
                "events",
                Map.of(
                    "old",
                    List.of("meeting.started", "meeting.summary"),
                    "new",
                    List.of("meeting.started", "meeting.ended"))));
    assertThat(changes(steps, 3).get("url"))
        .hasToString("{old=https://example.com/gone, new=null}");
    assertThat(cli.run(diff + " -o ndjson").exits(3).out().lines()).hasSize(4);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> changes(List<?> steps, int index) {
    return ((Map<String, Map<String, Object>>) steps.get(index)).getOrDefault("changes", Map.of());
  }
}
