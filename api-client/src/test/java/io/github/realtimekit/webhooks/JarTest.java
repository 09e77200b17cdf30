package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents of the jar that users depend on. */
@Tag("slow")
class JarTest {
  private static final String METADATA =
      "/META-INF/native-image/io.github.realtimekit/realtimekit-webhooks-client/";

  /** Names of the schemas that have a class. */
  static List<String> models() {
    List<String> names = new ArrayList<>();
    Spec.load()
        .schemas()
        .forEach(
            (name, schema) -> {
              if (!schema.path("x-internal").asBoolean()) {
                names.add(name);
              }
            });
    return names;
  }

  @ParameterizedTest
  @MethodSource("models")
  void modelIsReadAndWrittenWithoutReflection(String model) {
    JsonAdapter<?> adapter =
        new Moshi.Builder().add(new ModelAdapters()).build().adapter((Type) load(model));
    assertThat(adapter.getClass().getName()).startsWith("io.github.realtimekit.webhooks.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy-config.json", "reflect-config.json"})
  void nativeImageLearnsOfEachRetrofitInterface(String file) throws Exception {
    String text = resource(METADATA + file).utf8();
    List<String> interfaces =
        classes()
            .filter(Class::isInterface)
            .map(Class::getName)
            .filter(n -> n.endsWith("Api"))
            .toList();
    assertThat(interfaces).contains("io.github.realtimekit.webhooks.WebhooksApi");
    assertThat(interfaces).allSatisfy(name -> assertThat(text).contains('"' + name + '"'));
  }

  @Test
  void jarSaysWhatItWasMadeFrom() throws Exception {
    ByteString spec = resource("/META-INF/openapi/realtimekit-webhooks.yaml");
    assertThat(spec.utf8()).isEqualTo(Spec.load().text());
    assertThat(resource("/META-INF/openapi/realtimekit-webhooks.yaml.sha256").utf8())
        .isEqualTo(spec.sha256().hex() + " *realtimekit-webhooks.yaml\n");
    assertThat(resource("/META-INF/openapi/VERSION").utf8()).matches("\\d+\\.\\d+\\.\\d+\\s*");
  }

  private static ByteString resource(String path) throws IOException {
    try (InputStream in = JarTest.class.getResourceAsStream(path)) {
      return new Buffer().readFrom(in).readByteString();
    }
  }

  private static Stream<Class<?>> classes() throws Exception {
    Path folder = folder();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
          .<Class<?>>map(name -> load(name.replace(".class", "")))
          .toList()
          .stream();
    }
  }

  private static Path folder() throws URISyntaxException {
    Path classes =
        Path.of(Webhook.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return classes.resolve("io/github/realtimekit/webhooks");
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName("io.github.realtimekit.webhooks." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
