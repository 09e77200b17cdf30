package io.github.realtimekit.webhooks.sandbox;

import io.github.realtimekit.webhooks.spec.Operation;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A request for one of the spec's operations.
 *
 * @param parameters those of the path, decoded and checked
 */
record Call(Operation operation, Map<String, String> parameters, String body) {
  AppKey app() {
    return new AppKey(parameter("account_id"), parameter("app_id"));
  }

  boolean isForOneWebhook() {
    return parameters.containsKey("webhook_id");
  }

  UUID webhookId() {
    return UUID.fromString(parameter("webhook_id").toLowerCase(Locale.ROOT));
  }

  private String parameter(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalStateException(operation.path() + " has no parameter " + name);
    }
    return value;
  }
}
