package io.github.realtimekit.webhooks.bench;

import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.bench.gson.ApiClient;
import io.github.realtimekit.webhooks.bench.gson.WebhooksApi;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Lists the webhooks of an app, whose name says how many there are. */
public interface Caller {
  Object list() throws Exception;

  /** The clients, each set up as its documentation says. */
  enum Client {
    OURS {
      @Override
      Caller at(String baseUrl, String app) {
        WebhooksClient client =
            WebhooksClient.builder()
                .apiToken("test-token")
                .baseUrl(baseUrl)
                .accountId("acc")
                .appId(app)
                .build();
        return client::listWebhooks;
      }
    },

    GSON {
      @Override
      Caller at(String baseUrl, String app) {
        ApiClient client = new ApiClient("apiToken").setBearerToken("test-token");
        client.getAdapterBuilder().baseUrl(baseUrl + "/");
        WebhooksApi api = client.createService(WebhooksApi.class);
        return () -> api.listWebhooks("acc", app).execute().body();
      }
    },

    JACKSON {
      @Override
      Caller at(String baseUrl, String app) {
        io.github.realtimekit.webhooks.bench.jackson.ApiClient client =
            new io.github.realtimekit.webhooks.bench.jackson.ApiClient();
        client.updateBaseUri(baseUrl);
        client.setRequestInterceptor(
            request -> request.header("Authorization", "Bearer test-token"));
        io.github.realtimekit.webhooks.bench.jackson.WebhooksApi api =
            new io.github.realtimekit.webhooks.bench.jackson.WebhooksApi(client);
        return () -> api.listWebhooks("acc", app);
      }
    },

    /** OkHttp alone, which reads the bytes and makes nothing of them. */
    OKHTTP {
      @Override
      Caller at(String baseUrl, String app) {
        OkHttpClient client = new OkHttpClient();
        return () -> {
          Request request =
              new Request.Builder()
                  .url(baseUrl + "/accounts/acc/realtime/kit/" + app + "/webhooks")
                  .header("Authorization", "Bearer test-token")
                  .build();
          try (Response response = client.newCall(request).execute()) {
            return response.body().bytes();
          }
        };
      }
    };

    abstract Caller at(String baseUrl, String app);
  }
}
