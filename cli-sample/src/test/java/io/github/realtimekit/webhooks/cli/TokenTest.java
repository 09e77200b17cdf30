package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the token may come from, and where it must not show. */
class TokenTest {
  private static final String SECRET = "test-token-4711";

  private static SandboxProcess sandbox;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeAll
  static void start() throws IOException {
    sandbox = SandboxProcess.start("--token", SECRET);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void fromAFileWhichWinsOverTheEnvironment() throws IOException {
    Path file = Files.writeString(folder.resolve("the token"), SECRET + "\n");

    sandbox.cli().run("list").exits(4);
    assertThat(
            sandbox.cli().run("list", "--output", "json", "--token-file", file.toString()).data())
        .isEqualTo("[]\n");
  }

  @Test
  void fromStandardInput() {
    Cli cli = sandbox.cli().without("CLOUDFLARE_API_TOKEN").input(SECRET + "\n");

    assertThat(cli.run("list", "--output", "json", "--token-file", "-").data()).isEqualTo("[]\n");
  }

  @Test
  void exit2IfThereIsNone() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    String nowhere = folder.resolve("nowhere").toString();

    assertThat(sandbox.cli().run("list", "--token-file", nowhere).exits(2).err())
        .startsWith("rtk-webhooks: Cannot read the API token: ")
        .contains(nowhere)
        .hasLineCount(2);
    assertThat(sandbox.cli().run("list", "--token-file", empty.toString()).exits(2).err())
        .startsWith("rtk-webhooks: Missing: the API token (");
    assertThat(sandbox.cli().onTerminal("0", 80).run("list", "--token-file", "-").exits(2).err())
        .startsWith(
            "rtk-webhooks: --token-file - reads the token from a pipe, not from a terminal\n");
  }

  @Test
  void verboseShowsTheExchangeWithoutTheToken() {
    Cli cli = sandbox.cli().with("CLOUDFLARE_API_TOKEN", SECRET);
    String id = cli.create("Calls", "https://a.example");

    Cli.Run run = cli.run("edit", id, "--disable", "--fields", "enabled", "--verbose").exits(0);

    assertThat(run.out()).isEqualTo("no\n");
    assertThat(run.err())
        .contains("> PATCH http://127.0.0.1:", "/webhooks/" + id + "\n")
        .contains("> Authorization: [hidden]\n", "> {\"enabled\":false}\n", "< 200 ")
        .containsIgnoringCase("< cf-ray: ")
        .doesNotContain(SECRET);
  }

  @Test
  void aTokenThatIsRefusedIsNotTold() {
    Cli.Run run =
        sandbox.cli().with("CLOUDFLARE_API_TOKEN", "another-secret").run("list", "-v").exits(4);

    assertThat(run.err()).contains("the API answered 401").doesNotContain("another-secret");
  }
}
