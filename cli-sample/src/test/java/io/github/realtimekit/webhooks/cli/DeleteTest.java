package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is deleted that nobody said yes to. */
class DeleteTest {
  private static SandboxProcess sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = SandboxProcess.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "YES\n", " y \r\n", "yes"})
  void deletesAfterAYes(String answer) {
    Cli cli = sandbox.cli();
    String id = cli.create("Calls", "https://a.example");

    Cli.Run run = cli.onTerminal("012", 160).input(answer).run("delete", id, "--quiet").exits(0);

    assertThat(run.out()).isEqualTo(id + "\n");
    assertThat(run.err())
        .isEqualTo("Delete webhook 'Calls', which sends to https://a.example? [y/N] ");
    assertThat(cli.run("list").data()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "n\n", "yesterday\n", ""})
  void keepsItAfterAnythingElse(String answer) {
    Cli cli = sandbox.cli();
    String id = cli.create("Calls", "https://a.example");

    Cli.Run run = cli.onTerminal("02", 160).input(answer).run("delete", id).exits(1);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[y/N] ").endsWith("Not deleted.\n");
    assertThat(cli.run("list", "--quiet").data()).isEqualTo(id + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "12"})
  void exit2WithoutATerminalToAskOn(String terminals) throws IOException {
    try (CannedApi api = CannedApi.answering(500, Map.of(), "")) {
      Cli.Run run =
          api.cli()
              .onTerminal(terminals, 80)
              .input("y\n")
              .run("delete", "0d1f069d-43bb-489a-ad8c-7eb95592ba8e")
              .exits(2);

      assertThat(run.err())
          .contains("There is no terminal to ask on: deleting needs --force\nSee 'rtk-webhooks ");
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void whatIsNotThereIsNotAskedAbout() {
    Cli.Run run =
        sandbox
            .cli()
            .onTerminal("012", 80)
            .input("y\n")
            .run("delete", "0d1f069d-43bb-489a-ad8c-7eb95592ba8e")
            .exits(5);

    assertThat(run.err()).contains("the API answered 404").doesNotContain("[y/N]");
  }
}
