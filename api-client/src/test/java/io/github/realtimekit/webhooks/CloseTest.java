package io.github.realtimekit.webhooks;

import static io.github.realtimekit.webhooks.ApiServer.ID;
import static io.github.realtimekit.webhooks.ApiServer.WEBHOOK;
import static io.github.realtimekit.webhooks.ApiServer.envelope;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** The end of a client's life. */
class CloseTest {
  @AutoClose private final ApiServer api = new ApiServer();

  @Test
  void callAfterCloseThrowsIllegalStateException() {
    WebhooksClient webhooks = api.client();
    webhooks.close();
    assertThatThrownBy(() -> webhooks.getWebhook(ID))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The client is closed");
    assertThatThrownBy(() -> webhooks.withApp("other").listWebhooks())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(webhooks.async().getWebhook(ID)::get)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> webhooks.api().listWebhooks("acc", "app").execute())
        .isInstanceOf(IllegalStateException.class);
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    webhooks
        .api()
        .listWebhooks("acc", "app")
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(
                  Call<WebhookListResponse> call, Response<WebhookListResponse> response) {
                failure.complete(new AssertionError(response));
              }

              @Override
              public void onFailure(Call<WebhookListResponse> call, Throwable e) {
                failure.complete(e);
              }
            });
    assertThat(failure).isCompletedWithValueMatching(IllegalStateException.class::isInstance);
  }

  @Test
  void callAfterCloseThrowsIllegalStateExceptionWithOkHttpClientInUse() {
    OkHttpClient http = new OkHttpClient();
    WebhooksClient webhooks = api.builder().okHttpClient(http).build();
    webhooks.close();
    assertThatThrownBy(() -> webhooks.getWebhook(ID)).isInstanceOf(IllegalStateException.class);
    assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
  }

  @Test
  void closeEndsCallsInFlight() throws Exception {
    api.respond(SocketPolicy.NO_RESPONSE);
    api.respond(SocketPolicy.NO_RESPONSE);
    WebhooksClient webhooks =
        api.builder().readTimeout(Duration.ZERO).callTimeout(Duration.ZERO).build();
    FutureTask<Webhook> sync = new FutureTask<>(() -> webhooks.getWebhook(ID));
    new Thread(sync).start();
    CompletableFuture<Webhook> async = webhooks.async().getWebhook(ID);
    api.request();
    api.request();
    webhooks.close();
    assertThatThrownBy(() -> sync.get()).hasCauseInstanceOf(ConnectionException.class);
    assertThatThrownBy(() -> async.get()).hasCauseInstanceOf(ConnectionException.class);
  }

  @Test
  void callThatBeginsDuringCloseThrowsIllegalStateException() {
    CompletableFuture<WebhooksClient> webhooks = new CompletableFuture<>();
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void canceled(okhttp3.Call call) {
                    thrown.add(catchThrowable(() -> webhooks.join().getWebhook(ID)));
                  }
                })
            .build();
    api.respond(SocketPolicy.NO_RESPONSE).respond(200, envelope(WEBHOOK));
    webhooks.complete(api.builder().okHttpClient(http).build());
    var unused = webhooks.join().async().getWebhook(ID);
    api.request();
    webhooks.join().close();
    assertThat(thrown).hasOnlyElementsOfType(IllegalStateException.class).isNotEmpty();
  }

  @Test
  void closeReleasesConnections() throws Exception {
    try (RawServer server =
        new RawServer(
            (self, socket) -> {
              self.readRequest(socket);
              RawServer.send(socket, RawServer.response(200, envelope(WEBHOOK)));
              // Ends when the client closes.
              self.readRequest(socket);
            })) {
      WebhooksClient webhooks = api.builder().baseUrl(server.baseUrl()).build();
      webhooks.getWebhook(ID);
      assertThat(server.connections.get(0).isClosed()).isFalse();
      webhooks.close();
      while (!server.connections.get(0).isClosed()) {
        Thread.sleep(1);
      }
    }
  }

  /** OkHttp's own threads would keep the JVM for a minute. */
  @Tag("slow")
  @Test
  void clientThatIsNotClosedLetsTheJvmEnd() throws Exception {
    api.respond(200, envelope(WEBHOOK));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ForgottenClose.class.getName(),
                api.server.url("/client/v4").toString())
            .redirectError(new File("/dev/null"))
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo(ID.toString());
    assertThat(process.waitFor(45, SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** Makes a call and forgets to close its client. */
  static final class ForgottenClose {
    public static void main(String[] args) {
      WebhooksClient webhooks =
          WebhooksClient.builder()
              .apiToken("test-token")
              .baseUrl(args[0])
              .accountId("acc")
              .appId("app")
              .build();
      System.out.println(webhooks.async().getWebhook(ID).join().id());
    }
  }
}
