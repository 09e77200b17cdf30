package io.github.realtimekit.webhooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call. Says who calls, and reads the whole body of the answer, so that one that
 * breaks off counts as a broken connection, and no more than a bound of it, so that no answer
 * exhausts the memory.
 */
final class AttemptInterceptor implements Interceptor {
  static final long MAX_SUCCESS = 16L << 20;
  static final long MAX_FAILURE = 16L << 10;
  private static final long KEPT_OF_SUCCESS = 1L << 10;

  private final String authorization;
  private final String userAgent;
  private volatile @Nullable MediaType lastType;

  AttemptInterceptor(String apiToken, String userAgent) {
    this.authorization = "Bearer " + apiToken;
    this.userAgent = userAgent;
  }

  /** An answer of more than {@link #MAX_SUCCESS} bytes. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("it is longer than " + (MAX_SUCCESS >> 20) + " MiB");
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Exchange exchange = Exchange.of(chain.request());
    exchange.reset();
    Response response = chain.proceed(withCredentials(chain.request()));
    Buffer body = new Buffer();
    try (ResponseBody source = response.body()) {
      read(source, body, response.isSuccessful() ? MAX_SUCCESS : MAX_FAILURE);
    } catch (IOException e) {
      if (response.isSuccessful() || chain.call().isCanceled()) {
        throw e;
      }
      // The status of a failure is worth more than the rest of its body: go on with what came.
    }
    exchange.answered(
        response, start(body, response.isSuccessful() ? KEPT_OF_SUCCESS : MAX_FAILURE));
    if (response.isSuccessful() && body.size() > MAX_SUCCESS) {
      throw new TooLongException();
    }
    return response
        .newBuilder()
        .body(ResponseBody.create(body, contentType(response), body.size()))
        .build();
  }

  private Request withCredentials(Request request) {
    return request
        .newBuilder()
        .header("Authorization", authorization)
        .header("Accept", "application/json")
        .header("User-Agent", userAgent)
        .build();
  }

  /** That of the last answer, if it is the same: reading one costs more than all else here. */
  private @Nullable MediaType contentType(Response response) {
    MediaType type = lastType;
    if (type == null || !type.toString().equals(response.header("Content-Type"))) {
      type = response.body().contentType();
      lastType = type;
    }
    return type;
  }

  private static void read(ResponseBody from, Buffer to, long max) throws IOException {
    while (to.size() <= max && from.source().read(to, max + 1 - to.size()) != -1) {}
  }

  /** Copies, since a shared segment of a buffer is not used again. */
  private static ByteArrayOutputStream start(Buffer body, long max) throws IOException {
    int size = (int) Math.min(body.size(), max);
    ByteArrayOutputStream start = new ByteArrayOutputStream(size);
    body.copyTo(start, 0, size);
    return start;
  }
}
