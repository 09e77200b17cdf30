package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs the command line in this JVM, with options in the place of environment variables. */
record Cli(Map<String, String> environment) {
  /** As long as tokens are, to notice one that is cut. */
  static final String TOKEN = "test-token-" + "0123456789".repeat(4);

  private static final Map<String, String> OPTIONS =
      Map.of(
          "CLOUDFLARE_BASE_URL", "--base-url",
          "CLOUDFLARE_API_TOKEN", "--token-file",
          "CLOUDFLARE_ACCOUNT_ID", "--account-id",
          "REALTIMEKIT_APP_ID", "--app-id");

  private static final Map<String, Path> FILES = new ConcurrentHashMap<>();

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
            UUID.randomUUID().toString()));
  }

  /** Sets one of the variables that have an option; {@link #process()} takes any. */
  Cli with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new Cli(Map.copyOf(changed));
  }

  /** Returns the same as a process of its own. */
  ProcessRun process() {
    return ProcessRun.of(environment);
  }

  /** Runs arguments with single spaces between them. */
  Run run(String line) {
    return runArgs(new WatchedOutput(), new WatchedOutput(), split(line));
  }

  /** Runs a line, then further arguments, which may hold spaces. */
  Run run(String line, String... more) {
    List<String> args = split(line);
    args.addAll(List.of(more));
    return runArgs(new WatchedOutput(), new WatchedOutput(), args);
  }

  static List<String> split(String line) {
    return new ArrayList<>(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
  }

  /** A run that has not ended yet. */
  record Running(WatchedOutput err, CompletableFuture<Run> end) {}

  /** Runs arguments with single spaces between them in another thread. */
  Running start(String line) {
    WatchedOutput out = new WatchedOutput();
    WatchedOutput err = new WatchedOutput();
    CompletableFuture<Run> end =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return runArgs(out, err, split(line));
              } finally {
                err.end();
              }
            },
            task -> {
              Thread thread = new Thread(task, line);
              thread.setDaemon(true);
              thread.start();
            });
    return new Running(err, end);
  }

  private Run runArgs(WatchedOutput out, WatchedOutput err, List<String> args) {
    CommandLine commandLine =
        RtkWebhooks.commandLine()
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    List<String> all = new ArrayList<>(args);
    @Nullable CommandLine command =
        args.isEmpty() ? null : commandLine.getSubcommands().get(args.get(0));
    if (command != null) {
      all.addAll(1, options(command, args));
    }
    int exitCode = commandLine.execute(all.toArray(String[]::new));
    commandLine.getOut().flush();
    return new Run(args, exitCode, out.text(), err.text());
  }

  private List<String> options(CommandLine command, List<String> args) {
    List<String> options = new ArrayList<>();
    OPTIONS.forEach(
        (variable, option) -> {
          boolean given = args.stream().anyMatch(arg -> arg.startsWith(option));
          @Nullable String value = environment.get(variable);
          if (value != null && !given && command.getCommandSpec().findOption(option) != null) {
            options.add(option + "=" + (option.endsWith("-file") ? file(value) : value));
          }
        });
    return options;
  }

  /** Returns a file with this content. */
  static Path file(String content) {
    return FILES.computeIfAbsent(
        content,
        text -> {
          try {
            Path file = Files.createTempFile("rtk-webhooks", ".token");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
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
