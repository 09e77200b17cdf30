package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of the token, and places where it must not show. */
class TokenTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private static Cli cli(String token) {
    return SharedSandbox.cli().with("CLOUDFLARE_API_TOKEN", token);
  }

  @Test
  void fileOverridesTheEnvironment() throws IOException {
    Path file = Files.writeString(folder.resolve("the token"), Cli.TOKEN + "\n");

    Cli cli = cli("another-test-token");
    cli.run("list").exits(4);
    assertThat(cli.run("list --output json --token-file", file.toString()).data())
        .isEqualTo("[]\n");
  }

  @Tag("slow")
  @Test
  void comesFromStandardInput() {
    ProcessRun process =
        SharedSandbox.cli().with("CLOUDFLARE_API_TOKEN", "").process().input(Cli.TOKEN + "\n");

    assertThat(process.run("list --output json --token-file -").data()).isEqualTo("[]\n");
  }

  @Tag("slow")
  @Test
  void exits2IfThereIsNone() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    String nowhere = folder.resolve("nowhere").toString();

    assertThat(SharedSandbox.cli().run("list --token-file " + nowhere).exits(2).err())
        .startsWith(
            "rtk-webhooks: Cannot read the API token in "
                + nowhere
                + ": there is no such file or folder\n");
    assertThat(SharedSandbox.cli().run("list --token-file " + folder).exits(2).err())
        .startsWith("rtk-webhooks: Cannot read the API token in " + folder + ": ")
        .hasLineCount(2);
    assertThat(SharedSandbox.cli().run("list --token-file " + empty).exits(2).err())
        .startsWith("rtk-webhooks: Missing: the API token (");
    assertThat(
            SharedSandbox.cli().process().onTerminal("0", 80, "list --token-file -").exits(2).err())
        .startsWith(
            "rtk-webhooks: --token-file - reads the token from a pipe, and standard input is a"
                + " terminal\n");
  }

  @Test
  void verboseShowsRequestAndResponseWithoutIt() {
    Cli cli = SharedSandbox.cli();
    String id = cli.create("Calls", "https://a.example");

    Cli.Run run = cli.run("edit " + id + " --disable --fields enabled --verbose").exits(0);

    assertThat(run.out()).isEqualTo("no\n");
    assertThat(run.err())
        .contains("> PATCH http://127.0.0.1:", "/webhooks/" + id + "\n")
        .contains("> Authorization: [hidden]\n", "> {\"enabled\":false}\n", "< 200 ")
        .containsIgnoringCase("< cf-ray: ")
        .doesNotContain(Cli.TOKEN);
  }

  @Test
  void isNotShownWhenItIsNotAccepted() {
    Cli.Run run = cli("another-test-token").run("list -v").exits(4);

    assertThat(run.err())
        .contains("responded with status 401")
        .doesNotContain("another-test-token");
  }
}
