package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How webhooks look on terminals of several widths. */
class TerminalTest {
  private static final String ALL =
      """
      "meeting.started","meeting.ended","meeting.participantJoined","meeting.participantLeft",
      "meeting.chatSynced","recording.statusUpdate","livestreaming.statusUpdate",
      "meeting.transcript","meeting.summary"
      """;

  private static CannedApi api;

  @BeforeAll
  static void start() throws IOException {
    api =
        CannedApi.answering(
            200,
            Map.of(),
            "{\"success\":true,\"data\":[%s,%s]}"
                .formatted(
                    webhook("0d1f069d-43bb-489a-ad8c-7eb95592ba8e", true, "Calls", "/hooks", ALL),
                    webhook(
                        "6e5b1a0c-8d5e-4a57-9c1f-2f6f4b0a7d11",
                        false,
                        "会議 and \\u001b[2Jmore",
                        "/recordings/of/a/rather/long/path?tenant=4711&region=europe-west",
                        "\"recording.statusUpdate\",\"meeting.ended\"")));
  }

  private static String webhook(
      String id, boolean enabled, String name, String path, String events) {
    return """
        {"id":"%s","created_at":"2022-05-28T07:01:53.075Z","updated_at":"2022-12-28T07:01:53Z",
         "enabled":%s,"name":"%s","url":"https://example.com%s","events":[%s]}
        """
        .formatted(id, enabled, name, path, events);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static String list(int columns, String... args) {
    String[] command = new String[args.length + 1];
    command[0] = "list";
    System.arraycopy(args, 0, command, 1, args.length);
    return api.cli()
        .with("NO_COLOR", "1")
        .with("TZ", "Europe/Berlin")
        .onTerminal("012", columns)
        .run(command)
        .data();
  }

  @Test
  void aTableAt160Columns() {
    assertThat(list(160))
        .isEqualTo(
            """
            ID                                    NAME                    ENABLED  EVENTS                                 URL
            0d1f069d-43bb-489a-ad8c-7eb95592ba8e  Calls                   yes      all                                    https://example.com/hooks
            6e5b1a0c-8d5e-4a57-9c1f-2f6f4b0a7d11  会議 and \\u001b[2Jmore  no       recording.statusUpdate, meeting.ended  https://example.com/recordings/of/a/rather/long/
                                                                                                                          path?tenant=4711&region=europe-west
            """);
  }

  @Test
  void recordsWhereATableDoesNotFit() {
    assertThat(list(80))
        .isEqualTo(
            """
            id       0d1f069d-43bb-489a-ad8c-7eb95592ba8e
            name     Calls
            enabled  yes
            events   meeting.started, meeting.ended, meeting.participantJoined,
                     meeting.participantLeft, meeting.chatSynced, recording.statusUpdate,
                     livestreaming.statusUpdate, meeting.transcript, meeting.summary
            url      https://example.com/hooks

            id       6e5b1a0c-8d5e-4a57-9c1f-2f6f4b0a7d11
            name     会議 and \\u001b[2Jmore
            enabled  no
            events   recording.statusUpdate, meeting.ended
            url      https://example.com/recordings/of/a/rather/long/path?tenant=4711&
                     region=europe-west
            """);
  }

  @Test
  void aTableOfFewFieldsAt80Columns() {
    assertThat(list(80, "--fields", "id,name,url"))
        .isEqualTo(
            """
            ID                                    NAME                  URL
            0d1f069d-43bb-489a-ad8c-7eb95592ba8e  Calls                 https://example.com/
                                                                        hooks
            6e5b1a0c-8d5e-4a57-9c1f-2f6f4b0a7d11  会議 and              https://example.com/
                                                  \\u001b[2Jmore         recordings/of/a/
                                                                        rather/long/path?
                                                                        tenant=4711&
                                                                        region=europe-west
            """);
  }

  @Test
  void localTimeAndUtc() {
    assertThat(list(80, "--fields", "created_at,updated_at,enabled"))
        .isEqualTo(
            """
            CREATED                     UPDATED                     ENABLED
            2022-05-28 09:01:53 +02:00  2022-12-28 08:01:53 +01:00  yes
            2022-05-28 09:01:53 +02:00  2022-12-28 08:01:53 +01:00  no
            """);
    assertThat(list(80, "--fields", "created_at", "--utc"))
        .isEqualTo(
            """
            CREATED
            2022-05-28 07:01:53 UTC
            2022-05-28 07:01:53 UTC
            """);
  }

  @ParameterizedTest
  @CsvSource({"NO_COLOR, 1, false", "NO_COLOR, '', true", "TERM, dumb, false", "TERM, xterm, true"})
  void colourWhereItIsWanted(String variable, String value, boolean coloured) {
    Cli cli = api.cli().with(variable, value);

    assertThat(cli.onTerminal("012", 80).run("list", "--fields", "id").exits(0).out())
        .startsWith(coloured ? "\u001b[1mID\u001b[0m\n" : "ID\n");
    assertThat(cli.onTerminal("012", 80).run("lst").exits(2).err())
        .startsWith(coloured ? "\u001b[31mrtk-webhooks:\u001b[0m There" : "rtk-webhooks: There");
    assertThat(cli.onTerminal("0", 80).run("lst").exits(2).err()).startsWith("rtk-webhooks: There");
    assertThat(cli.onTerminal("02", 80).run("list", "--fields", "id", "--output", "table").out())
        .startsWith("ID\n");
  }

  @Test
  void notesGoToAPersonOnly() throws IOException {
    String nothing = "{\"success\":true,\"data\":[]}";
    try (CannedApi empty = CannedApi.answering(200, Map.of(), nothing)) {
      Cli.Run run = empty.cli().onTerminal("012", 80).run("list").exits(0);

      assertThat(run.out()).isEmpty();
      assertThat(run.err()).isEqualTo("The app has no webhooks.\n");
      assertThat(empty.cli().run("list", "--output", "table").data()).isEmpty();
    }
  }
}
