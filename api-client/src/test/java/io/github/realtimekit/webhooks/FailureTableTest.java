package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the caller gets for each status and each shape of body that the API is known to answer with.
 */
class FailureTableTest {
  private static final String LIKE_JSON = "{\n  message: \"Unauthorized\"\n}\n";
  private static final String EDGE =
      "{\"success\":false,\"errors\":[{\"code\":%d,\"message\":\"%s\"}],\"messages\":[],\"result\":null}";
  private static final String KIT =
      "{\"success\":false,\"error\":{\"code\":%d,\"message\":\"%s\"}}";
  private static final String MALFORMED =
      """
      {"success":false,"errors":[{"code":6003,"message":"Invalid request headers","error_chain":\
      [{"code":6111,"message":"Invalid format for Authorization header"}]}],"messages":[],"result":null}""";
  private static final String HTML =
      "<!DOCTYPE html>\n<html><head><title>api.cloudflare.com |\n 522: Connection timed out</title></head></html>";

  static Stream<Arguments> failures() {
    return Stream.of(
        // The documented 401: one JSON string, whose text looks like JSON and is not; or is.
        row(401, quoted(LIKE_JSON), UnauthorizedException.class, "Unauthorized"),
        row(
            401,
            quoted("{\n  \"message\": \"Unauthorized\"\n}\n"),
            UnauthorizedException.class,
            "Unauthorized"),
        row(401, LIKE_JSON, UnauthorizedException.class, "Unauthorized"),
        row(401, "{\"message\":\"Unauthorized\"}", UnauthorizedException.class, "Unauthorized"),
        row(401, KIT.formatted(401, "no"), UnauthorizedException.class, "no", 401),
        row(
            401,
            EDGE.formatted(10000, "Authentication error"),
            UnauthorizedException.class,
            "Authentication error",
            10000),
        row(401, "Unauthorized", UnauthorizedException.class, "Unauthorized"),
        row(401, "not authorized at all", UnauthorizedException.class, "not authorized at all"),
        row(401, "\"plain words\"", UnauthorizedException.class, "plain words"),
        row(401, "", UnauthorizedException.class, ""),
        row(401, "null", UnauthorizedException.class, "null"),
        row(401, "[]", UnauthorizedException.class, "[]"),
        row(
            401,
            HTML,
            UnauthorizedException.class,
            "api.cloudflare.com | 522: Connection timed out"),
        // The edge says "refused token" with other statuses too.
        row(
            403,
            EDGE.formatted(10000, "Authentication error"),
            UnauthorizedException.class,
            "Authentication error",
            10000),
        row(
            400,
            EDGE.formatted(9106, "Missing credentials"),
            UnauthorizedException.class,
            "Missing credentials",
            9106),
        row(
            400,
            EDGE.formatted(6111, "Invalid format"),
            UnauthorizedException.class,
            "Invalid format",
            6111),
        row(
            400,
            EDGE.formatted(6003, "Invalid request headers"),
            UnauthorizedException.class,
            "Invalid request headers",
            6003),
        row(
            400,
            MALFORMED,
            UnauthorizedException.class,
            "Invalid request headers: Invalid format for Authorization header",
            6003,
            6111),
        // 403
        row(
            403,
            EDGE.formatted(9109, "Unauthorized to access"),
            ForbiddenException.class,
            "Unauthorized to access",
            9109),
        row(
            403,
            KIT.formatted(403, "RealtimeKit is not enabled"),
            ForbiddenException.class,
            "RealtimeKit is not enabled",
            403),
        row(403, "", ForbiddenException.class, ""),
        row(403, "<html><head></head><body>blocked</body></html>", ForbiddenException.class, ""),
        // 400
        row(
            400,
            KIT.formatted(400, "BAD_REQUEST: \\\"name\\\" is required"),
            BadRequestException.class,
            "BAD_REQUEST: \"name\" is required",
            400),
        row(
            400,
            EDGE.formatted(7003, "Could not route"),
            BadRequestException.class,
            "Could not route",
            7003),
        row(400, "{\"error\":\"bad\"}", BadRequestException.class, "bad"),
        row(400, "{\"error\":[\"a\",\"b\"]}", BadRequestException.class, "a: b"),
        row(400, "{\"errors\":[]}", BadRequestException.class, "{\"errors\":[]}"),
        row(
            400,
            "{\"error\":{\"code\":\"x\",\"message\":7}}",
            BadRequestException.class,
            "{\"error\":{\"code\":\"x\",\"message\":7}}"),
        row(
            400,
            "{\"success\":false,\"error\":{\"code\":4",
            BadRequestException.class,
            "{\"success\":false,\"error\":{\"code\":4"),
        // Others
        row(
            404,
            KIT.formatted(404, "Webhook not found"),
            NotFoundException.class,
            "Webhook not found",
            404),
        row(
            404,
            HTML.replace("522: Connection timed out", "404"),
            NotFoundException.class,
            "api.cloudflare.com | 404"),
        row(409, KIT.formatted(409, "exists"), ConflictException.class, "exists", 409),
        row(409, "", ConflictException.class, ""),
        row(
            429,
            EDGE.formatted(971, "Please wait"),
            RateLimitedException.class,
            "Please wait",
            971),
        row(429, "", RateLimitedException.class, ""),
        row(500, KIT.formatted(500, "Internal"), ServerException.class, "Internal", 500),
        row(500, "", ServerException.class, ""),
        row(
            502,
            "<html><head><title>502 Bad Gateway</title></head></html>",
            ServerException.class,
            "502 Bad Gateway"),
        row(503, "overloaded", ServerException.class, "overloaded"),
        row(520, HTML, ServerException.class, "api.cloudflare.com | 522: Connection timed out"),
        row(522, HTML, ServerException.class, "api.cloudflare.com | 522: Connection timed out"),
        row(
            527,
            "<!doctype html><TITLE lang=\"en\">Railgun</TITLE>",
            ServerException.class,
            "Railgun"),
        row(
            405,
            KIT.formatted(405, "Method not allowed"),
            ApiException.class,
            "Method not allowed",
            405),
        row(408, "", ApiException.class, ""),
        row(418, "teapot", ApiException.class, "teapot"),
        row(302, "moved", ApiException.class, "moved"),
        row(304, "", ApiException.class, ""),
        // Success that is none
        row(200, "{\"success\":false}", ApiException.class, "{\"success\":false}"),
        row(
            200,
            "{\"data\":{},\"success\":false}",
            ApiException.class,
            "{\"data\":{},\"success\":false}"),
        row(200, KIT.formatted(400, "no such luck"), ApiException.class, "no such luck", 400),
        row(
            200,
            "{\"data\":null,\"success\":false}",
            ApiException.class,
            "{\"data\":null,\"success\":false}"),
        // Success that cannot be read
        row(200, "", InvalidResponseException.class, "the response cannot be read: End of input"),
        row(
            200,
            "null",
            InvalidResponseException.class,
            "the response cannot be read: Expected BEGIN_OBJECT but was NULL at path $"),
        row(
            200,
            "[]",
            InvalidResponseException.class,
            "the response cannot be read: Expected BEGIN_OBJECT but was BEGIN_ARRAY at path $"),
        row(
            200,
            HTML,
            InvalidResponseException.class,
            "the response cannot be read: malformed JSON at path $"),
        row(
            200,
            "{\"success\":true}",
            InvalidResponseException.class,
            "the response cannot be read: it has no \"data\""),
        row(
            200,
            "{\"data\":{\"id\":\"x\"}}",
            InvalidResponseException.class,
            "the response cannot be read: Expected a UUID but was \"x\" at path $.data.id"),
        row(
            200,
            "{\"data\":{\"id\":7}}",
            InvalidResponseException.class,
            "the response cannot be read: Expected a UUID but was NUMBER at path $.data.id"),
        row(
            200,
            "{\"data\":{\"enabled\":\"true\"}}",
            InvalidResponseException.class,
            "the response cannot be read: Expected a boolean but was STRING at path $.data.enabled"),
        row(
            200,
            "{\"data\":{\"events\":[\"a\",null]}}",
            InvalidResponseException.class,
            "the response cannot be read: Expected a string but was NULL at path $.data.events[1]"),
        row(
            200,
            "{\"data\":{\"events\":\"a\"}}",
            InvalidResponseException.class,
            "the response cannot be read: Expected BEGIN_ARRAY but was STRING at path $.data.events"),
        row(
            200,
            "{\"data\":{\"url\":\"a b\"}}",
            InvalidResponseException.class,
            "the response cannot be read: Expected a URI but was \"a b\" at path $.data.url"),
        row(
            200,
            "{\"data\":{\"created_at\":\"soon\"}}",
            InvalidResponseException.class,
            "the response cannot be read: Expected a date-time but was \"soon\" at path $.data.created_at"),
        row(
            200,
            "{\"data\":{\"name\":\"a",
            InvalidResponseException.class,
            "the response cannot be read: Unterminated string at path $.data.name"),
        row(
            200,
            "{\"data\":{},\"success\":true} more",
            InvalidResponseException.class,
            "the response cannot be read: malformed JSON at path $"),
        row(204, "", InvalidResponseException.class, "the response cannot be read: End of input"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("failures")
  void failure(
      int status,
      String body,
      Class<? extends ApiException> type,
      String reason,
      List<Integer> codes)
      throws Exception {
    try (ApiServer api = new ApiServer();
        WebhooksClient webhooks = api.builder().retryPolicy(api.retries(0)).build()) {
      api.respond(status, body, "cf-ray: 8f2b1c0d9e3a4b5c-FRA");
      WebhookRequest request =
          WebhookRequest.builder()
              .name("n")
              .url(URI.create("https://example.com"))
              .events()
              .build();

      ApiException e =
          catchThrowableOfType(ApiException.class, () -> webhooks.createWebhook(request));

      assertThat(e).isExactlyInstanceOf(type).hasMessageContaining("createWebhook");
      assertThat(e.operation()).isEqualTo("createWebhook");
      assertThat(e.status()).isEqualTo(status);
      assertThat(e.codes()).isEqualTo(codes);
      assertThat(e.reason()).isEqualTo(reason);
      assertThat(e.body()).isEqualTo(body);
      assertThat(e.cfRay()).isEqualTo("8f2b1c0d9e3a4b5c-FRA");
      assertThat(e).hasMessageContaining("8f2b1c0d9e3a4b5c-FRA").hasMessageContaining(reason);
      assertThat(e.outcomeUnknown())
          .isEqualTo(status >= 500 || status == 408 || e instanceof InvalidResponseException);
    }
  }

  private static Arguments row(
      int status,
      String body,
      Class<? extends ApiException> type,
      String reason,
      Integer... codes) {
    return Arguments.of(status, body, type, reason, List.of(codes));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
