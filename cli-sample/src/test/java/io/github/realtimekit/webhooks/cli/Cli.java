package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Runs the command line in this JVM, with an environment, an input and a terminal of its own. */
record Cli(Map<String, String> environment, String input, Terminal terminal, ZoneId zone) {
  /** As long as tokens are, to notice one that is cut. */
  static final String TOKEN = "test-token-" + "0123456789".repeat(4);

  private static final Terminal NO_TERMINAL = Terminal.of("", "");

  /** Outcome of one run. */
  record Run(List<String> args, int exitCode, String out, String err) {
    /** Checks the exit code, and shows both streams if it is another. */
    Run exits(int expected) {
      assertThat(exitCode)
          .as("exit code of %s%n--- out%n%s%n--- err%n%s%n---", args, out, err)
          .isEqualTo(expected);
      return this;
    }

    /** Returns standard output of a command that succeeded and printed nothing else. */
    String data() {
      exits(0);
      assertThat(err).as("standard error of %s", args).isEmpty();
      return out;
    }
  }

  /** Returns a command line with account, token, and an app that no other test uses. */
  static Cli to(String baseUrl) {
    return new Cli(
        Map.of(
            "CLOUDFLARE_BASE_URL",
            baseUrl,
            "CLOUDFLARE_API_TOKEN",
            TOKEN,
            "CLOUDFLARE_ACCOUNT_ID",
            "account",
            "REALTIMEKIT_APP_ID",
            UUID.randomUUID().toString()),
        "",
        NO_TERMINAL,
        ZoneOffset.UTC);
  }

  Cli with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new Cli(Map.copyOf(changed), input, terminal, zone);
  }

  Cli without(String variable) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.remove(variable);
    return new Cli(Map.copyOf(changed), input, terminal, zone);
  }

  Cli input(String text) {
    return new Cli(environment, text, terminal, zone);
  }

  /** Makes the streams with these digits a terminal. */
  Cli onTerminal(String streams, int columns) {
    return new Cli(environment, input, Terminal.of(streams, String.valueOf(columns)), zone);
  }

  Cli in(ZoneId zone) {
    return new Cli(environment, input, terminal, zone);
  }

  /** Runs arguments with single spaces between them. */
  Run run(String line) {
    return runArgs(line.isEmpty() ? new String[0] : line.split(" ", -1));
  }

  /** Runs a line, then further arguments, which may hold spaces. */
  Run run(String line, String... more) {
    List<String> args = new ArrayList<>(List.of(line.split(" ", -1)));
    args.addAll(List.of(more));
    return runArgs(args.toArray(String[]::new));
  }

  /** A run that has not ended yet. */
  record Running(WatchedOutput err, CompletableFuture<Run> end) {}

  /** Runs arguments with single spaces between them in another thread. */
  Running start(String line) {
    WatchedOutput out = new WatchedOutput();
    WatchedOutput err = new WatchedOutput();
    CompletableFuture<Run> end =
        CompletableFuture.supplyAsync(
            () -> runArgs(out, err, line.split(" ", -1)),
            task -> {
              Thread thread = new Thread(task, line);
              thread.setDaemon(true);
              thread.start();
            });
    return new Running(err, end);
  }

  private Run runArgs(String... args) {
    return runArgs(new WatchedOutput(), new WatchedOutput(), args);
  }

  private Run runArgs(WatchedOutput out, WatchedOutput err, String... args) {
    Console console =
        new Console(
            environment,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            zone);
    int exitCode = RtkWebhooks.run(console, args);
    return new Run(List.of(args), exitCode, out.text(), err.text());
  }

  /** Creates a webhook with all events, and returns its id. */
  String create(String name, String url) {
    try (WebhooksClient client = client()) {
      WebhookRequest request =
          WebhookRequest.builder()
              .name(name)
              .url(URI.create(url))
              .events(EventType.known())
              .build();
      return client.createWebhook(request).id().toString();
    }
  }

  /** Returns a client for the same app. */
  WebhooksClient client() {
    return WebhooksClient.builder()
        .baseUrl(environment.getOrDefault("CLOUDFLARE_BASE_URL", ""))
        .apiToken(environment.getOrDefault("CLOUDFLARE_API_TOKEN", ""))
        .accountId(environment.getOrDefault("CLOUDFLARE_ACCOUNT_ID", ""))
        .appId(environment.getOrDefault("REALTIMEKIT_APP_ID", ""))
        .build();
  }
}
