package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.spec.Spec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest extends SandboxTest {
  private static final String EVENTS = String.join(", ", Spec.load().values("EventType"));

  private JsonNode before;

  @BeforeEach
  void createOne() {
    before = wire.create(body("one", "https://example.com/one")).data();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                                                | 'name'",
        "{'url':'https://example.com/2','events':[]}       | 'name'",
        "{'name':'two','events':[]}                        | 'url'",
        "{'name':'two','url':'https://example.com/2'}      | 'events'",
      })
  void http400RequiredField(String json, String field) {
    String request = json.replace('\'', '"');
    String message = "BAD_REQUEST: " + field.replace('\'', '"') + " is required";

    wire.create(request).isError(400, message);
    wire.replace(id(), request).isError(400, message);
    assertNothingChanged();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "name    | 1                        | 'name' must be a string",
        "name    | null                     | 'name' must be a string",
        "url     | {}                       | 'url' must be a string",
        "url     | ''                       | 'url' must be a valid uri",
        "url     | '/hooks'                 | 'url' must be a valid uri",
        "url     | 'example.com/hooks'      | 'url' must be a valid uri",
        "url     | 'https://example.com/ b' | 'url' must be a valid uri",
        "events  | 'meeting.started'        | 'events' must be an array",
        "events  | null                     | 'events' must be an array",
        "events  | ['meeting.begun']        | 'events[0]' must be one of [EVENTS]",
        "events  | ['meeting.ended',1]      | 'events[1]' must be one of [EVENTS]",
        "events  | ['Meeting.Started']      | 'events[0]' must be one of [EVENTS]",
        "enabled | 'true'                   | 'enabled' must be a boolean",
        "enabled | null                     | 'enabled' must be a boolean",
      })
  void http400BrokenField(String field, String value, String text) {
    String broken = "\"" + field + "\":" + value.replace('\'', '"');
    String message = "BAD_REQUEST: " + text.replace('\'', '"').replace("EVENTS", EVENTS);
    String whole = wholeWithout(field) + "," + broken + "}";

    wire.create(whole).isError(400, message);
    wire.replace(id(), whole).isError(400, message);
    wire.edit(id(), "{" + broken + "}").isError(400, message);
    assertNothingChanged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "name=two", "{\"name\":\"two\"", "{} {}", "{'name':'two'}", "\0"})
  void http400NotJson(String request) {
    String message = "BAD_REQUEST: the body is not JSON";

    wire.create(request).isError(400, message);
    wire.replace(id(), request).isError(400, message);
    wire.edit(id(), request).isError(400, message);
    assertNothingChanged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "\"name\""})
  void http400NotAnObject(String request) {
    String message = "BAD_REQUEST: \"value\" must be of type object";

    wire.create(request).isError(400, message);
    wire.replace(id(), request).isError(400, message);
    wire.edit(id(), request).isError(400, message);
    assertNothingChanged();
  }

  @Test
  void http400NamesTheFirstFieldThatIsWrongInTheOrderOfTheSpec() {
    wire.edit(id(), "{\"enabled\":1,\"events\":0,\"url\":2}")
        .isError(400, "BAD_REQUEST: \"url\" must be a string");
    wire.create("{\"enabled\":1,\"events\":[\"no\"]}")
        .isError(400, "BAD_REQUEST: \"name\" is required");
  }

  @Test
  void http400NestedTooDeep() {
    wire.edit(id(), "[".repeat(100_000)).isError(400, "BAD_REQUEST: the body is not JSON");
  }

  @Test
  void http400BeforeUnknownId() {
    wire.replace(UNKNOWN_ID, "{}").isError(400, "BAD_REQUEST: \"name\" is required");
  }

  private String id() {
    return before.get("id").asText();
  }

  /** A body for create, open at its end, that lacks one field. */
  private static String wholeWithout(String field) {
    String rest = field.equals("name") ? "" : ",\"name\":\"two\"";
    rest += field.equals("url") ? "" : ",\"url\":\"https://example.com/2\"";
    rest += field.equals("events") ? "" : ",\"events\":[\"meeting.ended\"]";
    return "{" + rest.substring(1);
  }

  private void assertNothingChanged() {
    assertThat(wire.list().data()).containsExactly(before);
  }
}
