package io.github.realtimekit.webhooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three packages of the jar: which classes use which, and which a named module can import. */
class RoomsTest {
  private static final String ROOT = "io.github.realtimekit.webhooks";

  /** A class of this jar, as class files write its name. */
  private static final Pattern CLASS =
      Pattern.compile("io/github/realtimekit/webhooks(/[a-z]+)?/[A-Z]");

  @ParameterizedTest
  @CsvSource({
    "'', ' /internal'",
    "/receiver, ' /internal /receiver'",
    "/internal, /internal",
  })
  void packageUsesNoOthers(String room, String allowed) throws Exception {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.list(classes().resolve(ROOT.replace('.', '/') + room))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        Matcher reference = CLASS.matcher(Files.readString(file, ISO_8859_1));
        while (reference.find()) {
          used.add(reference.group(1) == null ? "" : reference.group(1));
        }
      }
    }
    assertThat(used).contains(room).isSubsetOf(allowed.split(" "));
  }

  @Test
  void moduleExportsNoInternalClasses() throws Exception {
    try (InputStream file = Files.newInputStream(classes().resolve("module-info.class"))) {
      assertThat(ModuleDescriptor.read(file).exports())
          .allMatch(exported -> !exported.isQualified())
          .extracting(ModuleDescriptor.Exports::source)
          .containsExactlyInAnyOrder(ROOT, ROOT + ".receiver");
    }
  }

  private static Path classes() throws Exception {
    return Path.of(
        WebhooksClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
