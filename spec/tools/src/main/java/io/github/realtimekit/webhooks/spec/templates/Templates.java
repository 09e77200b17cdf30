package io.github.realtimekit.webhooks.spec.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The names that the templates give in Java.
 *
 * @param options the generator's configuration file, which maps some names
 * @param handWritten folder of the classes that stand beside the generated ones
 */
public record Templates(JsonNode options, Path handWritten) {
  private static final String UMBRELLA = "RealtimeKitClient.java";

  /**
   * Reads the generator's options.
   *
   * @throws IOException if the file cannot be read
   */
  public static Templates read(Path options, Path handWritten) throws IOException {
    return new Templates(new YAMLMapper().readTree(options.toFile()), handWritten);
  }

  /** Returns the options that are missing for the clients of several tags. */
  public List<String> missing(Spec spec) {
    long tags =
        spec.operations().stream().map(each -> each.node().at("/tags/0")).distinct().count();
    String files = options.at("/globalProperties/supportingFiles").asText();
    return tags < 2 || files.contains(UMBRELLA)
        ? List.of()
        : List.of(
            "The YAML has several tags. For the builder of all their clients:\n  supportingFiles: %s,%s"
                .formatted(UMBRELLA, files));
  }

  String javaName(String field) {
    return options.path("nameMappings").path(field).asText(Shapes.camelCase(field));
  }

  String javaClass(String schema) {
    return options.path("modelNameMappings").path(schema).asText(schema);
  }

  /** Returns whether the name of a class is taken by a hand-written one. */
  boolean haveHandWritten(String name) {
    return Files.exists(handWritten.resolve(name + ".java"));
  }
}
