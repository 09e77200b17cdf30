package io.github.realtimekit.webhooks;

import java.util.Set;

/** A generated response envelope: {@code {"data": …, "success": true}}. */
interface Envelope<T> {
  T data();

  Boolean success();

  Set<String> missingFields();

  Set<String> unreadableFields();
}
