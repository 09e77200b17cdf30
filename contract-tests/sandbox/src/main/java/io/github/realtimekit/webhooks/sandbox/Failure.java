package io.github.realtimekit.webhooks.sandbox;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** A way in which an app's next request can go wrong. */
public final class Failure {
  /** 401 from the platform's edge: the token is not accepted. */
  public static final Failure UNAUTHORIZED = named("401 of the edge");

  /** 403 from the platform's edge: RealtimeKit is not enabled on the account. */
  public static final Failure FORBIDDEN = named("token without the permission");

  /** 429 from the platform's edge, with one second to wait. */
  public static final Failure RATE_LIMITED = rateLimited(Duration.ofSeconds(1));

  /** 500; the request is not carried out. */
  public static final Failure SERVER_ERROR = named("server error");

  /** 500, although the request is carried out. */
  public static final Failure SERVER_ERROR_AFTER_STORING =
      new Failure(
          usual -> {
            Response unused = usual.get();
            return Response.named("server error");
          });

  /** The request is carried out, and the connection breaks in the middle of the response. */
  public static final Failure CUT_OFF = new Failure(usual -> usual.get().withBodyCutOff());

  /** The request is carried out, and the response has only part of the webhook. */
  public static final Failure PARTIAL_ECHO =
      new Failure(usual -> WebhookOperations.partialEcho(usual.get()));

  private final Function<Supplier<Response>, Response> respond;

  /** Creates a failure; the supplier executes the request. */
  Failure(Function<Supplier<Response>, Response> respond) {
    this.respond = respond;
  }

  /**
   * Responds with the status code, in RealtimeKit's envelope; the request is not carried out.
   *
   * @throws IllegalArgumentException if it is not from 400 to 599
   */
  public static Failure status(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not the status code of an error: " + status);
    }
    return instead(Response.error(status, "The sandbox was told to respond with " + status));
  }

  /**
   * Responds with 429 from the platform's edge; the request is not carried out.
   *
   * @param wait sent as {@code Retry-After}, in whole seconds
   */
  public static Failure rateLimited(Duration wait) {
    return instead(
        Response.named("rate limit").withHeader("Retry-After", String.valueOf(wait.toSeconds())));
  }

  /** Responds as usual, after this delay. */
  public static Failure delay(Duration delay) {
    return new Failure(usual -> usual.get().after(delay));
  }

  private static Failure named(String errorResponse) {
    return instead(Response.named(errorResponse));
  }

  private static Failure instead(Response response) {
    return new Failure(usual -> response);
  }

  Response respond(Supplier<Response> usual) {
    return respond.apply(usual);
  }
}
