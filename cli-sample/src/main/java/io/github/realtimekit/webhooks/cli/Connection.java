package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhooksClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which app of which account, where, and with which token. */
final class Connection {
  static final String HEADING = "%nConnection:%n";

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
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the API is; by default $$CLOUDFLARE_BASE_URL, else Cloudflare's API.")
  private @Nullable String baseUrl;

  /**
   * A client for the app.
   *
   * @throws UsageException if something is missing or wrong; all that is missing is named at once
   */
  WebhooksClient open() {
    String account = orEnvironment(accountId, "CLOUDFLARE_ACCOUNT_ID");
    String app = orEnvironment(appId, "REALTIMEKIT_APP_ID");
    String url = orEnvironment(baseUrl, "CLOUDFLARE_BASE_URL");
    String token = orEnvironment(null, "CLOUDFLARE_API_TOKEN");
    List<String> missing = new ArrayList<>();
    if (token.isEmpty()) {
      missing.add("the API token (set CLOUDFLARE_API_TOKEN)");
    }
    if (account.isEmpty()) {
      missing.add("the account (give --account-id, or set CLOUDFLARE_ACCOUNT_ID)");
    }
    if (app.isEmpty()) {
      missing.add("the app (give --app-id, or set REALTIMEKIT_APP_ID)");
    }
    if (!missing.isEmpty()) {
      throw new UsageException("Missing: " + String.join("; ", missing));
    }
    try {
      WebhooksClient.Builder client =
          WebhooksClient.builder()
              .apiToken(token)
              .accountId(account)
              .appId(app)
              .userAgentSuffix("rtk-webhooks");
      return (url.isEmpty() ? client : client.baseUrl(url)).build();
    } catch (IllegalArgumentException refused) {
      throw new UsageException(String.valueOf(refused.getMessage()));
    }
  }

  private static String orEnvironment(@Nullable String option, String variable) {
    return option != null ? option : System.getenv().getOrDefault(variable, "");
  }
}
