package io.github.realtimekit.webhooks.sandbox;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an app can be told to do next, in place of answering as it would have. */
public final class Failure {
  /** 403 from the platform's edge: RealtimeKit is not enabled on the account. */
  public static final Failure FORBIDDEN = instead(Answer.edge(403, 9109, Text.EDGE_9109.with()));

  /** 429 from the platform's edge, with a second to wait. */
  public static final Failure RATE_LIMITED = rateLimited(Duration.ofSeconds(1));

  /** 500, and nothing was done. */
  public static final Failure SERVER_ERROR = instead(serverError());

  /** 500, although the request was carried out. */
  public static final Failure SERVER_ERROR_AFTER_STORING =
      new Failure(
          usual -> {
            Answer unused = usual.get();
            return serverError();
          });

  /** The request is carried out, and the connection breaks in the middle of the answer. */
  public static final Failure CUT_OFF = new Failure(usual -> usual.get().cutOff());

  private final Function<Supplier<Answer>, Answer> answer;

  private Failure(Function<Supplier<Answer>, Answer> answer) {
    this.answer = answer;
  }

  /**
   * Answers with the status, in the envelope of RealtimeKit, and does nothing.
   *
   * @throws IllegalArgumentException if it is not one of failure, so from 400 to 599
   */
  public static Failure status(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not a status of failure: " + status);
    }
    return instead(Answer.error(status, Text.TOLD_TO.with(status)));
  }

  /** 429 from the platform's edge, with this wait, of which the header tells whole seconds. */
  public static Failure rateLimited(Duration wait) {
    String seconds = String.valueOf(wait.toSeconds());
    return instead(Answer.edge(429, 971, Text.EDGE_971.with()).withHeader("Retry-After", seconds));
  }

  /** Answers as usual, but that much later. */
  public static Failure delay(Duration delay) {
    return new Failure(usual -> usual.get().after(delay));
  }

  static Answer serverError() {
    return Answer.error(500, Text.SERVER_ERROR.with());
  }

  private static Failure instead(Answer answer) {
    return new Failure(usual -> answer);
  }

  Answer answer(Supplier<Answer> usual) {
    return answer.apply(usual);
  }
}
