package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for which app to work on, where the API is, and with which token. */
public final class Connection {
  /** More than any token has, so that a wrong file does not fill the memory. */
  private static final int LONGEST_TOKEN = 8192;

  private static final String DEFAULT_BASE_URL = "https://api.cloudflare.com/client/v4";

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
      description =
          "Time limit for a call with all of its retries; ${DEFAULT-VALUE} by default, 0 for none.")
  private int timeout;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log each request and response on standard error, without credentials.")
  private boolean verbose;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Returns whether a token, an account and an app are given. */
  public boolean isConfigured() {
    return missing(token()).isEmpty();
  }

  /** Returns the host of the API. */
  public String host() {
    return baseUrl().getAuthority();
  }

  /** Returns the proxy to the API with the variable that names it; null if there is none. */
  public @Nullable String proxy() {
    @Nullable EnvironmentProxy proxy = EnvironmentProxy.find(baseUrl(), System.getenv());
    return proxy == null ? null : proxy.toString();
  }

  /** Returns the time limit for a call. */
  public Duration timeout() {
    return Duration.ofSeconds(timeout);
  }

  /**
   * Opens a client for the app.
   *
   * @param interceptors run around each call
   * @throws ParameterException if something is missing or invalid; everything that is missing is
   *     named at once
   */
  public WebhooksClient open(Interceptor... interceptors) {
    String token = token();
    List<String> missing = missing(token);
    if (!missing.isEmpty()) {
      throw invalid("Missing: " + String.join("; ", missing), null);
    }
    if (timeout < 0) {
      throw invalid("--timeout must be a number of seconds, or 0 for no limit", null);
    }
    PrintWriter err = command.commandLine().getErr();
    URI target = baseUrl();
    try {
      WebhooksClient.Builder client =
          WebhooksClient.builder()
              .apiToken(token)
              .accountId(orEmpty(accountId))
              .appId(orEmpty(appId))
              .baseUrl(target.toString())
              .okHttpClient(http(target, interceptors))
              .callTimeout(timeout())
              .userAgentSuffix("rtk-webhooks");
      if (verbose) {
        client.log(line -> err.println(TerminalText.printable(line)));
      }
      return client.build();
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage(), e);
    }
  }

  private OkHttpClient http(URI target, Interceptor... interceptors) {
    OkHttpClient.Builder http = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30));
    List.of(interceptors).forEach(http::addInterceptor);
    http.addInterceptor(this::warnAtInterrupt);
    if ("http".equals(target.getScheme())) {
      // Without TLS there is no need to read the certificates that this machine trusts.
      http.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    @Nullable EnvironmentProxy proxy = EnvironmentProxy.find(target, System.getenv());
    if (proxy != null) {
      proxy.addTo(http);
    }
    return http.build();
  }

  private Response warnAtInterrupt(Interceptor.Chain chain) throws IOException {
    if (chain.request().method().equals("GET")) {
      return chain.proceed(chain.request());
    }
    String warning =
        "Interrupted while a request was in flight: it may have been carried out. Check with"
            + " 'rtk-webhooks list'.";
    InterruptHook atInterrupt =
        new InterruptHook(() -> command.commandLine().getErr().println(warning));
    try {
      return chain.proceed(chain.request());
    } finally {
      atInterrupt.cancel();
    }
  }

  private URI baseUrl() {
    if (baseUrl != null && baseUrl.isEmpty()) {
      throw invalid("The base URL is empty: unset CLOUDFLARE_BASE_URL, or give --base-url", null);
    }
    try {
      return URI.create(baseUrl == null ? DEFAULT_BASE_URL : baseUrl);
    } catch (IllegalArgumentException e) {
      throw invalid("The base URL is not a URL: " + baseUrl, e);
    }
  }

  private List<String> missing(String token) {
    List<String> missing = new ArrayList<>();
    if (token.isEmpty()) {
      missing.add(
          "the API token (set CLOUDFLARE_API_TOKEN, or give --token-file; tokens are made at"
              + " https://dash.cloudflare.com/profile/api-tokens)");
    }
    if (orEmpty(accountId).isEmpty()) {
      missing.add("the account (give --account-id, or set CLOUDFLARE_ACCOUNT_ID)");
    }
    if (orEmpty(appId).isEmpty()) {
      missing.add("the app (give --app-id, or set REALTIMEKIT_APP_ID)");
    }
    return missing;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private String token() {
    if (tokenFile == null) {
      return System.getenv().getOrDefault("CLOUDFLARE_API_TOKEN", "");
    }
    boolean standardInput = tokenFile.toString().equals("-");
    if (standardInput && Terminal.IN.isTerminal()) {
      throw invalid(
          "--token-file - reads the token from a pipe, and standard input is a terminal", null);
    }
    try (InputStream in = standardInput ? System.in : Files.newInputStream(tokenFile)) {
      return new String(in.readNBytes(LONGEST_TOKEN), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw invalid("Cannot read the API token in " + tokenFile + ": " + InputFile.reason(e), e);
    }
  }

  private ParameterException invalid(@Nullable String message, @Nullable Exception cause) {
    return new ParameterException(command.commandLine(), String.valueOf(message), cause);
  }
}
