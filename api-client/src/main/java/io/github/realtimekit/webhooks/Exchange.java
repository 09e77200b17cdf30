package io.github.realtimekit.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What came over the wire for a call, for the exception that it may end in: Retrofit hands out no
 * status where it cannot read the body. Travels as a tag of the request; used by one thread at a
 * time.
 */
final class Exchange {
  private @Nullable Response answer;
  private @Nullable ByteArrayOutputStream bodyStart;

  static Request tag(Request request) {
    return request.newBuilder().tag(Exchange.class, new Exchange()).build();
  }

  static Exchange of(Request request) {
    return Objects.requireNonNull(request.tag(Exchange.class));
  }

  /** An attempt begins. */
  void reset() {
    answer = null;
    bodyStart = null;
  }

  /** The attempt has its answer. */
  void answered(Response answer, ByteArrayOutputStream bodyStart) {
    this.answer = answer;
    this.bodyStart = bodyStart;
  }

  boolean isAnswered() {
    return answer != null;
  }

  /** The last attempt's answer; its body is used up. */
  Response answer() {
    return Objects.requireNonNull(answer);
  }

  /** The start of the answer's body; text only now, since hardly a call needs it. */
  String bodyStart() {
    return bodyStart == null ? "" : bodyStart.toString(StandardCharsets.UTF_8);
  }
}
