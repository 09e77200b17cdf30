package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
}
