package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {
  private final Cli cli = Cli.to("http://127.0.0.1:1");

  @Test
  void tellsCommandsEnvironmentAndExitCodes() {
    String help = cli.run("--help").data();

    assertThat(help).startsWith("Usage: rtk-webhooks [OPTIONS] COMMAND\n").endsWith("\n");
    assertThat(help)
        .contains("  list ", "  get ", "  create ", "  replace ", "  edit ", "  delete ")
        .contains("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID", "REALTIMEKIT_APP_ID")
        .contains("CLOUDFLARE_BASE_URL", "   5   not found\n", "   8   no answer from the API\n");
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
          delete     | Usage: rtk-webhooks delete ID [OPTIONS]
          completion | Usage: rtk-webhooks completion SHELL
          """)
  void everyCommandHasExamples(String command, String usage) {
    String help = cli.run(command, "--help").data();

    assertThat(help).startsWith(usage + "\n").containsPattern("\nExamples?.*:\n  .*rtk-webhooks ");
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void breaksLinesBetweenWords() {
    String help = cli.run("list", "--help").data().replaceAll("\\s+", " ");

    assertThat(help)
        .contains("By default a table on a terminal; elsewhere a line for each webhook, with tabs")
        .contains("No option takes the token itself, which others could see.");
  }

  @Test
  void listsTheEventsThatTheClientKnows() {
    String help = cli.run("edit", "--help").data();

    assertThat(EventType.known()).hasSizeGreaterThanOrEqualTo(9);
    assertThat(help)
        .contains(EventType.known().stream().map(event -> "  " + event + "\n").toList());
  }

  @Test
  void version() {
    assertThat(cli.run("--version").data()).matches("rtk-webhooks \\d+\\.\\d+\\.\\d+.*\n");
  }
}
