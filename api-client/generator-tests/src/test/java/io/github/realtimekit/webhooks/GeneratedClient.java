package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Client that the templates make of a test's specification, with the options of the build. */
record GeneratedClient(Path folder) {
  /** Folder of the generated clients. */
  static final Path TARGET = Path.of("target", "clients");

  private static final Path CLIENT = Path.of(System.getProperty("client.folder"));

  /** Replacements in generated code, as in the client's pom. */
  private static final Pattern PLAIN_SENTENCE = Pattern.compile("\\{@literal ([^{}@<>&*/]+)}");

  private static final Pattern DEFAULT =
      Pattern.compile(
          "(The API defaults to )(?:new BigDecimal\\(\"([^\"]+)\"\\)|([-+.\\dEe]+)[lfd])");

  private static final String DEPENDENCIES =
      "(retrofit|converter-moshi|jackson-annotations|moshi|okhttp|okio|kotlin-stdlib|jspecify)-.*[.]jar";

  /** Classes of the unedited specification and the hand-written ones, for all tests. */
  private static final class Base {
    static final Path CLASSES = compiled();

    private static Path compiled() {
      try {
        GeneratedClient client = of(SpecEdit.BASE, TARGET.resolve("base"));
        List<Path> sources = new ArrayList<>(client.sources());
        sources.addAll(javaFiles(CLIENT.resolve("src/main/java/io/github/realtimekit/webhooks")));
        sources.addAll(
            javaFiles(CLIENT.resolve("src/main/java/io/github/realtimekit/webhooks/internal")));
        client.compile(sources);
        return client.classes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Path baseClasses() {
    return Base.CLASSES;
  }

  /** Generates into an empty folder, and writes the specification beside it. */
  static GeneratedClient of(Spec spec, Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Path file = folder.resolveSibling(folder.getFileName() + ".yaml");
    return of(Files.writeString(file, spec.text()), folder);
  }

  /** Generates into an empty folder. */
  static GeneratedClient of(Path spec, Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    CodegenConfigurator configurator =
        CodegenConfigurator.fromFile(CLIENT.resolve("openapi-generator.yaml").toString());
    configurator.setGeneratorName("java");
    configurator.setInputSpec(spec.toString());
    configurator.setTemplateDir(CLIENT.resolve("src/main/templates").toString());
    configurator.setOutputDir(folder.toString());
    configurator.addAdditionalProperty("userAgent", "generated");
    if (hasSeveralTags(spec)) {
      configurator.addGlobalProperty(
          "supportingFiles",
          "RealtimeKitClient.java,ModelAdapters.java,proxy-config.json,reflect-config.json");
    }
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    return new GeneratedClient(folder);
  }

  private static boolean hasSeveralTags(Path spec) throws IOException {
    return Spec.parse(Files.readString(spec)).operations().stream()
            .map(operation -> operation.node().at("/tags/0"))
            .distinct()
            .count()
        > 1;
  }

  /** Returns a file as the build formats it. */
  static String formatted(Path file) throws IOException {
    String text = PLAIN_SENTENCE.matcher(Files.readString(file)).replaceAll("$1");
    try {
      return new Formatter().formatSourceAndFixImports(DEFAULT.matcher(text).replaceAll("$1$2$3"));
    } catch (FormatterException e) {
      throw new IOException(file.toString(), e);
    }
  }

  List<Path> sources() throws IOException {
    return javaFiles(folder.resolve("src/main/java/io/github/realtimekit/webhooks"));
  }

  Path classes() {
    return folder.resolve("classes");
  }

  /** Compiles the generated classes against the hand-written ones. */
  void compile() throws IOException {
    compile(sources(), baseClasses());
  }

  /** Compiles without a warning. */
  private void compile(List<Path> sources, Path... classPath) throws IOException {
    Files.createDirectories(classes());
    var javac = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    StringBuilder path = new StringBuilder();
    for (Path entry : classPath) {
      path.append(entry).append(System.getProperty("path.separator"));
    }
    path.append(dependencies());
    try (var files = javac.getStandardFileManager(null, null, null)) {
      boolean compiled =
          javac
              .getTask(
                  out,
                  files,
                  null,
                  List.of(
                      "-d",
                      classes().toString(),
                      "--release",
                      "17",
                      "-proc:none",
                      "-Xlint:all,-classfile,-processing,-serial,-options",
                      "-Xdoclint:all,-missing",
                      "-Werror",
                      "-classpath",
                      path.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(out.toString()).isTrue();
    }
  }

  /** Returns the run-time dependencies only, since javac opens each entry of its class path. */
  private static String dependencies() {
    String separator = System.getProperty("path.separator");
    return Stream.of(System.getProperty("java.class.path").split(separator))
        .filter(entry -> Path.of(entry).getFileName().toString().matches(DEPENDENCIES))
        .reduce((a, b) -> a + separator + b)
        .orElseThrow();
  }

  /** Loads these classes, and the hand-written ones. */
  URLClassLoader load() throws IOException {
    URL[] urls = {classes().toUri().toURL(), baseClasses().toUri().toURL()};
    return new URLClassLoader(urls, new DependenciesOnly());
  }

  static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
