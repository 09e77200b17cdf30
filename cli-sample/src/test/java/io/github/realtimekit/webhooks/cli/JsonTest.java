package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.Event;
import io.github.realtimekit.webhooks.cli.output.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {
  /** No webhook has a number yet; events have some. */
  @Test
  void writesNumbersOfModelsWithAllTheirDigits() {
    String json =
        "{\"event\":\"recording.statusUpdate\",\"recording\":{\"fileSize\":12345678901234567}}";
    Event event = Event.parse(json.getBytes(StandardCharsets.UTF_8));

    assertThat(Json.oneLine(Json.fields(event))).isEqualTo(json);
  }

  @Test
  void escapesWhatATerminalHides() {
    String tag = Character.toString(0xe0041);

    assertThat(Json.oneLine("a\u202eb" + tag + "\u00e9\ud83d\ude00"))
        .isEqualTo("\"a\\u202eb\\udb40\\udc41\u00e9\ud83d\ude00\"");
  }
}
