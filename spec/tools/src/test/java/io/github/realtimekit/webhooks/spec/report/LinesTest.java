package io.github.realtimekit.webhooks.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void locatesTheNearestNode() {
    Lines lines = Lines.of("a.yaml", "paths:\n  /a/{b}:\n    get:\n      tags: [x, y]\ninfo: 1\n");
    assertThat(
            lines.locate(
                List.of(
                    "/paths/~1a~1{b}/get/tags/1: wrong",
                    "/paths/~1a~1{b}/get/summary: missing",
                    "/info: odd",
                    "editThing: no pointer")))
        .containsExactly(
            "a.yaml:4 /paths/~1a~1{b}/get/tags/1: wrong",
            "a.yaml:3 /paths/~1a~1{b}/get/summary: missing",
            "a.yaml:5 /info: odd",
            "a.yaml: editThing: no pointer");
  }
}
