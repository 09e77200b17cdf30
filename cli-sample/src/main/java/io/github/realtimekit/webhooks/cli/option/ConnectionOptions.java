package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for which app to work on, where the API is, and with which token. */
public final class ConnectionOptions {
  /** More than any token has, so that a wrong file does not fill the memory. */
  private static final int LONGEST_TOKEN = 8192;

  private static final String DEFAULT_BASE_URL = "https://api.cloudflare.com";

  @Option(
      names = "--account-id",
      paramLabel = "ID",
      defaultValue = "${env:CLOUDFLARE_ACCOUNT_ID}",
      description = "Account; by default $$CLOUDFLARE_ACCOUNT_ID.")
  private @Nullable String accountId;

  @Option(
      names = "--app-id",
      paramLabel = "ID",
      defaultValue = "${env:REALTIMEKIT_APP_ID}",
      description = "App; by default $$REALTIMEKIT_APP_ID.")
  private @Nullable String appId;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "File with the API token, or - for standard input; by default the token is"
              + " $$CLOUDFLARE_API_TOKEN. No option takes the token itself, since other users could"
              + " see it.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      defaultValue = "${env:CLOUDFLARE_BASE_URL}",
      description = "Base URL of the API; by default $$CLOUDFLARE_BASE_URL, else Cloudflare's.")
  private @Nullable String baseUrl;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Time limit for a call with all of its retries; ${DEFAULT-VALUE} by default.")
  private int timeout;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log each request and response on standard error, without credentials.")
  private boolean verbose;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final Console console;

  /** Called by picocli. */
  public ConnectionOptions(Console console) {
    this.console = console;
  }

  /** Returns the account; empty if none is given. */
  public String account() {
    return accountId == null ? "" : accountId;
  }

  /** Returns the app; empty if none is given. */
  public String app() {
    return appId == null ? "" : appId;
  }

  /** Returns the host of the API. */
  public String host() {
    return URI.create(baseUrl == null ? DEFAULT_BASE_URL : baseUrl).getAuthority();
  }

  /** Returns the time limit for a call. */
  public Duration timeout() {
    return Duration.ofSeconds(timeout);
  }

  /**
   * Opens a client for the app.
   *
   * @throws ParameterException if something is missing or invalid; everything that is missing is
   *     named at once
   */
  public WebhooksClient open() {
    String token = tokenFile == null ? console.variable("CLOUDFLARE_API_TOKEN") : read(tokenFile);
    check(token);
    try {
      WebhooksClient.Builder client =
          WebhooksClient.builder()
              .apiToken(token)
              .accountId(account())
              .appId(app())
              .okHttpClient(http())
              .callTimeout(timeout())
              .userAgentSuffix("rtk-webhooks");
      if (baseUrl != null) {
        client.baseUrl(baseUrl);
      }
      if (verbose) {
        client.log(line -> console.err().println(TerminalText.printable(line)));
      }
      return client.build();
    } catch (IllegalArgumentException invalid) {
      throw new ParameterException(command.commandLine(), invalid.getMessage(), invalid);
    }
  }

  private OkHttpClient http() {
    URI target = URI.create(baseUrl == null ? DEFAULT_BASE_URL : baseUrl);
    OkHttpClient.Builder http =
        new OkHttpClient.Builder()
            .eventListener(new CallWatch(console))
            .readTimeout(Duration.ofSeconds(30));
    @Nullable EnvironmentProxy proxy = EnvironmentProxy.find(console, target);
    if (proxy != null) {
      proxy.addTo(http);
    }
    if ("http".equals(target.getScheme())) {
      // Without TLS there is no need to read the certificates that this machine trusts.
      http.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    return http.build();
  }

  private void check(String token) {
    if (timeout < 0) {
      throw new ParameterException(
          command.commandLine(),
          "--timeout is %d, and must be a number of seconds, or 0 for no limit".formatted(timeout));
    }
    List<String> missing = new ArrayList<>();
    if (token.isEmpty()) {
      missing.add("the API token (set CLOUDFLARE_API_TOKEN, or give --token-file)");
    }
    if (account().isEmpty()) {
      missing.add("the account (give --account-id, or set CLOUDFLARE_ACCOUNT_ID)");
    }
    if (app().isEmpty()) {
      missing.add("the app (give --app-id, or set REALTIMEKIT_APP_ID)");
    }
    if (!missing.isEmpty()) {
      throw new ParameterException(command.commandLine(), "Missing: " + String.join("; ", missing));
    }
  }

  private String read(Path file) {
    boolean standardInput = file.toString().equals("-");
    if (standardInput && console.terminal().in()) {
      throw new ParameterException(
          command.commandLine(),
          "--token-file - reads the token from a pipe, and standard input is a terminal");
    }
    try (InputStream in = standardInput ? console.in() : Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_TOKEN), StandardCharsets.UTF_8).strip();
    } catch (NoSuchFileException e) {
      throw new ParameterException(
          command.commandLine(), "Cannot read the API token: there is no file " + file, e);
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "Cannot read the API token: " + e.getMessage(), e);
    }
  }
}
