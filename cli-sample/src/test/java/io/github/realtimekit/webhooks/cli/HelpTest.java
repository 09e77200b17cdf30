package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private final Cli cli = Cli.to("http://127.0.0.1:1");

  @Test
  void listsCommandsEnvironmentAndExitCodes() {
    String help = cli.run("--help").data();

    assertThat(help).startsWith("Usage: rtk-webhooks [OPTIONS] [COMMAND]\n").endsWith("\n");
    assertThat(help)
        .contains("  list, ls ", "  get, show ", "  create, new ", "  replace ", "  edit, update ")
        .contains("  delete, rm ", "CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID")
        .contains("REALTIMEKIT_APP_ID", "CLOUDFLARE_BASE_URL", "HTTPS_PROXY")
        .contains("  5  not found\n", "  8  no response from the API, a receiver ")
        .doesNotContain("__complete");
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list       | Usage: rtk-webhooks list [OPTIONS]
          get        | Usage: rtk-webhooks get [OPTIONS] ID
          create     | Usage: rtk-webhooks create [OPTIONS]
          replace    | Usage: rtk-webhooks replace [OPTIONS] ID
          edit       | Usage: rtk-webhooks edit [OPTIONS] ID
          delete     | Usage: rtk-webhooks delete [OPTIONS] ID...
          events     | Usage: rtk-webhooks events [OPTIONS]
          apply      | Usage: rtk-webhooks apply [OPTIONS]
          diff       | Usage: rtk-webhooks diff [OPTIONS]
          export     | Usage: rtk-webhooks export [OPTIONS]
          listen     | Usage: rtk-webhooks listen [OPTIONS]
          trigger    | Usage: rtk-webhooks trigger [OPTIONS] [EVENT]
          verify     | Usage: rtk-webhooks verify [OPTIONS]
          completion | Usage: rtk-webhooks completion [OPTIONS] SHELL
          """)
  void everyCommandHasExamples(String command, String usage) {
    String help = cli.run(command + " --help").data();

    assertThat(help).startsWith(usage + "\n").containsPattern("\nExamples?.*:\n  .*rtk-webhooks ");
    assertThat(help.indexOf("\nExample")).as("examples first").isLessThan(help.indexOf("--help"));
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    assertThat(help).doesNotContain("Exit codes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help get", "get -h", "get 0d1f069d-43bb-489a-ad8c-7eb95592ba8e --help"})
  void isTheSameForEachSpelling(String line) {
    assertThat(cli.run(line).data()).isEqualTo(cli.run("get --help").data());
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {55, 80, 200})
  void doesNotFoldExamples(int columns) {
    String help =
        cli.process().with("NO_COLOR", "1").onTerminal("01", columns, "replace --help").data();

    assertThat(help)
        .contains(
            "\n      --url https://example.com/hooks --event meeting.started,meeting.ended\n");
  }

  @Tag("slow")
  @Test
  void takesTheWidthOfTheTerminal() {
    ProcessRun process = cli.process().with("NO_COLOR", "1");

    assertThat(process.onTerminal("01", 60, "list --help").data().lines())
        .allMatch(line -> line.length() <= 60);
    assertThat(process.onTerminal("01", 100, "list --help").data().lines())
        .anyMatch(line -> line.length() > 80)
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void listsTheKnownEvents() {
    String help = cli.run("edit --help").data();

    assertThat(EventType.known()).hasSizeGreaterThanOrEqualTo(9);
    assertThat(help.replaceAll("\\s+", ""))
        .contains(
            "all," + String.join(",", EventType.known().stream().map(EventType::value).toList()));
  }
}
