package io.github.realtimekit.webhooks.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The network side of an attempt: sends the request on a connection that is alive, reads the whole
 * response, and notes in {@link Attempts} what became of the request.
 *
 * <p>The body is read here, before it is unzipped, so that one that breaks off is a lost connection
 * and can be retried.
 */
public final class WireInterceptor implements Interceptor {
  /** Connections that have carried a request. */
  private final Set<Connection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Attempts attempts = Attempts.of(chain.call().request());
    boolean idempotent = RetryPolicy.isIdempotent(request);
    Connection connection = chain.connection();
    boolean reused = connection != null && !used.add(connection);
    if (reused && !idempotent && isClosedByServer(connection)) {
      attempts.connectionDied();
      throw new IOException("the server has closed the connection");
    }
    attempts.writing();
    try {
      Response response = readBody(proceed(chain, request), chain);
      if (!RetryPolicy.isOutcomeUnknown(response.code())) {
        attempts.settled();
      }
      return suppressOkHttpRetry(response);
    } catch (IOException e) {
      if (isIgnoredByServer(e)) {
        attempts.settled();
      } else if (reused && idempotent && !(e instanceof InterruptedIOException)) {
        attempts.connectionDied();
      }
      throw e;
    }
  }

  private static Response proceed(Chain chain, Request request) throws IOException {
    try {
      return chain.proceed(request);
    } catch (IllegalStateException e) {
      // From OkHttp 4, at a second interim response such as 103, or a negative status code.
      throw new IOException("unexpected response", e);
    }
  }

  private static Response readBody(Response response, Chain chain) throws IOException {
    ResponseBody body = response.body();
    if (body.contentLength() < -1) {
      throw new ProtocolException("Content-Length: " + body.contentLength());
    }
    BoundedBody read = BoundedBody.read(response);
    // The status code of an error response matters more than the rest of its body.
    if (read.failure() != null && (response.isSuccessful() || chain.call().isCanceled())) {
      throw read.failure();
    }
    return response
        .newBuilder()
        .body(BoundedBody.create(body.contentType(), read.bytes().size(), read.bytes()))
        .build();
  }

  /**
   * OkHttp repeats any request, a POST too, after 503 with {@code Retry-After: 0}, and fails at
   * more seconds than an {@code int} has. It ignores a field that has a date.
   */
  private static Response suppressOkHttpRetry(Response response) {
    if (response.code() != 503) {
      return response;
    }
    String seconds = response.header("Retry-After", "");
    String date =
        seconds.matches("0+")
            ? "Thu, 01 Jan 1970 00:00:00 GMT"
            : seconds.matches("\\d{10,}") ? "Fri, 31 Dec 9999 23:59:59 GMT" : null;
    return date == null ? response : response.newBuilder().header("Retry-After", date).build();
  }

  /** Returns whether HTTP/2 refused the stream, or its connection was shut down before. */
  private static boolean isIgnoredByServer(IOException e) {
    return String.valueOf(e.getMessage()).endsWith("REFUSED_STREAM")
        || e.getClass().getSimpleName().equals("ConnectionShutdownException");
  }

  /**
   * Takes a millisecond. OkHttp checks only connections that were idle for ten seconds; one of
   * HTTP/2 is read all the time, so OkHttp has seen the end of it.
   */
  private static boolean isClosedByServer(Connection connection) throws IOException {
    if (connection.protocol() != Protocol.HTTP_1_1) {
      return false;
    }
    Socket socket = connection.socket();
    int timeout = socket.getSoTimeout();
    try {
      socket.setSoTimeout(1);
      // Any byte or EOF before the request means that the server is closing the connection.
      socket.getInputStream().read();
      return true;
    } catch (SocketTimeoutException alive) {
      socket.setSoTimeout(timeout);
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
