package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that are wrong end before any call: no server is there to respond. */
class UsageTest {
  private static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";

  private final Cli cli = Cli.to("http://127.0.0.1:1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lisst | There is no command 'lisst'. Did you mean list?
          crate | There is no command 'crate'. Did you mean create?
          frobnicate | There is no command 'frobnicate'.
          li | There is no command 'li'.
          list --acount-id=x | Unknown option '--acount-id'. Did you mean --account-id?
          list --ac | Unknown option '--ac'.
          list --colour | Unknown option '--colour'.
          list extra | Unexpected argument 'extra'
          --colour list | Unknown option '--colour'.
          -v list | The option '-v' goes after the command
          --output json list | The option '--output' goes after the command
          create --nam Calls | Unknown option '--nam'. Did you mean --name?
          create --name a --url https://a.example --events all | Unknown option '--events'. Did you mean --event?
          list --output jsno | Invalid value for option '--output': expected one of [table, json, ndjson] (case-insensitive) but was 'jsno'
          list --fields id,ulr | Invalid value for option '--fields' (FIELD): expected one of [id, name, enabled, events, url, created_at, updated_at] (case-insensitive) but was 'ulr'
          list --timeout -1 | --timeout must be a number of seconds, or 0 for no limit
          get | Missing required parameter: 'ID'
          get 1-1-1-1-1 | Invalid value for positional parameter at index 0 (ID): '1-1-1-1-1' is not a UUID, such as 0d1f069d-43bb-489a-ad8c-7eb95592ba8e
          get ../secrets | Invalid value for positional parameter at index 0 (ID): '../secrets' is not a UUID, such as 0d1f069d-43bb-489a-ad8c-7eb95592ba8e
          create | Missing required options: --name, --url, --event
          create --url https://a.example | Missing required options: --name, --event
          create --name a --url example.com --event all | Invalid value for option '--url': 'example.com' is not an absolute http or https URL, such as https://example.com/hooks
          create --name a --url ftp://example.com --event all | Invalid value for option '--url': 'ftp://example.com' is not an absolute http or https URL, such as https://example.com/hooks
          create --name a --url https:///hooks --event all | Invalid value for option '--url': 'https:///hooks' is not an absolute http or https URL, such as https://example.com/hooks
          create --name a --url https://a/{b} --event all | Invalid value for option '--url': 'https://a/{b}' is not an absolute http or https URL, such as https://example.com/hooks
          create --name a --url https://a.example --event meeting.started, | An event is missing before or after a comma
          edit ID --event meeting.started,,meeting.ended | An event is missing before or after a comma
          edit ID --event=,meeting.ended | An event is missing before or after a comma
          edit ID | Nothing to change: give at least one of --name, --url, --event, --enable, --disable
          edit ID --allow-unknown-event | Nothing to change: give at least one of --name, --url, --event, --enable, --disable
          edit ID --enable --disable | Give --enable or --disable, not both
          delete ID | There is no terminal to ask on: give --yes to confirm
          listen --port 99999 | --port must be from 0 to 65535
          listen --port -1 | --port must be from 0 to 65535
          listen --count -1 | --count must be from 0 to 2147483647
          trigger all --print | Give one event, such as meeting.ended
          trigger --print | Give either an event, such as meeting.ended, or --delivery FILE
          trigger meeting.ended | Missing required option: '--to=URL', or --print
          verify --body x | Give --body and --signature, or --delivery alone
          """)
  void exits2AndNamesTheMistake(String args, String message) {
    Cli.Run run = cli.run(args.replace("ID", ID)).exits(2);

    assertThat(run.err()).startsWith("rtk-webhooks: " + message + "\nSee 'rtk-webhooks");
    assertThat(run.err()).hasLineCount(2).endsWith(" --help'.\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void exits2AndListsTheEvents() {
    Cli.Run run = cli.run("edit " + ID + " --event all,metting.started").exits(2);

    String allowed =
        EventType.known().stream().map(EventType::value).collect(Collectors.joining(", "));
    assertThat(run.err().lines())
        .containsExactly(
            "rtk-webhooks: Unknown event 'metting.started'",
            "Allowed: all, " + allowed + "; others with --allow-unknown-event",
            "See 'rtk-webhooks edit --help'.");
  }

  @Test
  void exits2AndNamesEverythingThatIsMissing() {
    Cli.Run run =
        Stream.of("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID", "REALTIMEKIT_APP_ID")
            .reduce(cli, (each, variable) -> each.with(variable, ""), (a, b) -> b)
            .run("list")
            .exits(2);

    assertThat(run.err())
        .startsWith("rtk-webhooks: Missing: ")
        .contains(
            "the API token (set CLOUDFLARE_API_TOKEN, or give --token-file; tokens are made at"
                + " https://dash.cloudflare.com/profile/api-tokens)",
            "the account (give --account-id, or set CLOUDFLARE_ACCOUNT_ID)",
            "the app (give --app-id, or set REALTIMEKIT_APP_ID)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLOUDFLARE_BASE_URL | http://api.example.com
          CLOUDFLARE_API_TOKEN | test token
          REALTIMEKIT_APP_ID | ..
          CLOUDFLARE_BASE_URL | ''
          CLOUDFLARE_BASE_URL | not a URL
          """)
  void exits2ForAnInvalidEnvironment(String variable, String value) {
    Cli.Run run = cli.with(variable, value).run("list").exits(2);

    assertThat(run.err()).startsWith("rtk-webhooks: ").hasLineCount(2).doesNotContain("test token");
    assertThat(run.err()).endsWith("See 'rtk-webhooks list --help'.\n");
  }

  @Tag("slow")
  @Test
  void exits2ForAnEmptyBaseUrl() {
    assertThat(cli.process().with("CLOUDFLARE_BASE_URL", "").run("list").exits(2).err())
        .startsWith("rtk-webhooks: The base URL is empty: unset CLOUDFLARE_BASE_URL, or give");
  }

  @Test
  void printsTheHelpOnStandardErrorWithoutACommand() {
    Cli.Run run = cli.run("").exits(2);

    assertThat(run.err()).startsWith("Usage: rtk-webhooks").contains("  create, new ");
    assertThat(run.out()).isEmpty();
  }
}
