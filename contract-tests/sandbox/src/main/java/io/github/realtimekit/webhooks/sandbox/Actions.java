package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes the sandbox as JSON says. */
final class Actions {
  private final Apps apps;
  private final Deliveries deliveries;
  private final SigningKey key;

  Actions(Apps apps, Deliveries deliveries, SigningKey key) {
    this.apps = apps;
    this.deliveries = deliveries;
    this.key = key;
  }

  /** Delivers as the request says, and returns the attempts when all is done. */
  Response deliver(Input input) {
    input.only("event", "account_id", "app_id", "webhook_id", "fields", "faults");
    EventDelivery delivery = EventDelivery.of(input.text("event"));
    Apps.Key app = app(input);
    if (input.has("webhook_id")) {
      delivery = delivery.to(webhook(apps.state(app), input.text("webhook_id")));
    }
    if (input.has("fields")) {
      delivery = delivery.fields(input.fields().get("fields").toString());
    }
    for (String name : input.choices("faults", DeliveryFault.NAMES)) {
      delivery = delivery.with(DeliveryFault.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    ArrayNode attempts = Json.array();
    for (DeliveryAttempt attempt : deliveries.deliver(apps.state(app), delivery)) {
      attempts
          .addObject()
          .put("event", attempt.event())
          .put("webhook_id", attempt.webhookId())
          .put("url", attempt.url())
          .put("id", attempt.id())
          .put("status", attempt.status())
          .put("error", attempt.error());
    }
    return Response.json(200, Json.object().set("attempts", attempts));
  }

  private static String webhook(AppState app, String id) {
    List<String> ids = new ArrayList<>();
    app.list().forEach(webhook -> ids.add(webhook.path("id").asText()));
    return Input.choice("webhook_id", id, ids);
  }

  Response fail(Input input) {
    Apps.Key app = app(input);
    Failure failure = failure(input);
    apps.state(app).failNext(failure);
    return Response.json(200, Reports.named(Json.object(), app).put("failure", failure.toString()));
  }

  private static Failure failure(Input input) {
    String name = Input.choice("failure", input.text("failure"), Failure.NAMES);
    switch (name) {
      case "status" -> input.only("account_id", "app_id", "failure", "status");
      case "delay", "rate_limited" -> input.only("account_id", "app_id", "failure", "seconds");
      default -> input.only("account_id", "app_id", "failure");
    }
    return switch (name) {
      case "status" -> Failure.status(input.wholeNumber("status", 400, 599));
      case "delay" ->
          Failure.delay(
              Duration.ofMillis(input.number("seconds", 0, 3600).movePointRight(3).longValue()));
      case "rate_limited" ->
          input.has("seconds")
              ? Failure.rateLimited(Duration.ofSeconds(input.wholeNumber("seconds", 0, 3600)))
              : Failure.RATE_LIMITED;
      default -> Failure.constant(name);
    };
  }

  Response setKeyEndpoint(Input input) {
    key.endpointDown(input.only("down").bool("down"));
    return Response.json(200, input.fields());
  }

  Response rotateKey(Input input) {
    input.only();
    key.rotate();
    return Response.json(200, key.state());
  }

  /** Empties one app, or all of them, where the key endpoint works again, too. */
  Response reset(Input input) {
    input.only("account_id", "app_id");
    if (input.fields().isEmpty()) {
      apps.clear();
      key.endpointDown(false);
    } else {
      apps.clear(app(input));
    }
    return Response.json(200, input.fields());
  }

  private static Apps.Key app(Input input) {
    return new Apps.Key(input.text("account_id"), input.text("app_id"));
  }
}
