package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.Interaction.ACCOUNT;
import static io.github.realtimekit.webhooks.consumer.Interaction.APP;
import static io.github.realtimekit.webhooks.consumer.Interaction.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.realtimekit.webhooks.ApiException;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.WebhookResponse;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Response;

/** Each refusal of each operation, and the exception that the client makes of it. */
class RefusalTest {
  static Stream<Arguments> refusals() {
    return Stream.of(Call.values())
        .flatMap(
            call ->
                Stream.of(Refusal.values())
                    .filter(refusal -> refusal.refuses(call))
                    .map(refusal -> Arguments.of(call, refusal)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("refusals")
  void refused(Call call, Refusal refusal) {
    refusal.interaction(call).play(client -> assertRefused(client, call, refusal));
  }

  private static void assertRefused(WebhooksClient client, Call call, Refusal refusal) {
    Throwable thrown = catchThrowable(() -> call.send(client, refusal.event()));

    assertThat(thrown).isExactlyInstanceOf(refusal.exception);
    ApiException failure = (ApiException) thrown;
    assertThat(failure.status()).isEqualTo(refusal.status);
    assertThat(failure.codes()).isEqualTo(refusal.codes());
    assertThat(failure.reason()).isEqualTo(refusal.reason);
    assertThat(failure.cfRay()).isEqualTo("8f2b1c0d9e3a4b5c-FRA");
    assertThat(failure.operation()).isEqualTo(call.operation);
    if (failure instanceof RateLimitedException limited) {
      assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void getWebhook400() {
    malformedId(Call.GET, client -> client.api().getWebhook(ACCOUNT, APP, "not-a-uuid"));
  }

  @Test
  void deleteWebhook400() {
    malformedId(Call.DELETE, client -> client.api().deleteWebhook(ACCOUNT, APP, "not-a-uuid"));
  }

  /** Only Retrofit's calls can send it: the typed client asks for a UUID. */
  private static void malformedId(
      Call call, Function<WebhooksClient, retrofit2.Call<WebhookResponse>> raw) {
    String message = "BAD_REQUEST \"id\" must be a valid GUID";
    new Interaction(call.operation, 400, "an id that is no UUID")
        .given("a webhook exists", Map.of("webhookId", WEBHOOK.toString()))
        .sendsMalformedId(call.method, "not-a-uuid")
        .answersHeader("cf-ray", "\\S+", "8f2b1c0d9e3a4b5c-FRA")
        .answers(Answers.error(400, message))
        .play(client -> assertMalformedId(raw.apply(client), message));
  }

  private static void assertMalformedId(retrofit2.Call<WebhookResponse> call, String message) {
    try {
      Response<WebhookResponse> answer = call.execute();
      assertThat(answer.code()).isEqualTo(400);
      assertThat(answer.headers().get("cf-ray")).isEqualTo("8f2b1c0d9e3a4b5c-FRA");
      assertThat(answer.errorBody().string()).contains(message.replace("\"", "\\\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
