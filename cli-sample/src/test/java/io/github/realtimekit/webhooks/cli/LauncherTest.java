package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher answers correctly from wherever it is run, with nothing extra on either stream. */
class LauncherTest {
  private static final String ANSWER = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e\n";

  private static CannedApi api;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeAll
  static void start() throws IOException {
    String id = ANSWER.strip();
    api =
        CannedApi.answering(
            200, Map.of(), "{\"success\":true,\"data\":[{\"id\":\"%s\"}]}".formatted(id));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /** Else the temporary folder could not be removed. */
  @AfterEach
  void makeWritable() throws IOException {
    setPermissions("rwxr-xr-x");
  }

  @Test
  void throughLinksFromAnotherFolder() throws IOException {
    Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), Cli.LAUNCHER);
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path relative = Files.createSymbolicLink(bin.resolve("relative"), Path.of("../absolute"));

    String sh = "cd '%s' && exec bin/relative list --quiet".formatted(folder);
    assertThat(api.cli().launcher("sh", "-c", sh).run().data()).isEqualTo(ANSWER);
    // JUnit warns of links that lead out of the folder that it removes.
    Files.delete(relative);
    Files.delete(absolute);
  }

  @Test
  void fromAFolderWithASpaceToWhichAllWasMoved() throws IOException {
    Path launcher = copyTo(folder.resolve("a folder/$HOME 'quoted'/cli sample"), true);

    assertThat(api.cli().launcher(launcher.toString()).run("list", "-q").data()).isEqualTo(ANSWER);
  }

  @Test
  void fromAFolderThatIsReadOnly() throws IOException {
    Path launcher = copyTo(folder.resolve("cli"), true);
    setPermissions("r-xr-xr-x");
    List<Path> before = files();

    assertThat(api.cli().launcher(launcher.toString()).run("list", "-q").data()).isEqualTo(ANSWER);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void withoutAnArchiveOrWithABrokenOne() throws IOException {
    Path launcher = copyTo(folder.resolve("cli"), false);
    Cli cli = api.cli().launcher(launcher.toString());

    assertThat(cli.run("list", "-q").data()).isEqualTo(ANSWER);
    Files.writeString(launcher.resolveSibling("target/rtk-webhooks.jsa"), "no archive");
    assertThat(cli.run("list", "-q").data()).isEqualTo(ANSWER);
  }

  /** The Java that runs this, those beside it, and those that the environment names. */
  static Stream<Path> javaHomes() throws IOException {
    Path here = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(Objects.requireNonNull(here.getParent()))) {
      Stream<Path> named =
          System.getenv().entrySet().stream()
              .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
              .map(variable -> Path.of(variable.getValue()));
      return Stream.of(Stream.of(here), beside, named)
          .flatMap(homes -> homes)
          .filter(LauncherTest::isNewEnough)
          .map(home -> home.toAbsolutePath().normalize())
          .sorted()
          .distinct()
          .toList()
          .stream();
    }
  }

  private static boolean isNewEnough(Path home) {
    try {
      Path release = home.resolve("release");
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.exists(release)
          && Files.readString(release).matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9]\\d)[.\"].*");
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + home, e);
    }
  }

  @ParameterizedTest
  @MethodSource("javaHomes")
  void underAnotherJava(Path home) {
    assertThat(api.cli().with("JAVA_HOME", home.toString()).run("list", "-q").data())
        .isEqualTo(ANSWER);
  }

  @Test
  void theArchiveFitsAndTheLauncherUsesIt() throws IOException {
    Cli java =
        api.cli()
            .launcher(
                Cli.JAVA,
                "-Xshare:on",
                "-XX:+UseG1GC",
                "-XX:SharedArchiveFile=" + Cli.ARCHIVE,
                "-jar",
                Cli.JAR.toString());
    assertThat(java.run("list", "-q").data()).isEqualTo(ANSWER);

    Path fake = script("jdk/bin/java", "printf '%s\\n' \"$@\"");
    Path home = Objects.requireNonNull(fake.getParent()).resolveSibling("");
    assertThat(api.cli().with("JAVA_HOME", home.toString()).run("list").data().lines())
        .contains("-Xshare:auto", "-XX:SharedArchiveFile=" + Cli.ARCHIVE, "-Xlog:disable");
  }

  /**
   * The script command of Linux runs a program on a terminal of its own; that of others differs.
   */
  @TestFactory
  Stream<DynamicTest> findsTheWidthOfTheTerminal() {
    Cli.Run script = api.cli().launcher("sh", "-c", "script --version").run();
    return Stream.of(50, 200)
        .filter(columns -> script.out().contains("util-linux"))
        .map(
            columns -> DynamicTest.dynamicTest(columns + " columns", () -> findsTheWidth(columns)));
  }

  private static void findsTheWidth(int columns) {
    String onTerminal = "stty cols %d; NO_COLOR=1 '%s' list".formatted(columns, Cli.LAUNCHER);

    assertThat(api.cli().launcher("script", "-qec", onTerminal, "/dev/null").run().data())
        .startsWith(columns == 50 ? "id       " + ANSWER.strip() : "ID          ")
        .contains(ANSWER.strip());
  }

  @Test
  void buildsOnFirstUseAndSaysSo() throws IOException {
    Path launcher = copyTo(folder.resolve("check out/cli-sample"), false);
    Path jar = launcher.resolveSibling("target/rtk-webhooks.jar");
    Path built = Files.move(jar, folder.resolve("built.jar"));
    Path maven = script("bin/mvn", "echo \"mvn $*\"; pwd; cp '" + built + "' '" + jar + "'");
    Cli cli =
        api.cli()
            .with("PATH", maven.getParent() + ":" + System.getenv("PATH"))
            .launcher(launcher.toString());

    Cli.Run first = cli.run("list", "-q").exits(0);
    assertThat(first.out()).isEqualTo(ANSWER);
    assertThat(first.err().lines())
        .containsExactly(
            "rtk-webhooks: building on first use, which takes a minute or two",
            "mvn -q -B -DskipTests -pl cli-sample -am package",
            folder.toRealPath().resolve("check out").toString());
    assertThat(cli.run("list", "-q").data()).as("the second time").isEqualTo(ANSWER);
  }

  @Test
  void exit1IfItCannotBeBuilt() throws IOException {
    Path launcher = copyTo(folder.resolve("cli"), false);
    Files.delete(launcher.resolveSibling("target/rtk-webhooks.jar"));
    Path maven = script("bin/mvn", "echo broken; exit 3");

    Cli.Run run =
        api.cli()
            .with("PATH", maven.getParent() + ":" + System.getenv("PATH"))
            .launcher(launcher.toString())
            .run("list")
            .exits(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("broken\nrtk-webhooks: the build failed\n");
  }

  @Test
  void exit1WithoutJava() {
    Cli.Run run = api.cli().with("JAVA_HOME", folder.toString()).run("list").exits(1);

    assertThat(run.err())
        .isEqualTo(
            "rtk-webhooks: needs Java 17 or later, and '%s/bin/java' is not there: set JAVA_HOME or PATH\n"
                .formatted(folder));
  }

  private static Path copyTo(Path to, boolean withArchive) throws IOException {
    Files.createDirectories(to.resolve("target"));
    Files.copy(Cli.JAR, to.resolve("target/rtk-webhooks.jar"));
    if (withArchive) {
      Files.copy(Cli.ARCHIVE, to.resolve("target/rtk-webhooks.jsa"));
    }
    return Files.copy(Cli.LAUNCHER, to.resolve("rtk-webhooks"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private Path script(String path, String commands) throws IOException {
    Path script = folder.resolve(path);
    Files.createDirectories(Objects.requireNonNull(script.getParent()));
    Files.writeString(script, "#!/bin/sh\n" + commands + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private void setPermissions(String permissions) throws IOException {
    for (Path file : files()) {
      if (!Files.isSymbolicLink(file)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      }
    }
  }
}
