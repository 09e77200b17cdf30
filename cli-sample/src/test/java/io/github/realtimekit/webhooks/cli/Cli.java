package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs the command line as people do: in a process of its own, with nothing in its environment but
 * what is given.
 */
record Cli(List<String> launcher, Map<String, String> environment, String input) {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  static final Path LAUNCHER = Path.of("rtk-webhooks").toAbsolutePath();
  static final Path JAR = Path.of("target/rtk-webhooks.jar").toAbsolutePath();
  static final Path ARCHIVE = JAR.resolveSibling("rtk-webhooks.jsa");

  /** What came of it. */
  record Run(List<String> command, int exitCode, String out, String err) {
    /** Shows both streams if the exit code is another. */
    Run exits(int expected) {
      assertThat(exitCode)
          .as("exit code of %s%n--- out%n%s%n--- err%n%s%n---", command, out, err)
          .isEqualTo(expected);
      return this;
    }

    /** Of a command that went well, and had nothing to say but this. */
    String data() {
      exits(0);
      assertThat(err).as("standard error of %s", command).isEmpty();
      return out;
    }
  }

  /** With account, token, and an app that no other test uses. */
  static Cli to(String baseUrl) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("TZ", "UTC");
    environment.put("CLOUDFLARE_BASE_URL", baseUrl);
    environment.put("CLOUDFLARE_API_TOKEN", "sandbox-token");
    environment.put("CLOUDFLARE_ACCOUNT_ID", "account");
    environment.put("REALTIMEKIT_APP_ID", UUID.randomUUID().toString());
    return new Cli(List.of(LAUNCHER.toString()), Map.copyOf(environment), "");
  }

  Cli with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new Cli(launcher, Map.copyOf(changed), input);
  }

  Cli without(String variable) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.remove(variable);
    return new Cli(launcher, Map.copyOf(changed), input);
  }

  Cli input(String text) {
    return new Cli(launcher, environment, text);
  }

  Cli launcher(String... command) {
    return new Cli(List.of(command), environment, input);
  }

  /** As the launcher starts Java when the streams with these numbers are a terminal. */
  Cli onTerminal(String streams, int columns) {
    return launcher(
        JAVA,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseG1GC",
        "-XX:SharedArchiveFile=" + ARCHIVE,
        "-Xlog:disable",
        "-Drtk.terminals=" + streams,
        "-Drtk.columns=" + columns,
        "-jar",
        JAR.toString());
  }

  Run run(String... args) {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Run(command, process.waitFor(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The id of a new webhook with all events; made without a process, since it is not the point. */
  String create(String name, String url) {
    try (WebhooksClient client =
        WebhooksClient.builder()
            .baseUrl(environment.getOrDefault("CLOUDFLARE_BASE_URL", ""))
            .apiToken(environment.getOrDefault("CLOUDFLARE_API_TOKEN", ""))
            .accountId(environment.getOrDefault("CLOUDFLARE_ACCOUNT_ID", ""))
            .appId(environment.getOrDefault("REALTIMEKIT_APP_ID", ""))
            .build()) {
      WebhookRequest request =
          WebhookRequest.builder()
              .name(name)
              .url(URI.create(url))
              .events(EventType.known())
              .build();
      return client.createWebhook(request).id().toString();
    }
  }

  private static CompletableFuture<String> read(InputStream in) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
