package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares the files in src/test/golden with the code generated from a specification that uses
 * every construct once. {@code -Dgolden.recreate} writes them again.
 */
@Tag("slow")
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/golden");
  private static final Path GENERATED =
      Path.of("target/golden/src/main/java/io/github/realtimekit/webhooks");
  private static final Path CLASSES = Path.of("target/golden/classes");
  private static final Path HAND_WRITTEN = Path.of("src/main/java/io/github/realtimekit/webhooks");

  @BeforeAll
  static void recreateAndCompile() throws IOException {
    if (System.getProperty("golden.recreate") != null) {
      for (Path old : javaFiles(GOLDEN)) {
        Files.delete(old);
      }
      for (Path file : javaFiles(GENERATED)) {
        Files.copy(file, GOLDEN.resolve(file.getFileName()));
      }
    }
    compile();
  }

  @Test
  void generatedFilesAreTheGoldenOnes() throws IOException {
    Map<String, String> golden = texts(GOLDEN);
    Map<String, String> generated = texts(GENERATED);
    assertThat(generated.keySet())
        .as("what the templates make, against src/test/golden (-Dgolden.recreate)")
        .isEqualTo(golden.keySet());
    generated.forEach(
        (name, text) ->
            assertThat(text)
                .as(name + " against src/test/golden (-Dgolden.recreate)")
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
          Event | {"weight":12,"event":"thing.made"} | {"event":"thing.made","weight":"12"}
          Event | {"event":"thing.lost","finder":{"name":"x"},"password":"y"} |
          Event | {"event":"thing.found","more":[1.50, {"a" : null}]} |
          Event | {"event":"thing.lost","finder":"x"} |
          Event | {"more":1} |
          Event | [1] |
          """)
  void modelsOfTheGoldenFilesKeepTheirJson(String model, String json, String written)
      throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {CLASSES.toUri().toURL()}, new DependenciesOnly())) {
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

  /** The golden files and what is written by hand make a client of their own, without a warning. */
  private static void compile() throws IOException {
    Files.createDirectories(CLASSES);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    var files = javac.getStandardFileManager(null, null, null);
    List<Path> sources =
        Stream.concat(javaFiles(GOLDEN).stream(), javaFiles(HAND_WRITTEN).stream()).toList();
    boolean compiled =
        javac
            .getTask(
                out,
                files,
                null,
                List.of(
                    "-d",
                    CLASSES.toString(),
                    "--release",
                    "17",
                    "-Xlint:all,-deprecation,-classfile,-processing,-serial,-options",
                    "-Werror",
                    "-classpath",
                    System.getProperty("java.class.path")),
                null,
                files.getJavaFileObjectsFromPaths(sources))
            .call();
    assertThat(compiled).as(out.toString()).isTrue();
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : javaFiles(folder)) {
      texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(
              file -> file.toFile().length() > 0) // RealtimeKitClient, which one tag does not need.
          .sorted()
          .toList();
    }
  }
}
