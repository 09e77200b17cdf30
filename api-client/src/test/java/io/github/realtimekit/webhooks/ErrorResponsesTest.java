package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The exception for each known error response, and for others in odd shapes. */
class ErrorResponsesTest {
  private static final WebhookRequest REQUEST =
      WebhookRequest.builder().name("n").url(URI.create("https://example.com")).events().build();

  static List<io.github.realtimekit.webhooks.spec.ErrorResponse> known() {
    return io.github.realtimekit.webhooks.spec.ErrorResponse.load();
  }

  @ParameterizedTest
  @MethodSource
  void known(io.github.realtimekit.webhooks.spec.ErrorResponse response) {
    String[] headers =
        response.headers().entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .toArray(String[]::new);
    ApiException e = call(response.status(), response.body(), headers);
    assertThat(e.getClass().getSimpleName()).isEqualTo(response.exception());
    assertThat(e.codes()).isEqualTo(response.codes());
    assertThat(e.reason()).isEqualTo(response.reason());
    if (e.retryAfter() == null && !e.outcomeUnknown()) {
      assertThat(e.advice())
          .isEqualTo(
              io.github.realtimekit.webhooks.spec.ErrorResponse.advice().get(response.exception()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # status | body | exception | reason | codes
          401 | not authorized at all | UnauthorizedException | not authorized at all | ``
          401 | "plain words" | UnauthorizedException | plain words | ``
          401 | null | UnauthorizedException | null | ``
          401 | [] | UnauthorizedException | [] | ``
          401 | <html><head><title>Access\\n denied</title></head></html> | UnauthorizedException | Access denied | ``
          403 | `` | ForbiddenException | `` | ``
          403 | <html><head></head><body>blocked</body></html> | ForbiddenException | `` | ``
          403 | {"errors":[{"code":10000.9,"message":"near"}]} | ForbiddenException | near | ``
          400 | {"errors":[{"code":1e999,"message":"far"}]} | BadRequestException | far | ``
          400 | {"errors":[{"code":4294977296,"message":"long"}]} | BadRequestException | long | ``
          400 | {"errors":[{"code":"10000","message":"text"}]} | BadRequestException | text | ``
          400 | {"errors":[{"code":7003.0,"message":"whole"}]} | BadRequestException | whole | 7003
          400 | {"errors":[{"code":6111,"message":"Invalid format"}]} | UnauthorizedException | Invalid format | 6111
          400 | \uFEFF{"error":"marked"} | BadRequestException | marked | ``
          400 | {"error":"bad"} | BadRequestException | bad | ``
          400 | {"error":["a","b"]} | BadRequestException | a: b | ``
          400 | {"errors":[]} | BadRequestException | {"errors":[]} | ``
          400 | {"error":{"code":"x","message":7}} | BadRequestException | {"error":{"code":"x","message":7}} | ``
          400 | {"success":false,"error":{"code":4 | BadRequestException | {"success":false,"error":{"code":4 | ``
          404 | <html><title>404 Not Found</title></html> | NotFoundException | 404 Not Found | ``
          409 | `` | ConflictException | `` | ``
          500 | `` | ServerException | `` | ``
          502 | <html><head><title>502 Bad Gateway</title></head></html> | ServerException | 502 Bad Gateway | ``
          527 | <!doctype html><TITLE lang="en">Railgun</TITLE> | ServerException | Railgun | ``
          408 | `` | ApiException | `` | ``
          418 | teapot | ApiException | teapot | ``
          304 | `` | ApiException | `` | ``
          200 | {"success":false} | ApiException | {"success":false} | ``
          200 | {"data":{},"success":false} | ApiException | {"data":{},"success":false} | ``
          200 | {"data":null,"success":false} | ApiException | {"data":null,"success":false} | ``
          """)
  void oddShapes(int status, String body, String exception, String reason, String codes) {
    ApiException e = call(status, body.replace("\\n", "\n"));
    assertThat(e.getClass().getSimpleName()).isEqualTo(exception);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.codes().toString()).isEqualTo("[" + Objects.requireNonNullElse(codes, "") + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # status | body | problem
          200 | `` | End of input
          204 | `` | End of input
          200 | null | Expected BEGIN_OBJECT but was NULL at path $
          200 | [] | Expected BEGIN_OBJECT but was BEGIN_ARRAY at path $
          200 | <html></html> | malformed JSON at path $
          200 | {"success":true} | it has no "data"
          200 | {"data":[]} | it has no "data" that can be read at path $.data
          200 | {"data":{"name":"a | Unterminated string at path $.data.name
          200 | {"data":{},"success":true} more | malformed JSON at path $
          """)
  void invalidResponses(int status, String body, String problem) {
    ApiException e = call(status, body);
    assertThat(e).isExactlyInstanceOf(InvalidResponseException.class);
    assertThat(e.reason()).isEqualTo("the response cannot be read: " + problem);
    assertThat(e.advice()).startsWith("See body() for the start of the response.");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, expected JSON but was text/html",
    "application/problem+json, malformed JSON at path $"
  })
  void htmlInsteadOfJsonNamesItsType(String type, String problem) {
    ApiException e = call(200, "<html></html>", "Content-Type: " + type);
    assertThat(e.reason()).isEqualTo("the response cannot be read: " + problem);
  }

  @Test
  void exceptionQuotesTheCfRayOfAnyResponse() {
    for (int status : new int[] {200, 302, 404, 500}) {
      ApiException e = call(status, "", "cf-ray: 8f2b1c0d9e3a4b5c-FRA");
      assertThat(e.cfRay()).isEqualTo("8f2b1c0d9e3a4b5c-FRA");
      assertThat(e).hasMessageContaining("Quote cf-ray 8f2b1c0d9e3a4b5c-FRA to Cloudflare's");
    }
    ApiException e = call(404, "");
    assertThat(e.cfRay()).isNull();
    assertThat(e).hasMessageNotContaining("cf-ray");
  }

  private static ApiException call(int status, String body, String... headers) {
    try (ApiServer api = new ApiServer();
        WebhooksClient webhooks = api.builder().retryPolicy(api.retries(0)).build()) {
      api.respond(status, body, headers);

      ApiException e =
          catchThrowableOfType(ApiException.class, () -> webhooks.createWebhook(REQUEST));

      assertThat(e.operation()).isEqualTo("createWebhook");
      assertThat(e.status()).isEqualTo(status);
      assertThat(e.body()).isEqualTo(body);
      assertThat(e)
          .hasMessageStartingWith("createWebhook failed with status " + status)
          .hasMessageContaining(e.reason())
          .hasMessageContaining(e.advice());
      assertThat(e.outcomeUnknown())
          .isEqualTo(status >= 500 || status == 408 || e instanceof InvalidResponseException);
      return e;
    }
  }
}
