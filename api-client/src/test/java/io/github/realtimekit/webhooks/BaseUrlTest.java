package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.TOKEN;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Base URLs that the builder accepts and rejects. */
class BaseUrlTest {
  @AutoClose private final ApiServer api = new ApiServer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.cloudflare.com/client/v4",
        "http://10.0.0.1",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://127.0.0.999",
        "http://127.99999.0.1",
        "http://127.0.0.256"
      })
  void rejectsBaseUrlWithoutTls(String url) {
    assertThatThrownBy(() -> WebhooksClient.builder().baseUrl(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unencrypted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.cloudflare.com",
        "ftp://localhost",
        "https://u@localhost",
        "https://:p@localhost",
        "https://localhost?a",
        "https://localhost#a"
      })
  void rejectsBaseUrlsThatAreNone(String url) {
    assertThatThrownBy(() -> WebhooksClient.builder().baseUrl(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://host/path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1",
        "http://127.0.0.1:1/",
        "http://127.255.1.20:1/",
        "http://[::1]:1/a",
        "https://example.com/client/v4/"
      })
  void acceptsBaseUrls(String url) {
    WebhooksClient.builder().baseUrl(url).apiToken(TOKEN).accountId("a").appId("b").build().close();
  }

  @Test
  void sendsToInsecureHostIfAllowed() {
    api.respond(200, envelope("[]"));
    OkHttpClient http =
        new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getLoopbackAddress())).build();
    try (WebhooksClient webhooks =
        api.builder()
            .okHttpClient(http)
            .allowInsecureBaseUrl()
            .baseUrl("http://gateway.internal:" + api.server.getPort() + "/v4")
            .build()) {
      assertThat(webhooks.listWebhooks()).isEmpty();
    }
    assertThat(api.request().getPath()).startsWith("/v4/accounts/");
  }

  @Test
  void addsOneSlashAfterBaseUrl() {
    for (String end : new String[] {"", "/", " ", "/ ", "\n"}) {
      api.respond(200, envelope("[]"));
      try (WebhooksClient webhooks = api.builder().baseUrl(api.server.url("/v4") + end).build()) {
        webhooks.listWebhooks();
      }
      assertThat(api.request().getPath()).startsWith("/v4/accounts/acc/");
    }
  }
}
