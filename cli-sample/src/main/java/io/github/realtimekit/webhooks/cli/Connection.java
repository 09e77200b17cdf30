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
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which app of which account, where, and with which token. */
final class Connection {
  /** More than any token has, so that no file and no pipe can flood the memory. */
  private static final int LONGEST_TOKEN = 8192;

  private final OptionSpec accountId =
      OptionSpec.builder("--account-id")
          .paramLabel("ID")
          .type(String.class)
          .description("The account; by default $$CLOUDFLARE_ACCOUNT_ID.")
          .build();
  private final OptionSpec appId =
      OptionSpec.builder("--app-id")
          .paramLabel("ID")
          .type(String.class)
          .description("The app; by default $$REALTIMEKIT_APP_ID.")
          .build();
  private final OptionSpec tokenFile =
      OptionSpec.builder("--token-file")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "The file that has the API token, - for standard input; by default the token is"
                  + " $$CLOUDFLARE_API_TOKEN. No option takes the token itself, which others could"
                  + " see.")
          .build();
  private final OptionSpec baseUrl =
      OptionSpec.builder("--base-url")
          .paramLabel("URL")
          .type(String.class)
          .description("Where the API is; by default $$CLOUDFLARE_BASE_URL, else Cloudflare's API.")
          .build();
  private final OptionSpec verbose =
      Options.flag(
          "Tell each request and answer on standard error, with credentials hidden.",
          "-v",
          "--verbose");

  ArgGroupSpec options() {
    return Options.section("%nConnection:%n", accountId, appId, tokenFile, baseUrl, verbose);
  }

  String account() {
    return orEnvironment(accountId.getValue(), "CLOUDFLARE_ACCOUNT_ID");
  }

  String app() {
    return orEnvironment(appId.getValue(), "REALTIMEKIT_APP_ID");
  }

  /**
   * A client for the app.
   *
   * @throws UsageException if something is missing or wrong; all that is missing is named at once
   */
  WebhooksClient open() {
    @Nullable Path file = tokenFile.getValue();
    String token = file == null ? orEnvironment(null, "CLOUDFLARE_API_TOKEN") : read(file);
    require(token);
    try {
      WebhooksClient.Builder client =
          WebhooksClient.builder()
              .apiToken(token)
              .accountId(account())
              .appId(app())
              .userAgentSuffix("rtk-webhooks");
      String url = orEnvironment(baseUrl.getValue(), "CLOUDFLARE_BASE_URL");
      if (!url.isEmpty()) {
        client.baseUrl(url);
      }
      if (Options.isGiven(verbose)) {
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
