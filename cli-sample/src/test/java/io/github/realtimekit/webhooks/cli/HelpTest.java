package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private final Cli cli = Cli.to("http://127.0.0.1:1");

  @Test
  void listsCommandsEnvironmentAndExitCodes() {
    String help = cli.run("--help").data();

    assertThat(help).startsWith("Usage: rtk-webhooks COMMAND [OPTIONS]\n").endsWith("\n");
    assertThat(help)
        .contains("  list, ls ", "  get, show ", "  create, new ", "  replace ", "  edit, update ")
        .contains("  delete, rm ", "CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID")
        .contains("REALTIMEKIT_APP_ID", "CLOUDFLARE_BASE_URL", "HTTPS_PROXY")
        .contains("   5   not found\n", "   8   no response from the API\n")
        .doesNotContain("__complete");
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list       | Usage: rtk-webhooks list [OPTIONS]
          get        | Usage: rtk-webhooks get ID [OPTIONS]
          create     | Usage: rtk-webhooks create --name NAME --url URL --event EVENT [OPTIONS]
          replace    | Usage: rtk-webhooks replace ID --name NAME --url URL --event EVENT [OPTIONS]
          edit       | Usage: rtk-webhooks edit ID [OPTIONS]
          delete     | Usage: rtk-webhooks delete ID... [OPTIONS]
          events     | Usage: rtk-webhooks events [OPTIONS]
          apply      | Usage: rtk-webhooks apply -f FILE [OPTIONS]
          diff       | Usage: rtk-webhooks diff -f FILE [OPTIONS]
          export     | Usage: rtk-webhooks export [OPTIONS]
          listen     | Usage: rtk-webhooks listen [OPTIONS]
          trigger    | Usage: rtk-webhooks trigger EVENT --to URL [OPTIONS]
          verify     | Usage: rtk-webhooks verify --body FILE --signature TEXT [OPTIONS]
          completion | Usage: rtk-webhooks completion SHELL
          """)
  void everyCommandHasExamples(String command, String usage) {
    String help = cli.run(command + " --help").data();

    assertThat(help).startsWith(usage + "\n").containsPattern("\nExamples?.*:\n  .*rtk-webhooks ");
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    assertThat(help.split("\nExit codes:\n")).as("sections printed once").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help get", "help get", "get -h", "get --help --fields nonsense"})
  void worksWhereverItStands(String line) {
    assertThat(cli.run(line).exits(line.contains("nonsense") ? 2 : 0).out())
        .isEqualTo(line.contains("nonsense") ? "" : cli.run("get --help").data());
  }

  @ParameterizedTest
  @ValueSource(ints = {55, 80, 200})
  void doesNotFoldExamples(int columns) {
    String help = cli.with("NO_COLOR", "1").onTerminal("012", columns).run("replace --help").data();

    assertThat(help)
        .endsWith("      --url https://example.com/hooks --event meeting.started,meeting.ended\n");
  }

  @Test
  void takesTheWidthOfTheTerminal() {
    Cli onTerminal = cli.with("NO_COLOR", "1");

    assertThat(onTerminal.onTerminal("1", 60).run("list --help").data().lines())
        .allMatch(line -> line.length() <= 60);
    assertThat(onTerminal.onTerminal("1", 100).run("list --help").data().lines())
        .anyMatch(line -> line.length() > 80)
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void listsTheEventsThatTheClientKnows() {
    String help = cli.run("edit --help").data();

    assertThat(EventType.known()).hasSizeGreaterThanOrEqualTo(9);
    assertThat(help)
        .contains(EventType.known().stream().map(event -> "  " + event + "\n").toList());
  }
}
