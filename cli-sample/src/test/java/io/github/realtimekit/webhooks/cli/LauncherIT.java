package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher works from wherever it is run, and adds nothing to either stream. */
class LauncherIT {
  private static final String OUTPUT = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e\n";

  private static CannedApi api;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeAll
  static void start() throws IOException {
    api =
        CannedApi.replying(
            200,
            Map.of(),
            "{\"success\":true,\"data\":[{\"id\":\"%s\"}]}".formatted(OUTPUT.strip()));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static ProcessRun process() {
    return ProcessRun.of(api.cli().environment());
  }

  /** Else the temporary folder could not be removed. */
  @AfterEach
  void makeWritable() throws IOException {
    setPermissions("rwxr-xr-x");
  }

  @Test
  void runsThroughLinksFromAnotherFolderWithCdpath() throws IOException {
    Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), ProcessRun.LAUNCHER);
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path relative = Files.createSymbolicLink(bin.resolve("relative"), Path.of("../absolute"));

    String sh =
        "CDPATH=/:/tmp; export CDPATH; cd '%s' >/dev/null && exec bin/relative list --quiet"
            .formatted(folder);
    assertThat(process().sh(sh).data()).isEqualTo(OUTPUT);
    // JUnit warns of links that lead out of the folder that it removes.
    Files.delete(relative);
    Files.delete(absolute);
  }

  @Test
  void demoRunsThroughALink() throws IOException {
    script("jdk/bin/java", "echo http://127.0.0.1:1; pwd >&2");
    Path link =
        Files.createSymbolicLink(
            folder.resolve("demo"), ProcessRun.LAUNCHER.resolveSibling("demo"));

    Cli.Run run =
        process()
            .with("JAVA_HOME", folder.resolve("jdk").toString())
            .run(List.of(link.toString()))
            .exits(1);
    assertThat(run.out()).startsWith("\n$ rtk-webhooks create --name Calls ");
    assertThat(run.err())
        .contains(ProcessRun.LAUNCHER.getParent() + "\n")
        .endsWith("demo: expected exit code 0 and 'https://example.com/hooks', got 0\n");
    Files.delete(link);
  }

  /** Nothing here can run them, so this holds what is easily broken. */
  @ParameterizedTest
  @ValueSource(strings = {"rtk-webhooks.cmd", "demo.cmd"})
  void windowsScriptsHaveTheirLineEndsAndQuotePaths(String name) throws IOException {
    String script = Files.readString(ProcessRun.LAUNCHER.resolveSibling(name));

    assertThat(script.replace("\r\n", ""))
        .as("every line ends with CR LF")
        .doesNotContain("\n", "\r");
    assertThat(script).startsWith("@echo off\r\n").contains("\r\nsetlocal\r\n", "\"%~dp0");
    assertThat(script.replaceAll("\"[^\"\r]*\"", ""))
        .as("outside of quotes")
        .doesNotContain("%~dp0", "%JAVA_HOME%", "%java%", "%jar%");
  }

  @Test
  void windowsLauncherPassesArgumentsAndExitCodeOn() throws IOException {
    String script = Files.readString(ProcessRun.LAUNCHER.resolveSibling("rtk-webhooks.cmd"));

    assertThat(script).endsWith(" -jar \"%jar%\" %*\r\nexit /b %ERRORLEVEL%\r\n");
  }

  @Test
  void runsFromAReadOnlyFolderWithSpacesAndQuotes() throws IOException {
    Path launcher = copyTo(folder.resolve("a folder/$HOME 'quoted'/cli sample"));
    setPermissions("r-xr-xr-x");
    List<Path> before = files();

    assertThat(process().run(List.of(launcher.toString()), "list", "-q").data()).isEqualTo(OUTPUT);
    assertThat(files()).isEqualTo(before);
  }

  /** Every Java beside the one that runs this. */
  static Stream<Path> otherJavaHomes() throws IOException {
    Path here = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(Objects.requireNonNull(here.getParent()))) {
      return beside
          .filter(home -> isNewEnough(home) && !Files.isSymbolicLink(home))
          .sorted()
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
  @MethodSource("otherJavaHomes")
  void runsUnderAnotherJava(Path home) {
    assertThat(process().with("JAVA_HOME", home.toString()).launch("list", "-q").data())
        .isEqualTo(OUTPUT);
  }

  @Test
  void ignoresAnArchiveThatThisJavaDidNotMake() throws IOException {
    Path launcher = copyTo(folder.resolve("archived"));
    Files.writeString(launcher.resolveSibling("target/rtk-webhooks.jsa"), "not an archive");

    assertThat(process().run(List.of(launcher.toString()), "list", "-q").data()).isEqualTo(OUTPUT);
  }

  @Test
  void buildsIfThereIsNoJarAndThenNeverAgain() throws IOException {
    Path launcher = copyTo(folder.resolve("check out/cli-sample"));
    Path jar = launcher.resolveSibling("target/rtk-webhooks.jar");
    Path built = Files.move(jar, folder.resolve("built.jar"));
    Path maven = script("bin/mvn", "echo \"mvn $*\"; pwd; cp '" + built + "' '" + jar + "'");
    ProcessRun run = process().with("PATH", maven.getParent() + ":" + System.getenv("PATH"));
    List<String> program = List.of(launcher.toString());

    Cli.Run first = run.run(program, "list", "-q").exits(0);
    assertThat(first.out()).isEqualTo(OUTPUT);
    assertThat(first.err().lines())
        .containsExactly(
            "rtk-webhooks: building, which takes a minute or two",
            "mvn -q -B -DskipTests -pl cli-sample -am package",
            folder.toRealPath().resolve("check out").toString());
    assertThat(run.run(program, "list", "-q").data()).as("the second time").isEqualTo(OUTPUT);

    Path source = launcher.resolveSibling("src/main/java/A.java");
    Files.createDirectories(Objects.requireNonNull(source.getParent()));
    Files.createFile(source);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    assertThat(run.run(program, "list", "-q").data()).as("older than a source").isEqualTo(OUTPUT);
  }

  @Test
  void runsTheJarBesideItWithoutMaven() throws IOException {
    Path launcher =
        Files.copy(
            ProcessRun.LAUNCHER,
            folder.resolve("rtk-webhooks"),
            StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(ProcessRun.JAR, folder.resolve("rtk-webhooks.jar"));
    script("bin/mvn", "exit 9");

    assertThat(
            process()
                .with("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
                .run(List.of(launcher.toString()), "list", "-q")
                .data())
        .isEqualTo(OUTPUT);
  }

  @Test
  void exits1IfTheBuildFails() throws IOException {
    Path launcher = copyTo(folder.resolve("cli"));
    Files.delete(launcher.resolveSibling("target/rtk-webhooks.jar"));
    Path maven = script("bin/mvn", "echo broken; exit 3");

    Cli.Run run =
        process()
            .with("PATH", maven.getParent() + ":" + System.getenv("PATH"))
            .run(List.of(launcher.toString()), "list")
            .exits(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("broken\nrtk-webhooks: the build failed\n");
  }

  @Test
  void exits1WithoutJava() {
    assertThat(process().with("JAVA_HOME", folder.toString()).launch("list").exits(1).err())
        .isEqualTo(
            "rtk-webhooks: needs Java 17 or later, and there is no '%s/bin/java': set JAVA_HOME or PATH\n"
                .formatted(folder));
  }

  @Test
  void printsTheVersionOfTheJar() {
    assertThat(process().launch("--version").data()).matches("rtk-webhooks \\d+\\.\\d+\\.\\d+.*\n");
  }

  private static Path copyTo(Path to) throws IOException {
    Files.createDirectories(to.resolve("target"));
    Files.copy(ProcessRun.JAR, to.resolve("target/rtk-webhooks.jar"));
    return Files.copy(
        ProcessRun.LAUNCHER, to.resolve("rtk-webhooks"), StandardCopyOption.COPY_ATTRIBUTES);
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
