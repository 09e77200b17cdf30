package io.github.realtimekit.webhooks;

import java.util.Set;

/** A generated model. */
interface Model {
  /** Returns the JSON names of the required fields that are not there. */
  Set<String> missingFields();
}
