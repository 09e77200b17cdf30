package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares the golden files with the code generated from a specification that uses every construct
 * once. {@code -Dgolden.recreate} writes them again.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("golden");

  private static GeneratedClient client;

  @BeforeAll
  static void generateAndCompile() throws IOException {
    client =
        GeneratedClient.of(
            GOLDEN.resolve("everything.yaml"), GeneratedClient.TARGET.resolve("golden"));
    if (System.getProperty("golden.recreate") != null) {
      for (Path old : GeneratedClient.javaFiles(GOLDEN)) {
        Files.delete(old);
      }
      for (Path file : client.sources()) {
        Files.writeString(GOLDEN.resolve(file.getFileName()), GeneratedClient.formatted(file));
      }
    }
    client.compile();
  }

  @Test
  void generatedFilesAreTheGoldenOnes() throws IOException {
    Map<String, String> golden = new TreeMap<>();
    for (Path file : GeneratedClient.javaFiles(GOLDEN)) {
      golden.put(file.getFileName().toString(), Files.readString(file));
    }
    Map<String, String> generated = new TreeMap<>();
    for (Path file : client.sources()) {
      generated.put(file.getFileName().toString(), GeneratedClient.formatted(file));
    }
    assertThat(generated.keySet())
        .as("generated files, against the golden ones (-Dgolden.recreate)")
        .isEqualTo(golden.keySet());
    generated.forEach(
        (name, text) ->
            assertThat(text)
                .as(name + " against the golden file (-Dgolden.recreate)")
                .isEqualTo(golden.get(name)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # model | JSON that is read | JSON that is written, if other
          Thing | {"id":"0d1f069d-43bb-489a-ad8c-7eb95592ba8e","made_at":"2022-05-28T07:01:53.075Z"} |
          Thing | {"born_on":"2024-02-29","active":false,"count":-7,"bytes":9007199254740993} |
          Thing | {"ratio":0.25,"price":1234567890.123456789012} |
          Thing | {"site":"https://example.com","kind":"very.large","tags":["a",""],"numbers":[1,2]} |
          Thing | {"kind":"unheard.of","owner":{"name":"x"},"former_owners":[{"name":"y"},{}]} |
          Thing | {"parent_id":null,"label":"old"} |
          Thing | {"site":null,"count":null,"owner":null} | {}
          Thing | {"more":{"parent_id":[null]},"tags":[]} | {"tags":[]}
          ThingPatch | {"note":null,"tags":null} |
          ThingPatch | {"note":null,"note":"a"} | {"note":"a"}
          ThingPatch | {"home":null,"mirrors":["https://example.com/a","mailto:a@example.com"]} |
          ThingPatch | {"home":"urn:x"} |
          ThingPatch | {} |
          Event | {"event":"thing.made","weight":"9007199254740993"} |
          Event | {"weight":12,"event":"thing.made"} | {"event":"thing.made","weight":12}
          Event | {"event":"thing.lost","finder":{"name":"x"},"password":"y"} |
          Event | {"event":"thing.found","more":[1.50, {"a" : null}]} |
          Event | {"event":"thing.lost","finder":"x"} |
          Event | {"more":1} |
          Event | [1] |
          """)
  void modelsOfTheGoldenFilesKeepTheirJson(String model, String json, String written)
      throws Exception {
    try (URLClassLoader loader = client.load()) {
      String name = "io.github.realtimekit.webhooks.";
      JsonAdapter.Factory adapters =
          (JsonAdapter.Factory)
              loader.loadClass(name + "ModelAdapters").getConstructor().newInstance();
      JsonAdapter<Object> adapter =
          new Moshi.Builder().add(adapters).build().adapter((Type) loader.loadClass(name + model));
      Object value = adapter.fromJson(json);
      assertThat(adapter.toJson(value)).isEqualTo(written == null ? json : written);
      assertThat(adapter.fromJson(adapter.toJson(value))).isEqualTo(value);
    }
  }
}
