package io.github.realtimekit.webhooks.spec.edits;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copy of the project whose last release is the spec as it is now. */
record Scratch(Path folder) {
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules");
  private static final String YAML = "spec/realtimekit-webhooks.yaml";
  private static final String CONTRACTS =
      "contract-tests/src/test/java/io/github/realtimekit/webhooks/";

  private static final Pattern ROW =
      Pattern.compile("^ {2}([|] .* [|] assumed [|] … [|])$", Pattern.MULTILINE);
  private static final Pattern VERSION = Pattern.compile("set info.version to ([\\d.]+) or higher");
  private static final Pattern EVENT =
      Pattern.compile(
          "In DeliveriesContractTest:\n\n +(import [^\n]*;)\n\n(.*?)\n\n +"
              + "In DeliveryVerification:\n\n(.*?\n {4}\\})",
          Pattern.DOTALL);

  /** Copies the project, and releases its spec in the copy. */
  static Scratch of(Path project, Path folder) throws IOException {
    copy(project.toRealPath(), folder);
    Path released = folder.resolve("spec/released/1.0.0.yaml");
    Files.copy(folder.resolve(YAML), released);
    return new Scratch(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (path.getFileName() != null && LEFT_OUT.contains(path.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(path)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            // A worktree has a file of this name.
            if (!path.getFileName().toString().equals(".git")) {
              Files.copy(path, to.resolve(from.relativize(path)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  void apply(List<TextChange> changes) throws IOException {
    for (TextChange change : changes) {
      change.apply(folder);
    }
  }

  /** Returns what the command prints. */
  String check() throws IOException, InterruptedException {
    return maven("-q", "-Pcheck-spec", "-pl", "spec/tools", "-am", "process-classes");
  }

  /** Does what the command asks for and words can be copied for. */
  void follow(String printed) throws IOException {
    String rows = matches(ROW, printed).map(row -> row.group(1)).collect(Collectors.joining("\n"));
    replace(
        "spec/SOURCES.md",
        "\n## What the YAML does not say",
        "\n## Edits\n\n| Fact | Kind | Source |\n|---|---|---|\n"
            + rows
            + "\n\n## What the YAML does not say");
    Matcher version = VERSION.matcher(printed);
    if (version.find()) {
      replace(YAML, "\n  version: 1.0.0\n", "\n  version: " + version.group(1) + "\n");
    }
    for (MatchResult event : matches(EVENT, printed).toList()) {
      String test = CONTRACTS + "consumer/DeliveriesContractTest.java";
      replace(test, "\nimport java.net.URI;", "\n" + event.group(1) + "\nimport java.net.URI;");
      replace(
          test,
          "\n  private static V4Pact message(",
          "\n" + event.group(2) + "\n\n  private static V4Pact message(");
      String provider = CONTRACTS + "provider/DeliveryVerification.java";
      String delivered = "\n  private MessageAndMetadata delivered(";
      replace(provider, delivered, "\n" + event.group(3) + "\n" + delivered);
    }
  }

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  private void replace(String file, String find, String replacement) throws IOException {
    new TextChange(file, null, null, null, null, find, replacement, null).apply(folder);
  }

  /** Builds client, sandbox, contract and command line; the contracts are written anew. */
  String build() throws IOException, InterruptedException {
    return maven(
        "-Dpact.recreate",
        // The edits were made to the YAML without them.
        "-DexcludedGroups=edits",
        "-pl",
        "api-client,contract-tests/sandbox,contract-tests,cli-sample",
        "-am",
        "verify");
  }

  private String maven(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(System.getProperty("maven.command"), "-B", "-ntp"));
    command.addAll(List.of(arguments));
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(50, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    // Maven may reset the colors of a terminal, be there one or not.
    return Files.readString(log).replaceAll("\u001B\\[[;\\d]*m", "");
  }
}
