package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is deleted without a yes. */
class DeleteTest {
  private static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";

  private final Cli cli = SharedSandbox.cli();

  @Test
  void showsEachDeletedWebhook() {
    String one = cli.create("one", "https://example.com/1");
    String two = cli.create("two", "https://example.com/2");

    Cli.Run run =
        cli.run("delete %s %s %s --yes --fields id,name".formatted(one, two, one)).exits(0);
    assertThat(run.out()).isEqualTo("%s\tone\n%s\ttwo\n".formatted(one, two));
    assertThat(run.err())
        .isEqualTo("Deleted webhook %s.\nDeleted webhook %s.\n".formatted(one, two));
    assertThat(cli.run("list --output json").data()).isEqualTo("[]\n");
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"y\n", "YES\n", " yes \n"})
  void deletesAfterAYes(String reply) {
    String id = cli.create("Calls", "https://a.example");

    Cli.Run run =
        cli.process().input(reply).onTerminal("02", 160, "rm " + id + " --quiet").exits(0);

    assertThat(run.out()).isEqualTo(id + "\n");
    assertThat(run.err())
        .isEqualTo("Delete webhook 'Calls', which sends to https://a.example? [y/N] ");
    assertThat(cli.run("list").data()).isEmpty();
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"\n", "n\n", "yesterday\n", ""})
  void keepsItAfterAnyOtherReply(String reply) {
    String id = cli.create("Calls", "https://a.example");

    Cli.Run run = cli.process().input(reply).onTerminal("02", 160, "delete " + id).exits(1);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[y/N] ").endsWith("Nothing was deleted.\n");
    assertThat(cli.run("list --quiet").data()).isEqualTo(id + "\n");
  }

  @Tag("slow")
  @Test
  void asksOnceForSeveralAndShowsWhatATerminalWouldHide() {
    String one = cli.create("one\u202e", "https://example.com/1");
    String two = cli.create("two", "https://example.com/2");

    assertThat(
            cli.process()
                .input("n\n")
                .onTerminal("02", 80, "delete " + one + " " + two)
                .exits(1)
                .err())
        .startsWith(
            "Delete webhook 'one\\u202e', which sends to https://example.com/1,\n"
                + "  and 'two', which sends to https://example.com/2? [y/N] ");
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"", "0", "12", "01"})
  void exits2WithoutATerminalToAskOn(String terminals) throws IOException {
    try (CannedApi api = CannedApi.replying(500, Map.of(), "")) {
      Cli.Run run =
          api.cli().process().input("y\n").onTerminal(terminals, 80, "delete " + ID).exits(2);

      assertThat(run.err())
          .contains("There is no terminal to ask on: give --yes to confirm\nSee 'rtk-webhooks ");
      assertThat(api.requests()).isEmpty();
    }
  }

  @Tag("slow")
  @Test
  void doesNotAskAboutAWebhookThatDoesNotExist() {
    Cli.Run run = cli.process().input("y\n").onTerminal("02", 80, "delete " + ID).exits(5);

    assertThat(run.err()).contains("responded with status 404").doesNotContain("[y/N]");
  }

  @Test
  void goesOnAfterAWebhookThatDoesNotExist() {
    String one = cli.create("one", "https://example.com/1");
    String two = cli.create("two", "https://example.com/2");

    Cli.Run run = cli.run("delete %s %s %s --yes -q".formatted(one, ID, two)).exits(5);
    assertThat(run.out()).isEqualTo(one + "\n" + two + "\n");
    assertThat(run.err())
        .startsWith(
            "There is no webhook " + ID + ".\nrtk-webhooks: the API responded with status 404");
    assertThat(cli.run("list").data()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--force", "--yes", "-y"})
  void dryRunWinsOverYes(String yes) {
    String id = cli.create("Calls", "https://a.example");

    assertThat(cli.run("delete " + id + " --dry-run " + yes).exits(0).out())
        .startsWith("DELETE ")
        .endsWith("/webhooks/" + id + "\n");
    assertThat(cli.run("list -q").data()).isEqualTo(id + "\n");
  }
}
