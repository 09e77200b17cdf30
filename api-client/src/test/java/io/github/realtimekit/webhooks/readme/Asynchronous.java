package io.github.realtimekit.webhooks.readme;

import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookListResponse;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import retrofit2.Response;

final class Asynchronous {
  public static void main(String[] args) throws IOException {
    try (WebhooksClient webhooks = WebhooksClient.builder().fromEnvironment().build()) {
      // snippet: asynchronous
      // Canceling the future cancels the call.
      CompletableFuture<List<Webhook>> all = webhooks.async().listWebhooks();
      System.out.println(all.thenApply(List::size).join() + " webhooks");

      // Retrofit's call, for status code, headers and body.
      Response<WebhookListResponse> response =
          webhooks.api().listWebhooks("account", "app").execute();
      System.out.println(response.code() + " " + response.headers().get("cf-ray"));
      // end
    }
  }
}
