package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that are wrong are refused before any call: there is nobody to answer one. */
class UsageTest {
  private static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";

  private final Cli cli = Cli.to("http://127.0.0.1:1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lsit | There is no command 'lsit'. Did you mean list?
          frobnicate | There is no command 'frobnicate'.
          lst | There is no command 'lst'. Did you mean list?
          list --acount-id=x | Unknown option: '--acount-id=x'. Did you mean --account-id?
          list --output jsno | Invalid value for option '--output': 'jsno' is none of table, json, ndjson. Did you mean json?
          list --fields id,ulr | Invalid value for option '--fields' (FIELD): 'ulr' is none of id, name, enabled, events, url, created_at, updated_at. Did you mean url?
          list --colour | Unknown option: '--colour'.
          list extra | Unexpected argument 'extra'
          get | Missing required parameter: 'ID'
          get 1-1-1-1-1 | Invalid value for positional parameter at index 0 (ID): '1-1-1-1-1' is not a UUID, such as 0d1f069d-43bb-489a-ad8c-7eb95592ba8e
          get ../secrets | Invalid value for positional parameter at index 0 (ID): '../secrets' is not a UUID, such as 0d1f069d-43bb-489a-ad8c-7eb95592ba8e
          create | Missing required options: '--name=NAME', '--url=URL', '--event=EVENT'
          create --name a --url example.com --event all | Invalid value for option '--url': 'example.com' is not an absolute http or https URL, such as https://example.com/hooks
          create --name a --url ftp://example.com --event all | Invalid value for option '--url': 'ftp://example.com' is not an absolute http or https URL, such as https://example.com/hooks
          create --name a --url https:///hooks --event all | Invalid value for option '--url': 'https:///hooks' is not an absolute http or https URL, such as https://example.com/hooks
          create --name a --url https://a/{b} --event all | Invalid value for option '--url': 'https://a/{b}' is not an absolute http or https URL, such as https://example.com/hooks
          edit ID | Nothing to change: give at least one of --name, --url, --event, --enable, --disable
          edit ID --allow-unknown-event | Nothing to change: give at least one of --name, --url, --event, --enable, --disable
          edit ID --enable --disable | Error: --enable, --disable are mutually exclusive (specify only one)
          delete ID | There is no terminal to ask on: deleting needs --force
          """)
  void exit2NamesTheFaultAndWhatIsAllowed(String args, String message) {
    Cli.Run run = cli.run(args.replace("ID", ID).split(" ")).exits(2);

    assertThat(run.err()).startsWith("rtk-webhooks: " + message + "\nSee 'rtk-webhooks ");
    assertThat(run.err()).hasLineCount(2).endsWith(" --help'.\n");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metting.started | Unknown event 'metting.started'. Did you mean meeting.started?
          all,Meeting.Ended | Unknown event 'Meeting.Ended'. Did you mean meeting.ended?
          meeting.started,,meeting.ended | Unknown event ''.
          room.opened.by.owner | Unknown event 'room.opened.by.owner'.
          """)
  void exit2ListsTheEvents(String events, String message) {
    Cli.Run run = cli.run("edit", ID, "--event", events).exits(2);

    assertThat(run.err().lines())
        .containsExactly(
            "rtk-webhooks: " + message,
            "Allowed: all, meeting.started, meeting.ended, meeting.participantJoined,"
                + " meeting.participantLeft, meeting.chatSynced, recording.statusUpdate,"
                + " livestreaming.statusUpdate, meeting.transcript, meeting.summary",
            "See 'rtk-webhooks edit --help'.");
  }

  @Test
  void anUnknownEventIsSentWhereItIsAllowed() {
    // Nobody answers, so the call that was tried shows in the exit code.
    cli.run("edit", ID, "--event", "room.opened", "--allow-unknown-event").exits(8);
  }

  @Test
  void exit2NamesAllThatIsMissing() {
    Cli.Run run =
        Stream.of("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID", "REALTIMEKIT_APP_ID")
            .reduce(cli, Cli::without, (a, b) -> b)
            .run("list")
            .exits(2);

    assertThat(run.err())
        .startsWith("rtk-webhooks: Missing: ")
        .contains(
            "the API token (set CLOUDFLARE_API_TOKEN, or give --token-file)",
            "the account (give --account-id, or set CLOUDFLARE_ACCOUNT_ID)",
            "the app (give --app-id, or set REALTIMEKIT_APP_ID)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLOUDFLARE_BASE_URL | http://api.example.com | The base URL http://api.example.com/ would send the token unencrypted: use https, or a host on this machine
          CLOUDFLARE_API_TOKEN | test token | The API token is empty, or holds a space, a line break or another character that no token has
          REALTIMEKIT_APP_ID | .. | appId is "..", and must be an identifier: neither blank nor a step in a path
          """)
  void exit2ForAnEnvironmentThatIsWrong(String variable, String value, String message) {
    Cli.Run run = cli.with(variable, value).run("list").exits(2);

    assertThat(run.err()).startsWith("rtk-webhooks: " + message + "\n").hasLineCount(2);
  }

  @Test
  void withoutACommandTheHelpGoesToStandardError() {
    Cli.Run run = cli.run().exits(2);

    assertThat(run.err()).startsWith("Usage: rtk-webhooks").contains("  create ");
    assertThat(run.out()).isEmpty();
  }
}
