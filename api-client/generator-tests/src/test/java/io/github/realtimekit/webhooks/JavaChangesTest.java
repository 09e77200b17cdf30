package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.compatibility.Gate;
import io.github.realtimekit.webhooks.spec.compatibility.Releases;
import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares the classes generated from two specs with japicmp. The version must allow for what it
 * finds, as it must for the changes of the wire.
 */
class JavaChangesTest {
  private static final Path TARGET = GeneratedClient.TARGET.resolve("java-changes");

  @Test
  void versionAllowsForChangesSinceTheLastRelease() throws IOException {
    Optional<Path> released = new Releases(Path.of(System.getProperty("released.folder"))).last();
    if (released.isPresent()) {
      Spec spec = Spec.parse(Files.readString(released.get()));
      assertThat(notAllowed(spec, Spec.load())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "changes nothing, adds a field to a response, true",
    "changes nothing, adds an optional query parameter, true",
    "adds an optional query parameter, adds a second optional parameter, false",
    "changes nothing, renames an operationId, false",
  })
  void gateCallsBreakingWhatBreaksCallers(String from, String to, boolean compatible)
      throws IOException {
    Spec released = edited(from);
    Spec ours = edited(to);

    assertThat(notAllowed(released, ours).isEmpty()).isEqualTo(compatible);
    assertThat(Gate.between(released, ours).level().name().equals("BREAKING"))
        .isEqualTo(!compatible);
  }

  private static Spec edited(String name) {
    return SpecEdit.read("changes.yaml").stream()
        .filter(each -> each.edit().equals(name))
        .findFirst()
        .orElseThrow()
        .applied();
  }

  @Test
  void majorVersionAllowsForBreakingChanges() throws IOException {
    Spec ours = edited("renames an operationId");
    Spec next = Spec.parse(ours.text().replace("1.0.0", "2.0.0"));

    assertThat(notAllowed(SpecEdit.BASE, next)).isEmpty();
  }

  /** Returns the classes that break callers, unless the major version says so. */
  private static List<String> notAllowed(Spec released, Spec ours) throws IOException {
    Gate gate = Gate.between(released, ours);
    if (gate.ours().major() > gate.released().major()) {
      return List.of();
    }
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    String handWritten = GeneratedClient.baseClasses().toString();
    options.setOldClassPath(List.of(handWritten));
    options.setNewClassPath(List.of(handWritten));
    return new JarArchiveComparator(options)
        .compare(archive("released", released), archive("ours", ours)).stream()
            .filter(changed -> !changed.isBinaryCompatible())
            .map(JApiClass::getFullyQualifiedName)
            .toList();
  }

  private static JApiCmpArchive archive(String name, Spec spec) throws IOException {
    GeneratedClient client = GeneratedClient.of(spec, TARGET.resolve(name));
    client.compile();
    Path jar = TARGET.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(client.classes())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = client.classes().relativize(file).toString().replace('\\', '/');
        zip.putNextEntry(new ZipEntry(path));
        Files.copy(file, zip);
      }
    }
    return new JApiCmpArchive(jar.toFile(), spec.version());
  }
}
