package io.github.realtimekit.webhooks.internal;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Objects;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Outcome of a call: a response with its body in memory, or a failure.
 *
 * @param request the request as Retrofit made it
 * @param response null if there is none
 * @param body the body as far as it could be read, unzipped; empty without a response
 * @param failure why there is no response, or why its body cannot be read; null otherwise
 * @param attempts how many attempts were begun
 * @param outcomeUnknown whether the API may have processed one of them although it failed
 */
public record Outcome(
    Request request,
    @Nullable Response response,
    Buffer body,
    @Nullable IOException failure,
    int attempts,
    boolean outcomeUnknown) {

  /** Reads the body of a response. */
  static Outcome of(Request request, Response response) {
    BoundedBody body = BoundedBody.read(response);
    IOException failure = body.failure();
    if (response.isSuccessful() && body.bytes().size() > BoundedBody.MAX_SUCCESS) {
      failure = new IOException("the body is longer than 16 MiB");
    }
    Attempts attempts = Attempts.of(request);
    return new Outcome(
        request, response, body.bytes(), failure, attempts.count(), attempts.isOutcomeUnknown());
  }

  static Outcome of(Request request, IOException failure) {
    Attempts attempts = Attempts.of(request);
    return new Outcome(
        request, null, new Buffer(), failure, attempts.count(), attempts.isOutcomeUnknown());
  }

  /** Returns the method of Retrofit's interface that made the request. */
  public Method operation() {
    return Objects.requireNonNull(request.tag(Invocation.class)).method();
  }

  /** Returns the memory of the body to Okio's pool. */
  public void release() {
    body.clear();
  }
}
