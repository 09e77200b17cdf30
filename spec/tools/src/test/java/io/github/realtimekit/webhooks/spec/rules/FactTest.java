package io.github.realtimekit.webhooks.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactTest {
  record Fault(String fault, String find, String replace, List<String> words) {
    @Override
    public String toString() {
      return fault;
    }
  }

  static List<Fault> faults() throws IOException {
    try (InputStream in = FactTest.class.getResourceAsStream("/facts.yaml")) {
      return new YAMLMapper().readValue(in, new TypeReference<>() {});
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesTheWrongFactAndTheWayOut(Fault fault) {
    String text = Spec.load().text();
    assertThat(text).containsOnlyOnce(fault.find());
    Spec wrong = Spec.parse(text.replace(fault.find(), fault.replace()));
    assertThat(Sources.load().differencesFrom(wrong))
        .singleElement()
        .asString()
        .contains(fault.words())
        .containsIgnoringCase("back, or the row and its source");
  }
}
