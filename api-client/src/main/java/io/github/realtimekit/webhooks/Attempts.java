package io.github.realtimekit.webhooks;

import java.io.IOException;
import okhttp3.Response;

/**
 * The attempts of a call so far. Travels with the response or the exception that a call ends in.
 *
 * @param count number of attempts, from 1
 * @param mayBeCarriedOut whether the API may have carried out one of them without saying so
 */
record Attempts(int count, boolean mayBeCarriedOut) {
  static final Attempts FIRST = new Attempts(1, false);

  /** Returns the attempts behind a response: one, if the response came by another way. */
  static Attempts of(Response response) {
    Attempts attempts = response.request().tag(Attempts.class);
    return attempts == null ? FIRST : attempts;
  }

  /** Returns the attempts behind a failure; nothing is sure if it came by another way. */
  static Attempts of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (Throwable suppressed : cause.getSuppressed()) {
        if (suppressed instanceof Note note) {
          return note.attempts;
        }
      }
    }
    return new Attempts(1, true);
  }

  /** Returns whether there is nothing to tell. */
  boolean isFirst() {
    return count == 1 && !mayBeCarriedOut;
  }

  Attempts next() {
    return new Attempts(count + 1, mayBeCarriedOut);
  }

  Attempts responded(int status) {
    return RetryPolicy.mayBeCarriedOut(status) ? new Attempts(count, true) : this;
  }

  Attempts failed(IOException failure) {
    return RetryPolicy.neverReachedServer(failure) ? this : new Attempts(count, true);
  }

  Response attachTo(Response response) {
    return response
        .newBuilder()
        .request(response.request().newBuilder().tag(Attempts.class, this).build())
        .build();
  }

  /** Adds a note to the failure as a suppressed exception, so that its class stays as it is. */
  IOException attachTo(IOException failure) {
    IOException original =
        failure instanceof RequestWrittenException written ? written.cause() : failure;
    original.addSuppressed(new Note(this));
    return original;
  }

  private static final class Note extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Attempts attempts;

    Note(Attempts attempts) {
      super(attempts.toString(), null, false, false);
      this.attempts = attempts;
    }
  }
}
