package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.sandbox.Apps.Exchange;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows what the sandbox has and what happened in it, as JSON. */
final class Reports {
  private final Spec spec;
  private final String basePath;
  private final Apps apps;
  private final SigningKey key;
  private final WebhookView view;

  Reports(Spec spec, String basePath, Apps apps, SigningKey key) {
    this.spec = spec;
    this.basePath = basePath;
    this.apps = apps;
    this.key = key;
    this.view = new WebhookView(spec);
  }

  Response state(Input input) {
    input.only();
    ObjectNode state = Json.object().put("base_path", basePath);
    state.set("key", key.state());
    spec.values("EventType").forEach(state.putArray("event_types")::add);
    DeliveryFault.NAMES.forEach(state.putArray("delivery_faults")::add);
    Failure.NAMES.forEach(state.putArray("failures")::add);
    ArrayNode all = state.putArray("apps");
    apps.states()
        .forEach(
            (app, of) -> {
              ObjectNode each = named(all.addObject(), app);
              each.set("webhooks", view.of(of.list()));
              of.failures().forEach(each.putArray("failures")::add);
            });
    return Response.json(200, state);
  }

  Response requests(Input input) {
    Predicate<Apps.Key> filter = filter(input);
    return latest(
        "requests",
        input,
        apps.exchanges().stream()
            .filter(exchange -> filter.test(exchange.app()))
            .map(Reports::json)
            .toList());
  }

  private static ObjectNode json(Exchange exchange) {
    Response response = exchange.response();
    return named(Json.object().put("number", exchange.number()), exchange.app())
        .put("time", AppState.TIMESTAMP.format(exchange.time()))
        .put("method", exchange.request().method())
        .put("path", exchange.request().path())
        .put("body", exchange.request().body())
        .put("status", response == null ? 0 : response.status())
        .put("response", response == null ? "" : response.body())
        .put("cut_off", response != null && response.cutOff());
  }

  Response deliveries(Input input) {
    Predicate<Apps.Key> filter = filter(input);
    SortedMap<Long, ObjectNode> sorted = new TreeMap<>();
    apps.states()
        .forEach(
            (app, of) -> {
              if (filter.test(app)) {
                of.deliveries().forEach(each -> sorted.put(each.number(), json(app, each)));
              }
            });
    return latest("deliveries", input, List.copyOf(sorted.values()));
  }

  private static ObjectNode json(Apps.Key app, Delivery delivery) {
    ObjectNode json =
        named(Json.object().put("number", delivery.number()), app)
            .put("time", AppState.TIMESTAMP.format(delivery.time()))
            .put("event", delivery.event().type())
            .put("webhook_id", delivery.webhook().path("id").asText())
            .put("webhook_name", delivery.webhook().path("name").asText())
            .put("url", delivery.url())
            .put("body", delivery.body())
            .put("verdict", lowerCase(delivery.verdict()));
    ArrayNode faults = json.putArray("faults");
    delivery.event().faults().forEach(fault -> faults.add(lowerCase(fault)));
    ArrayNode attempts = json.putArray("attempts");
    for (Delivery.Timed timed : delivery.timedAttempts()) {
      attempts
          .addObject()
          .put("id", timed.attempt().id())
          .put("time", AppState.TIMESTAMP.format(timed.time()))
          .put("took_ms", timed.took().toMillis())
          .put("status", timed.attempt().status())
          .put("error", timed.attempt().error());
    }
    return json;
  }

  /** Returns the newest in their order, as many as the limit says, or all. */
  private static Response latest(String name, Input input, List<ObjectNode> all) {
    int limit = input.has("limit") ? input.wholeNumber("limit", 0, 1_000_000) : all.size();
    ObjectNode response = Json.object();
    response.putArray(name).addAll(all.subList(Math.max(0, all.size() - limit), all.size()));
    return Response.json(200, response);
  }

  private static Predicate<Apps.@Nullable Key> filter(Input input) {
    input.only("account_id", "app_id", "limit");
    Optional<String> account = input.optionalText("account_id");
    Optional<String> id = input.optionalText("app_id");
    return app ->
        (account.isEmpty() || (app != null && account.get().equals(app.accountId())))
            && (id.isEmpty() || (app != null && id.get().equals(app.appId())));
  }

  static ObjectNode named(ObjectNode json, Apps.@Nullable Key app) {
    return json.put("account_id", app == null ? null : app.accountId())
        .put("app_id", app == null ? null : app.appId());
  }

  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
