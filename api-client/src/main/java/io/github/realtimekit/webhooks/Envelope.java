package io.github.realtimekit.webhooks;

import java.util.Set;

/** What the generated envelopes have in common: {@code {"data": …, "success": true}}. */
interface Envelope<T> {
  T data();

  Boolean success();

  Set<String> missingFields();
}
