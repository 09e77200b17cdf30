package io.github.realtimekit.webhooks.spec.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The names that the templates give in Java.
 *
 * @param options the generator's configuration file, which maps some names
 * @param handWritten folder of the classes that stand beside the generated ones
 */
public record Templates(JsonNode options, Path handWritten) {
  /**
   * Reads the generator's options.
   *
   * @throws IOException if the file cannot be read
   */
  public static Templates read(Path options, Path handWritten) throws IOException {
    return new Templates(new YAMLMapper().readTree(options.toFile()), handWritten);
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
