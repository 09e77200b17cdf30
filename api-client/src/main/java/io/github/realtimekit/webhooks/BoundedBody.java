package io.github.realtimekit.webhooks;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Bounds response bodies, unzipped, so that no response exhausts the memory. */
final class BoundedBody extends ForwardingSource {
  private static final long MAX_SUCCESS = 16L << 20;

  /** Some more than exceptions show, so that a token at the end is there as a whole. */
  private static final long MAX_ERROR = 20L << 10;

  private final boolean cut;
  private long left;

  private BoundedBody(Response response) {
    super(response.body().source());
    this.left = maxBytes(response);
    this.cut = !response.isSuccessful();
  }

  /**
   * Returns the response with a body that ends, or fails if it is one of success, at the bound. A
   * body that is known to be shorter stays as it is.
   */
  static Response bound(Response response) {
    ResponseBody body = response.body();
    if (body.contentLength() >= 0 && body.contentLength() <= maxBytes(response)) {
      return response;
    }
    return response
        .newBuilder()
        .body(of(body.contentType(), body.contentLength(), Okio.buffer(new BoundedBody(response))))
        .build();
  }

  /** Returns a body by the one method that OkHttp 3, which comes with Retrofit 2, has too. */
  @SuppressWarnings("deprecation")
  static ResponseBody of(@Nullable MediaType type, long length, BufferedSource source) {
    return ResponseBody.create(type, length, source);
  }

  static long maxBytes(Response response) {
    return response.isSuccessful() ? MAX_SUCCESS : MAX_ERROR;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    if (cut && left == 0) {
      return -1;
    }
    long read = super.read(sink, Math.min(byteCount, cut ? left : left + 1));
    left -= Math.max(read, 0);
    if (left < 0) {
      throw new IOException("the body is longer than " + (MAX_SUCCESS >> 20) + " MiB");
    }
    return read;
  }
}
