package io.github.realtimekit.webhooks;

/** A generated response envelope: {@code {"data": …, "success": true}}. */
interface Envelope<T> extends Model {
  T data();

  Boolean success();
}
