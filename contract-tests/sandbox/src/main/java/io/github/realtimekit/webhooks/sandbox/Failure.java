package io.github.realtimekit.webhooks.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A way in which an app's next request can go wrong. */
public final class Failure {
  /** 401 from the platform's edge: the token is not accepted. */
  public static final Failure UNAUTHORIZED =
      instead("unauthorized", Response.named("401 of the edge"));

  /** 403 from the platform's edge: RealtimeKit is not enabled on the account. */
  public static final Failure FORBIDDEN =
      instead("forbidden", Response.named("token without the permission"));

  /** 429 from the platform's edge, with one second to wait. */
  public static final Failure RATE_LIMITED = rateLimited(Duration.ofSeconds(1));

  /** 500; the request is not carried out. */
  public static final Failure SERVER_ERROR =
      instead("server_error", Response.named("server error"));

  /** 500, although the request is carried out. */
  public static final Failure SERVER_ERROR_AFTER_STORING =
      new Failure(
          "server_error_after_storing",
          usual -> {
            Response unused = usual.get();
            return Response.named("server error");
          });

  /** The request is carried out, and the connection breaks in the middle of the response. */
  public static final Failure CUT_OFF =
      new Failure("cut_off", usual -> usual.get().withBodyCutOff());

  /** The request is carried out, and the response has only part of the webhook. */
  public static final Failure PARTIAL_ECHO =
      new Failure("partial_echo", usual -> WebhookOperations.partialEcho(usual.get()));

  private static final List<Failure> CONSTANTS =
      List.of(
          UNAUTHORIZED, FORBIDDEN, SERVER_ERROR, SERVER_ERROR_AFTER_STORING, CUT_OFF, PARTIAL_ECHO);

  /** What a failure can be called in JSON; the last three take a number. */
  static final List<String> NAMES =
      Stream.concat(
              CONSTANTS.stream().map(Failure::toString),
              Stream.of("rate_limited", "status", "delay"))
          .toList();

  private final String name;
  private final Function<Supplier<Response>, Response> respond;

  /** Creates a failure; the supplier executes the request. */
  Failure(String name, Function<Supplier<Response>, Response> respond) {
    this.name = name;
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
    return instead(
        "status " + status,
        Response.error(status, "The sandbox was told to respond with " + status));
  }

  /**
   * Responds with 429 from the platform's edge; the request is not carried out.
   *
   * @param wait sent as {@code Retry-After}, in whole seconds
   */
  public static Failure rateLimited(Duration wait) {
    return instead(
        "rate_limited " + wait.toSeconds() + " s",
        Response.named("rate limit").withHeader("Retry-After", String.valueOf(wait.toSeconds())));
  }

  /** Responds as usual, after this delay. */
  public static Failure delay(Duration delay) {
    return new Failure("delay " + delay.toMillis() + " ms", usual -> usual.get().after(delay));
  }

  /** Returns the constant with this name in JSON. */
  static Failure constant(String name) {
    return CONSTANTS.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  private static Failure instead(String name, Response response) {
    return new Failure(name, usual -> response);
  }

  Response respond(Supplier<Response> usual) {
    return respond.apply(usual);
  }

  /** Returns the name in JSON, with the number if there is one. */
  @Override
  public String toString() {
    return name;
  }
}
