package io.github.realtimekit.webhooks.internal;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * A response body, read into memory up to a limit.
 *
 * @param bytes the body as far as it could be read; up to 8 KiB beyond the limit if it is longer
 * @param failure why the body could not be read to its end or limit; null if it could
 */
record BoundedBody(Buffer bytes, @Nullable IOException failure) {
  static final int MAX_SUCCESS = 16 << 20;

  /** More than exceptions quote, so that a token at the cut is complete. */
  static final int MAX_ERROR = 20 << 10;

  /** Reads the body of the response, and closes it. */
  static BoundedBody read(Response response) {
    int max = response.isSuccessful() ? MAX_SUCCESS : MAX_ERROR;
    Buffer bytes = new Buffer();
    IOException failure = null;
    try (ResponseBody body = response.body()) {
      BufferedSource source = body.source();
      try {
        source.request(max + 1L);
      } catch (IOException e) {
        failure = e;
      }
      Buffer read = source.getBuffer();
      bytes.write(read, read.size());
    }
    return new BoundedBody(bytes, failure);
  }

  /** Creates a body with the overload that OkHttp 3, 4 and 5 have. */
  @SuppressWarnings("deprecation")
  static ResponseBody create(@Nullable MediaType type, long length, BufferedSource source) {
    return ResponseBody.create(type, length, source);
  }
}
