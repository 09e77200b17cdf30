package io.github.realtimekit.webhooks.consumer;

import static io.github.realtimekit.webhooks.consumer.Interaction.URL;
import static io.github.realtimekit.webhooks.consumer.Interaction.WEBHOOK;

import au.com.dius.pact.consumer.dsl.DslPart;
import io.github.realtimekit.webhooks.ApiException;
import io.github.realtimekit.webhooks.BadRequestException;
import io.github.realtimekit.webhooks.ConflictException;
import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.ForbiddenException;
import io.github.realtimekit.webhooks.NotFoundException;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.UnauthorizedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways in which the API refuses a call that the typed client can send. */
enum Refusal {
  UNKNOWN_EVENT(
      400,
      "an event that the API does not know",
      BadRequestException.class,
      400,
      "BAD_REQUEST: \"events[0]\" must be one of [meeting.started, meeting.ended]"),
  REFUSED_TOKEN(401, "a refused token", UnauthorizedException.class, null, "Unauthorized"),
  FORBIDDEN(
      403,
      "an account without RealtimeKit",
      ForbiddenException.class,
      9109,
      "Unauthorized to access requested resource"),
  UNKNOWN_ID(404, "an id that no webhook has", NotFoundException.class, 404, "Webhook not found"),
  TAKEN_URL(
      409,
      "the URL of another webhook",
      ConflictException.class,
      409,
      "A webhook with this URL already exists"),
  RATE_LIMITED(
      429,
      "a request too many",
      RateLimitedException.class,
      971,
      "Please wait and consider throttling your request speed");

  private static final String DOCUMENTED_401 = "{\n  message: \"Unauthorized\"\n}\n";
  private static final String DOCUMENTED_401_AS_JSON = "{\n  \"message\": \"Unauthorized\"\n}\n";

  final int status;
  final Class<? extends ApiException> exception;
  private final @Nullable Integer code;
  final String reason;
  private final String detail;

  Refusal(
      int status,
      String detail,
      Class<? extends ApiException> exception,
      @Nullable Integer code,
      String reason) {
    this.status = status;
    this.detail = detail;
    this.exception = exception;
    this.code = code;
    this.reason = reason;
  }

  /** What the answer's body says beside the reason. */
  List<Integer> codes() {
    return code == null ? List.of() : List.of(code);
  }

  boolean refuses(Call call) {
    return switch (this) {
      case UNKNOWN_EVENT -> call.hasBody();
      case UNKNOWN_ID -> call.ofOne;
      case TAKEN_URL -> call == Call.CREATE;
      case REFUSED_TOKEN, FORBIDDEN, RATE_LIMITED -> true;
    };
  }

  EventType event() {
    return this == UNKNOWN_EVENT ? EventType.of("meeting.exploded") : EventType.MEETING_STARTED;
  }

  Interaction interaction(Call call) {
    Interaction interaction = new Interaction(call.operation, status, detail);
    if (this == REFUSED_TOKEN) {
      interaction.withRefusedToken();
    }
    if (this == RATE_LIMITED) {
      interaction.answersHeader("Retry-After", "\\d+", "10");
    }
    return call.describe(interaction.given(state(call), parameters(call)), event())
        .answersHeader("cf-ray", "\\S+", "8f2b1c0d9e3a4b5c-FRA")
        .answers(answer(call));
  }

  private String state(Call call) {
    return switch (this) {
      case UNKNOWN_EVENT, REFUSED_TOKEN ->
          call == Call.CREATE ? "no webhook has the URL" : "a webhook exists";
      case FORBIDDEN -> "RealtimeKit is not enabled on the account";
      case UNKNOWN_ID -> "no webhook has the id";
      case TAKEN_URL -> "a webhook has the URL";
      case RATE_LIMITED -> "the rate limit is reached";
    };
  }

  /** What the request names. */
  private static Map<String, ?> parameters(Call call) {
    String id = WEBHOOK.toString();
    return switch (call) {
      case LIST -> Map.of();
      case CREATE -> Map.of("url", URL);
      case REPLACE -> Map.of("webhookId", id, "url", URL);
      case GET, EDIT, DELETE -> Map.of("webhookId", id);
    };
  }

  private DslPart answer(Call call) {
    return switch (this) {
      case REFUSED_TOKEN ->
          Answers.unauthorized(
              call == Call.EDIT || call == Call.DELETE ? DOCUMENTED_401_AS_JSON : DOCUMENTED_401);
      case FORBIDDEN, RATE_LIMITED -> Answers.edgeError(codes().get(0), reason);
      case UNKNOWN_EVENT, UNKNOWN_ID, TAKEN_URL -> Answers.error(codes().get(0), reason);
    };
  }
}
