package io.github.realtimekit.webhooks;

import java.io.IOException;
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
import okio.Buffer;

/**
 * The network side of an attempt: sends the request on a connection that is alive, reads the whole
 * response, and marks each failure after the request was written.
 *
 * <p>The body is read here, before it is unzipped, so that one that breaks off is a lost connection
 * and can be retried.
 */
final class WireInterceptor implements Interceptor {
  /** Bytes that are read beyond the bound at most. */
  private static final int AT_ONCE = 8 << 10;

  /** Connections that have carried a request. */
  private final Set<Connection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Connection connection = chain.connection();
    boolean reused = connection != null && !used.add(connection);
    if (reused && !RetryPolicy.isIdempotent(request) && isClosedByServer(connection)) {
      throw new StaleConnectionException();
    }
    try {
      return suppressOkHttpRetry(readBody(chain.proceed(request), chain));
    } catch (IOException e) {
      throw isIgnoredByServer(e) ? e : new RequestWrittenException(e, reused);
    }
  }

  /**
   * OkHttp repeats any request, a POST too, after 503 with {@code Retry-After: 0}, but not if the
   * header has a date.
   */
  private static Response suppressOkHttpRetry(Response response) {
    return response.code() == 503 && response.header("Retry-After", "").matches("0+")
        ? response.newBuilder().header("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT").build()
        : response;
  }

  private static Response readBody(Response response, Chain chain) throws IOException {
    ResponseBody body = response.body();
    if (body.contentLength() < -1) {
      throw new ProtocolException("Content-Length: " + body.contentLength());
    }
    long max = BoundedBody.maxBytes(response);
    Buffer read = new Buffer();
    try (body) {
      while (read.size() <= max && body.source().read(read, AT_ONCE) != -1) {}
    } catch (IOException e) {
      if (response.isSuccessful() || chain.call().isCanceled()) {
        throw e;
      }
      // The status code of an error response matters more than the rest of its body.
    }
    return response
        .newBuilder()
        .body(BoundedBody.of(body.contentType(), read.size(), read))
        .build();
  }

  /** HTTP/2 tells so: the stream was refused, or the connection was shut down before it began. */
  private static boolean isIgnoredByServer(IOException e) {
    return String.valueOf(e.getMessage()).endsWith("REFUSED_STREAM")
        || e.getClass().getSimpleName().equals("ConnectionShutdownException");
  }

  /**
   * Takes a millisecond. OkHttp checks only connections that were idle for ten seconds; one of
   * HTTP/2 is read all the time, and so known to be closed.
   */
  private static boolean isClosedByServer(Connection connection) throws IOException {
    if (connection.protocol() != Protocol.HTTP_1_1) {
      return false;
    }
    Socket socket = connection.socket();
    int timeout = socket.getSoTimeout();
    try {
      socket.setSoTimeout(1);
      // Before the request, a server has nothing to say but goodbye.
      socket.getInputStream().read();
      return true;
    } catch (SocketTimeoutException alive) {
      return false;
    } catch (IOException reset) {
      return true;
    } finally {
      if (!socket.isClosed()) {
        socket.setSoTimeout(timeout);
      }
    }
  }
}
