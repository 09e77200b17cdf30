package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestLogTest {
  private static final AppKey APP = new AppKey("account", "app");

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

  private final RequestLog log = new RequestLog();

  @ParameterizedTest
  @EnumSource
  void everyPartCountsAgainstTheCapacity(Part part) {
    log.add(APP, part.request("first", RequestLog.CAPACITY / 3));
    log.add(APP, part.request("second", RequestLog.CAPACITY / 3));
    log.add(APP, part.request("third", RequestLog.CAPACITY / 3));

    assertThat(log.of(APP)).extracting(Received::method).containsExactly("second", "third");
  }

  @ParameterizedTest
  @EnumSource
  void requestThatIsLargerThanTheCapacityIsDropped(Part part) {
    log.add(APP, part.request("large", RequestLog.CAPACITY));

    assertThat(log.of(APP)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void clearingOneAppMakesRoom(Part part) {
    AppKey other = new AppKey("account", "other");
    log.add(APP, part.request("first", RequestLog.CAPACITY / 2 - 1024));
    log.add(other, part.request("second", RequestLog.CAPACITY / 2 - 1024));
    log.clear(APP);
    log.add(other, part.request("third", RequestLog.CAPACITY / 2 - 1024));

    assertThat(log.of(other)).extracting(Received::method).containsExactly("second", "third");
  }
}
