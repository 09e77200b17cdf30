package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The six operations of the API on the webhooks of the store. */
final class Operations {
  /** Observed is only that fields such as {@code enabled} are missing; which others is assumed. */
  private static final List<String> NOT_ECHOED = List.of("created_at", "enabled", "updated_at");

  private final Store store;
  private final WebhookRules rules;
  private final boolean partialEcho;

  Operations(Store store, WebhookRules rules, boolean partialEcho) {
    this.store = store;
    this.rules = rules;
    this.partialEcho = partialEcho;
  }

  Answer carryOut(Route route, byte[] body) {
    AppKey app = route.app();
    return switch (route.operation()) {
      case LIST -> list(app);
      case CREATE -> create(app, body);
      case GET -> one(store.get(app, route.webhookId()));
      case REPLACE -> echo(store.update(app, route.webhookId(), rules.whole(body)));
      case EDIT -> echo(store.update(app, route.webhookId(), rules.part(body)));
      case DELETE -> one(store.delete(app, route.webhookId()));
    };
  }

  private Answer list(AppKey app) {
    ArrayNode webhooks = store.list(app);
    return webhooks.isEmpty()
        ? Answer.error(404, Text.NO_WEBHOOKS.with())
        : Answer.data(200, webhooks);
  }

  private Answer create(AppKey app, byte[] body) {
    return store
        .create(app, rules.whole(body))
        .map(webhook -> Answer.data(201, webhook))
        .orElseGet(() -> Answer.error(409, Text.URL_TAKEN.with()));
  }

  private static Answer one(Optional<ObjectNode> webhook) {
    return webhook
        .map(found -> Answer.data(200, found))
        .orElseGet(() -> Answer.error(404, Text.NO_SUCH_WEBHOOK.with()));
  }

  private Answer echo(Optional<ObjectNode> webhook) {
    return one(partialEcho ? webhook.map(full -> full.deepCopy().remove(NOT_ECHOED)) : webhook);
  }
}
