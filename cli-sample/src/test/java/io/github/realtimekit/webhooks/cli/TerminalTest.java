package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables on terminals of several widths, and colors. */
@Tag("slow")
class TerminalTest {
  private static final String ALL =
      EventType.known().stream()
          .map(type -> '"' + type.value() + '"')
          .collect(Collectors.joining(","));

  private static CannedApi api;

  @BeforeAll
  static void start() throws IOException {
    api =
        CannedApi.replying(
            200,
            Map.of(),
            "{\"success\":true,\"data\":[%s,%s]}"
                .formatted(
                    webhook("0d1f069d-43bb-489a-ad8c-7eb95592ba8e", true, "Calls", "/hooks", ALL),
                    webhook(
                        "6e5b1a0c-8d5e-4a57-9c1f-2f6f4b0a7d11",
                        false,
                        "会議 \uD83D\uDE00 \\u001b[2J\\u202eeman",
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

  private static String list(int columns, String options) {
    return api.cli()
        .process()
        .with("NO_COLOR", "1")
        .with("TZ", "Europe/Berlin")
        .onTerminal("01", columns, "list" + options)
        .data();
  }

  @Test
  void listFitsIntoOneLineForEachWebhook() {
    assertThat(list(160, ""))
        .isEqualTo(
            """
            ID                                    NAME                         ENABLED  EVENTS                                 URL
            0d1f069d-43bb-489a-ad8c-7eb95592ba8e  Calls                        yes      all                                    example.com/hooks
            6e5b1a0c-8d5e-4a57-9c1f-2f6f4b0a7d11  会議 😀 \\u001b[2J\\u202eeman  no       recording.statusUpdate, meeting.ended  example.com/recordings…711&region=europe-west
            """);
  }

  @Test
  void narrowListShowsBothEndsOfNamesAndUrls() {
    assertThat(list(80, ""))
        .isEqualTo(
            """
            ID                                    NAME             ENABLED  URL
            0d1f069d-43bb-489a-ad8c-7eb95592ba8e  Calls            yes      example.…m/hooks
            6e5b1a0c-8d5e-4a57-9c1f-2f6f4b0a7d11  会議 😀 \\…eeman  no       example.…pe-west
            """);
  }

  @Test
  void idsStayWholeOnTheNarrowestTerminal() {
    assertThat(list(40, ""))
        .contains("0d1f069d-43bb-489a-ad8c-7eb95592ba8e", "6e5b1a0c-8d5e-4a57-9c1f-2f6f4b0a7d11")
        .hasLineCount(3);
  }

  @Test
  void wideShowsEveryCellInFull() {
    assertThat(list(80, " --wide"))
        .contains("path?tenant=4711&region=europe-west", "meeting.transcript, meeting.summary")
        .doesNotContain("…")
        .hasLineCount(3);
  }

  @Test
  void timesAreLocalOnATerminalAndUtcElsewhere() {
    assertThat(list(80, " --fields created_at,updated_at,enabled"))
        .isEqualTo(
            """
            CREATED                     UPDATED                     ENABLED
            2022-05-28 09:01:53 +02:00  2022-12-28 08:01:53 +01:00  yes
            2022-05-28 09:01:53 +02:00  2022-12-28 08:01:53 +01:00  no
            """);
    String utc = "2022-05-28 07:01:53 UTC\n2022-05-28 07:01:53 UTC\n";
    assertThat(
            api.cli().process().with("TZ", "Europe/Berlin").run("list --fields created_at").data())
        .isEqualTo(utc);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_COLOR, 1, false",
    "NO_COLOR, '', true",
    "CLICOLOR, 0, false",
    "CLICOLOR, 1, true",
    "TERM, dumb, false",
    "TERM, xterm, true"
  })
  void colorsEachStreamByItself(String variable, String value, boolean colored) {
    ProcessRun process = api.cli().process().with(variable, value);
    String bold = colored ? "\u001b[1m" : "ID\n";
    String red = colored ? "\u001b[31m" : "rtk-webhooks: There";

    assertThat(process.onTerminal("012", 80, "list --fields id").exits(0).out()).startsWith(bold);
    assertThat(process.onTerminal("02", 80, "lxt").exits(2).err()).contains(red).contains("There");
    assertThat(process.onTerminal("01", 80, "lxt").exits(2).err())
        .startsWith("rtk-webhooks: There");
    assertThat(process.onTerminal("02", 80, "list --fields id --output table").out())
        .startsWith("ID\n");
  }

  @Test
  void saysOnATerminalThatAnAppHasNoWebhooks() throws IOException {
    try (CannedApi empty = CannedApi.replying(200, Map.of(), "{\"success\":true,\"data\":[]}")) {
      Cli.Run run =
          empty.cli().process().with("NO_COLOR", "1").onTerminal("012", 80, "list").exits(0);

      assertThat(run.out()).isEqualTo("ID  NAME  ENABLED  URL\nThe app has no webhooks.\n");
      assertThat(empty.cli().run("list --output table").exits(0).err()).isEmpty();
    }
  }
}
