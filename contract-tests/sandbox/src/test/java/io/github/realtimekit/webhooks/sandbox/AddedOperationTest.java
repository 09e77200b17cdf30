package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations of the YAML that the sandbox has no code for. */
class AddedOperationTest extends SandboxTest {
  private static final String WEBHOOKS = "/accounts/{account_id}/realtime/kit/{app_id}/webhooks";
  private static final String ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";

  private final AppState app = new AppState();

  @Test
  void respondsWithTheExampleOverTheWire() {
    Reply reply = wire.call("GET", "/all", null);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data())
        .isEqualTo(Spec.load().tree().at("/components/schemas/EventTypeListResponse/example/data"))
        .isNotEmpty();
    assertThat(wire.withAuthorization("Bearer wrong-token").call("GET", "/all", null).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'example':1,'examples':{'a':{'value':2}},'schema':{'example':3}} | 1
          {'examples':{'a':{'value':2}},'schema':{'example':3}}             | 2
          {'schema':{'example':3}}                                          | 3
          {'schema':{'$ref':'#/components/schemas/Added'}}                  | 4
          {'schema':{}}                                                     | ~~
          """)
  void takesTheFirstExampleThatThereIs(String content, String body) {
    Response response = respond("/added", "'201':{'content':{'application/json':" + content + "}}");

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.body()).isEqualTo(body);
  }

  @Test
  void respondsWithoutBodyWhereThereIsNone() {
    Response response = respond("/added", "'404':{},'204':{}");

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers()).isEmpty();
  }

  @Test
  void webhookMustExist() {
    assertThat(respond("/{webhook_id}/added", "'204':{}").status()).isEqualTo(404);
  }

  @Test
  void webhookExists() {
    ObjectNode fields = Json.object().put("url", "https://example.com/one");
    String id = app.create(fields).orElseThrow().get("id").asText();

    assertThat(respond("/{webhook_id}/added", "'204':{}", id).status()).isEqualTo(204);
  }

  @Test
  void respondsWithTheWebhookOfThePath() {
    ObjectNode fields = Json.object().put("url", "https://example.com/one");
    ObjectNode created = app.create(fields).orElseThrow();
    String webhook =
        "'200':{'content':{'application/json':"
            + "{'schema':{'$ref':'#/components/schemas/WebhookResponse'}}}}";

    String body = respond("/{webhook_id}/added", webhook, created.get("id").asText()).body();

    assertThat(Json.parse(body).orElseThrow().at("/data/id")).isEqualTo(created.get("id"));
  }

  @Test
  void optionalBodyMayBeMissing() {
    String body = "'requestBody':{'content':{'application/json':{'schema':{'type':'object'}}}},";

    assertThat(respond("/added", "'204':{}", ID, body).status()).isEqualTo(204);
  }

  @Test
  void requiredBodyMayNotBeMissing() {
    String body =
        "'requestBody':{'required':true,'content':{'application/json':"
            + "{'schema':{'type':'object'}}}},";

    assertThatThrownBy(() -> respond("/added", "'204':{}", ID, body))
        .isInstanceOfSatisfying(
            Response.ErrorResponseException.class,
            e -> assertThat(e.response().status()).isEqualTo(400));
  }

  private Response respond(String path, String responses) {
    return respond(path, responses, ID);
  }

  private Response respond(String path, String responses, String id) {
    return respond(path, responses, id, "");
  }

  private Response respond(String path, String responses, String id, String requestBody) {
    ObjectNode tree = Spec.load().tree().deepCopy();
    ((ObjectNode) tree.at("/components/schemas")).putObject("Added").put("example", 4);
    String operation =
        "{'post':{'operationId':'added'," + requestBody + "'responses':{" + responses + "}}}";
    ((ObjectNode) tree.path("paths"))
        .set(WEBHOOKS + path, Json.parse(operation.replace('\'', '"')).orElseThrow());
    Spec spec = Spec.of(tree);
    Router router = new Router(spec);
    String requestPath =
        (WEBHOOKS + path).replace("{account_id}", "account").replace("{app_id}", "app");
    Router.Call call =
        router.route(
            "POST",
            router.basePath() + requestPath.replace("{webhook_id}", UUID.fromString(id).toString()),
            "");
    return new WebhookOperations(spec, false).carryOut(call, app);
  }
}
