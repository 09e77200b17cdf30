package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which app of which account, where, and with which token. */
final class Connection {
  static final String HEADING = "%nConnection:%n";

  /** More than any token has, so that no file and no pipe can flood the memory. */
  private static final int LONGEST_TOKEN = 8192;

  @Option(
      names = "--account-id",
      paramLabel = "ID",
      description = "The account; by default $$CLOUDFLARE_ACCOUNT_ID.")
  private @Nullable String accountId;

  @Option(
      names = "--app-id",
      paramLabel = "ID",
      description = "The app; by default $$REALTIMEKIT_APP_ID.")
  private @Nullable String appId;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "The file that has the API token, - for standard input; by default the token is"
              + " $$CLOUDFLARE_API_TOKEN. No option takes the token itself, which others could see.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the API is; by default $$CLOUDFLARE_BASE_URL, else Cloudflare's API.")
  private @Nullable String baseUrl;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell each request and answer on standard error, with credentials hidden.")
  private boolean verbose;

  String account() {
    return orEnvironment(accountId, "CLOUDFLARE_ACCOUNT_ID");
  }

  String app() {
    return orEnvironment(appId, "REALTIMEKIT_APP_ID");
  }

  /**
   * A client for the app.
   *
   * @throws UsageException if something is missing or wrong; all that is missing is named at once
   */
  WebhooksClient open() {
    String token =
        tokenFile == null ? orEnvironment(null, "CLOUDFLARE_API_TOKEN") : read(tokenFile);
    require(token);
    try {
      WebhooksClient.Builder client =
          WebhooksClient.builder()
              .apiToken(token)
              .accountId(account())
              .appId(app())
              .userAgentSuffix("rtk-webhooks");
      String url = orEnvironment(baseUrl, "CLOUDFLARE_BASE_URL");
      if (!url.isEmpty()) {
        client.baseUrl(url);
      }
      if (verbose) {
        client.log(line -> System.err.println(Text.printable(line)));
      }
      return client.build();
    } catch (IllegalArgumentException refused) {
      throw new UsageException(String.valueOf(refused.getMessage()));
    }
  }

  private void require(String token) {
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
      throw new UsageException("Missing: " + String.join("; ", missing));
    }
  }

  private static String read(Path file) {
    boolean standardInput = file.toString().equals("-");
    if (standardInput && Terminal.current().in()) {
      throw new UsageException("--token-file - reads the token from a pipe, not from a terminal");
    }
    try (InputStream in = standardInput ? System.in : Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_TOKEN), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UsageException("Cannot read the API token: " + e);
    }
  }

  private static String orEnvironment(@Nullable String option, String variable) {
    return option != null ? option : System.getenv().getOrDefault(variable, "");
  }
}
