package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.sandbox.Router.Call;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out the operations on the stored webhooks. An operation of the spec that is not known
 * here responds with the webhook of its path, or else with the spec's example of its success.
 */
final class WebhookOperations {
  /** The vendor's example of an edit's response lacks it, and has both timestamps. */
  private static final String NOT_ECHOED = "enabled";

  private final Spec spec;
  private final boolean partialEcho;
  private final WebhookView view;
  private final Map<String, RequestBody> requestBodies = new HashMap<>();

  WebhookOperations(Spec spec, boolean partialEcho) {
    this.spec = spec;
    this.partialEcho = partialEcho;
    this.view = new WebhookView(spec);
    for (Operation operation : spec.operations()) {
      if (!operation.requestSchema().isMissingNode()) {
        requestBodies.put(operation.key(), new RequestBody(spec, operation));
      }
    }
  }

  Response carryOut(Call call, AppState app) {
    ObjectNode fields = fields(call);
    return switch (call.operation().id()) {
      case "listWebhooks" -> list(app);
      case "createWebhook" -> create(app, fields);
      case "getWebhook" -> one(app.get(call.webhookId()));
      case "replaceWebhook", "editWebhook" -> echo(app.update(call.webhookId(), fields));
      case "deleteWebhook" -> one(app.delete(call.webhookId()));
      default -> respondWithExample(call, app);
    };
  }

  private ObjectNode fields(Call call) {
    RequestBody requestBody = requestBodies.get(call.operation().key());
    boolean sent =
        !call.body().isEmpty() || call.operation().requestBody().path("required").asBoolean();
    return requestBody != null && sent ? requestBody.read(call.body()) : Json.object();
  }

  private Response list(AppState app) {
    ArrayNode webhooks = view.of(app.list());
    return webhooks.isEmpty()
        ? Response.named("app without webhooks")
        : Response.data(200, webhooks);
  }

  private Response create(AppState app, ObjectNode fields) {
    return app.create(fields)
        .map(webhook -> Response.data(201, view.of(webhook)))
        .orElseGet(() -> Response.named("URL of another webhook"));
  }

  private Response one(Optional<ObjectNode> webhook) {
    return webhook
        .map(found -> Response.data(200, view.of(found)))
        .orElseGet(() -> Response.named("unknown webhook"));
  }

  private Response echo(Optional<ObjectNode> webhook) {
    return partialEcho ? partialEcho(one(webhook)) : one(webhook);
  }

  static Response partialEcho(Response whole) {
    JsonNode body = Json.parse(whole.body()).orElseThrow();
    if (body.path("data") instanceof ObjectNode webhook) {
      webhook.without(NOT_ECHOED);
    }
    return Response.json(whole.status(), body);
  }

  private Response respondWithExample(Call call, AppState app) {
    Optional<ObjectNode> webhook =
        call.isForOneWebhook() ? app.get(call.webhookId()) : Optional.empty();
    return call.isForOneWebhook() && webhook.isEmpty()
        ? Response.named("unknown webhook")
        : example(call.operation(), webhook);
  }

  /** An example of a webhook would have another id than the path. */
  private Response example(Operation operation, Optional<ObjectNode> webhook) {
    String status =
        operation.responses().keySet().stream()
            .filter(each -> each.startsWith("2"))
            .findFirst()
            .orElse("200");
    JsonNode media = operation.responses().getOrDefault(status, Json.object()).path("content");
    JsonNode json = media.path("application/json");
    boolean isWebhook =
        spec.resolve(json.path("schema")).path("x-payload").asText().equals("Webhook");
    if (isWebhook && webhook.isPresent()) {
      return Response.data(Integer.parseInt(status), view.of(webhook.get()));
    }
    JsonNode named =
        json.path("examples").elements().hasNext()
            ? spec.resolve(json.path("examples").elements().next()).path("value")
            : spec.resolve(json.path("schema")).path("example");
    JsonNode example = json.has("example") ? json.get("example") : named;
    return example.isMissingNode()
        ? Response.empty(Integer.parseInt(status))
        : Response.json(Integer.parseInt(status), example);
  }
}
