package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestLogTest {
  private static final Apps.Key APP = new Apps.Key("account", "app");

  private enum Part {
    PATH,
    HEADER,
    BODY;

    Received request(String name, int size) {
      String text = " ".repeat(size);
      return new Received(
          name,
          this == PATH ? text : "",
          this == HEADER ? Map.of("X", List.of(text)) : Map.of(),
          this == BODY ? text : "");
    }
  }

  private final Apps apps = new Apps();

  @ParameterizedTest
  @EnumSource
  void everyPartCountsAgainstTheCapacity(Part part) {
    apps.log(APP, part.request("first", Apps.LOG_CAPACITY / 3));
    apps.log(APP, part.request("second", Apps.LOG_CAPACITY / 3));
    apps.log(APP, part.request("third", Apps.LOG_CAPACITY / 3));

    assertThat(apps.received(APP)).extracting(Received::method).containsExactly("second", "third");
  }

  @ParameterizedTest
  @EnumSource
  void requestThatIsLargerThanTheCapacityIsDropped(Part part) {
    apps.log(APP, part.request("large", Apps.LOG_CAPACITY));

    assertThat(apps.received(APP)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void clearingOneAppMakesRoom(Part part) {
    Apps.Key other = new Apps.Key("account", "other");
    apps.log(APP, part.request("first", Apps.LOG_CAPACITY / 2 - 1024));
    apps.log(other, part.request("second", Apps.LOG_CAPACITY / 2 - 1024));
    apps.clear(APP);
    apps.log(other, part.request("third", Apps.LOG_CAPACITY / 2 - 1024));

    assertThat(apps.received(other))
        .extracting(Received::method)
        .containsExactly("second", "third");
  }

  @Test
  void responsesCountAgainstTheCapacity() {
    for (int i = 0; i < 300; i++) {
      respond(apps.log(APP, Part.BODY.request("GET", 1)), Apps.MAX_RESPONSE);
    }

    assertThat(apps.received(APP)).hasSizeBetween(200, Apps.LOG_CAPACITY / Apps.MAX_RESPONSE);
  }

  @Test
  void longResponseIsCut() {
    respond(apps.log(APP, Part.BODY.request("GET", 1)), Apps.MAX_RESPONSE + 1);

    assertThat(apps.exchanges())
        .extracting(Apps.Exchange::response)
        .extracting(response -> response == null ? 0 : response.body().length())
        .containsExactly(Apps.MAX_RESPONSE);
  }

  @Test
  void responseToARequestThatIsGoneIsNotKept() {
    long number = apps.log(APP, Part.BODY.request("GET", 1));
    apps.clear(APP);
    respond(number, 1);

    assertThat(apps.exchanges()).isEmpty();
  }

  private void respond(long number, int length) {
    apps.log(number, new Response(200, Map.of(), " ".repeat(length), Duration.ofSeconds(0), false));
  }
}
