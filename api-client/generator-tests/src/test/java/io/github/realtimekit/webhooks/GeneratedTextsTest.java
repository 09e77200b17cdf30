package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what no call shows with the specification: Javadoc, deprecation, and the metadata for
 * GraalVM's native image. Golden files would take a fault in them over.
 */
class GeneratedTextsTest {
  private static final Path YAML = Path.of("golden", "everything.yaml");
  private static final Spec SPEC = Spec.read(YAML);
  private static final String NATIVE_IMAGE =
      "src/main/resources/META-INF/native-image/io.github.realtimekit/realtimekit-webhooks-client/";

  private static GeneratedClient client;

  static List<Operation> operations() {
    return SPEC.operations();
  }

  @BeforeAll
  static void generate() throws IOException {
    client = GeneratedClient.of(YAML, GeneratedClient.TARGET.resolve("texts"));
  }

  @Test
  void tableHasTheStatusCodesOfEachOperation() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (Operation operation : SPEC.operations()) {
      expected.put(operation.id(), String.join(", ", operation.responses().keySet()));
    }
    Map<String, String> table = new TreeMap<>();
    Matcher row =
        Pattern.compile("<td>\\{@link #(\\w+)}</td><td>([^<]*)</td>")
            .matcher(source("ThingsClient"));
    while (row.find()) {
      table.put(row.group(1), row.group(2));
    }
    assertThat(table).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void methodsSayWhatTheOperationDoes(Operation operation) throws IOException {
    String summary = operation.node().path("summary").asText();
    for (String name : List.of("ThingsClient", "ThingsAsyncClient", "ThingsApi")) {
      String head = head(source(name), operation.id());

      assertThat(head).as(name).contains("* " + summary);
      boolean deprecated = operation.node().path("deprecated").asBoolean();
      assertThat(head.contains("@deprecated by the API") && head.contains("@Deprecated"))
          .as(name)
          .isEqualTo(deprecated);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void parametersAreDescribed(Operation operation) throws IOException {
    for (JsonNode parameter : operation.parameters()) {
      if (parameter.path("required").asBoolean() && !parameter.has("x-bound")) {
        assertThat(head(source("ThingsClient"), operation.id()))
            .containsPattern(
                "@param \\w+ " + Pattern.quote(parameter.path("description").asText()));
      }
    }
  }

  @Test
  void buildersHaveTheDefaultsOfTheApi() throws IOException {
    JsonNode properties = SPEC.tree().at("/components/schemas/Thing/properties");
    for (var property : properties.properties()) {
      String builder = source("Thing").substring(source("Thing").indexOf("class Builder"));
      String head = head(builder, camelCase(property.getKey()));

      if (property.getValue().has("default")) {
        String value = property.getValue().get("default").asText();
        assertThat(head).contains("The API defaults to " + value + ".");
      } else {
        assertThat(head).doesNotContain("The API defaults");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"golden/everything.yaml", "../../spec/realtimekit-webhooks.yaml"})
  void nativeImageMayCallTheMethodsOfEachRetrofitInterface(String yaml) throws IOException {
    GeneratedClient generated =
        GeneratedClient.of(Path.of(yaml), GeneratedClient.TARGET.resolve("native-image"));
    List<String> interfaces =
        generated.sources().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .filter(name -> name.endsWith("Api"))
            .map(name -> "io.github.realtimekit.webhooks." + name)
            .toList();

    JsonNode reflection = json(generated, "reflect-config.json");
    JsonNode proxies = json(generated, "proxy-config.json");

    assertThat(reflection.findValuesAsText("name")).isEqualTo(interfaces).isNotEmpty();
    assertThat(reflection)
        .allSatisfy(each -> assertThat(each.path("queryAllDeclaredMethods").asBoolean()).isTrue());
    assertThat(proxies).hasSameSizeAs(interfaces);
    assertThat(proxies).allSatisfy(each -> assertThat(interfaces).contains(each.path(0).asText()));
  }

  private static JsonNode json(GeneratedClient generated, String file) throws IOException {
    return new ObjectMapper().readTree(generated.folder().resolve(NATIVE_IMAGE + file).toFile());
  }

  /** Returns Javadoc and annotations of the first method with this name. */
  private static String head(String source, String method) {
    Matcher head =
        Pattern.compile(
                "/\\*\\*((?!/\\*\\*)[\\s\\S])*?\\*/(\\s+@\\w+(\\([^\\n]*\\))?)*\\s+[\\w<>., ?@]*? "
                    + method
                    + "\\(")
            .matcher(source);
    assertThat(head.find()).as(method).isTrue();
    return head.group().replaceAll("\\s+\\* +", " * ");
  }

  private static String source(String type) throws IOException {
    for (Path file : client.sources()) {
      if (file.endsWith(type + ".java")) {
        return GeneratedClient.formatted(file);
      }
    }
    throw new IllegalArgumentException(type);
  }

  private static String camelCase(String name) {
    return Pattern.compile("_(\\w)")
        .matcher(name)
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}
