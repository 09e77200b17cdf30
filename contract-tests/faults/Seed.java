import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the faults of {@code faults.txt} one at a time in a work tree of its own, builds, and reports which faults
 * nothing caught. Run in the root of the project:
 *
 * <pre>java contract-tests/faults/Seed.java [--only TEXT] [arguments of mvn]</pre>
 *
 * <p>With {@code --check} alone it only looks whether each fault still has its place.
 */
final class Seed {
  private static final Path HERE = Path.of("contract-tests", "faults");
  private static final Path OUT = Path.of("contract-tests", "target", "faults").toAbsolutePath();
  private static final Pattern FAILED_TEST =
      Pattern.compile("^\\[ERROR] +([A-Z]\\w*Test)\\.(\\w+)", Pattern.MULTILINE);
  private static final Pattern FAILED_FILE =
      Pattern.compile("^\\[ERROR] \\S*/(\\w+)\\.java:", Pattern.MULTILINE);
  private static final Pattern FAILED_GOAL =
      Pattern.compile("^\\[ERROR] Failed to execute goal (\\S+)", Pattern.MULTILINE);

  private record Fault(String what, Path file, String from, String to) {}

  private record Build(boolean passed, String log) {}

  private final Path tree;
  private final List<String> mavenArguments;

  private Seed(Path tree, List<String> mavenArguments) {
    this.tree = tree;
    this.mavenArguments = mavenArguments;
  }

  public static void main(String[] args) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(args));
    if (arguments.equals(List.of("--check"))) {
      new Seed(Path.of(""), arguments).check(faults(""));
      return;
    }
    String only = "";
    if (!arguments.isEmpty() && arguments.get(0).equals("--only")) {
      only = arguments.get(1);
      arguments.subList(0, 2).clear();
    }
    Files.createDirectories(OUT);
    Path tree = Files.createTempDirectory(OUT, "tree");
    run(Path.of(""), OUT.resolve("git.log"), List.of("git", "worktree", "add", "--force", "--detach", tree.toString()));
    boolean allCaught;
    try {
      allCaught = new Seed(tree, arguments).report(faults(only));
    } finally {
      run(Path.of(""), OUT.resolve("git.log"), List.of("git", "worktree", "remove", "--force", tree.toString()));
    }
    System.exit(allCaught ? 0 : 1);
  }

  private static List<Fault> faults(String only) throws IOException {
    String text = Files.readString(HERE.resolve("faults.txt")).replaceAll("(?m)^#.*\n", "");
    return Stream.of(text.strip().split("\n\n"))
        .map(block -> block.split("\n"))
        .map(lines -> new Fault(lines[0], Path.of(lines[1]), lines(lines, '-'), lines(lines, '+')))
        .filter(fault -> fault.what().contains(only))
        .toList();
  }

  private static String lines(String[] block, char sign) {
    return Arrays.stream(block)
        .skip(2)
        .filter(line -> line.charAt(0) == sign)
        .map(line -> line.substring(1))
        .collect(Collectors.joining("\n"));
  }

  private void check(List<Fault> faults) throws IOException {
    for (Fault fault : faults) {
      broken(fault);
    }
  }

  /** True if every fault was caught. */
  private boolean report(List<Fault> faults) throws Exception {
    check(faults);
    if (!build("control", true).passed()) {
      throw new IllegalStateException("the build fails without a fault: see " + OUT.resolve("control.log"));
    }
    StringBuilder table = new StringBuilder("| Fault | Where | Caught by |\n|---|---|---|\n");
    int caught = 0;
    for (Fault fault : faults) {
      String by = caughtBy(fault);
      caught += by.startsWith("**") ? 0 : 1;
      System.out.println(fault.what() + " -- " + by);
      table.append("| %s | %s | %s |\n".formatted(fault.what(), fault.file().getFileName(), by));
      Files.writeString(
          OUT.resolve("report.md"), "# %d faults, %d caught\n\n%s".formatted(faults.size(), caught, table));
    }
    return caught == faults.size();
  }

  private String caughtBy(Fault fault) throws Exception {
    Path file = tree.resolve(fault.file());
    String text = Files.readString(file);
    Files.writeString(file, broken(fault));
    try {
      String name = fault.what().replaceAll("\\W+", "-");
      Build quick = build(name, false);
      Build build = quick.passed() ? build(name, true) : quick;
      return build.passed() ? "**nothing**" : catchers(fault, build.log());
    } finally {
      Files.writeString(file, text);
    }
  }

  /** The file with the fault in it. */
  private String broken(Fault fault) throws IOException {
    String text = Files.readString(tree.resolve(fault.file()));
    if (text.split(Pattern.quote(fault.from()), -1).length != 2) {
      throw new IllegalStateException("\"" + fault.what() + "\": its text is not exactly once in " + fault.file());
    }
    boolean wholeLines = fault.to().isEmpty() && text.contains(fault.from() + "\n");
    return text.replace(wholeLines ? fault.from() + "\n" : fault.from(), fault.to());
  }

  /** First without the command line, which takes most of the time; with it if nothing else caught the fault. */
  private Build build(String name, boolean whole) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dspotless.check.skip"));
    command.addAll(mavenArguments);
    command.addAll(whole ? List.of("verify") : List.of("-pl", "contract-tests", "-am", "verify"));
    Path log = OUT.resolve(name + ".log");
    int exit = run(tree, log, command);
    return new Build(exit == 0, Files.readString(log, UTF_8));
  }

  private static String catchers(Fault fault, String log) {
    Matcher goal = FAILED_GOAL.matcher(log);
    String failed = goal.find() ? goal.group(1) : "a build that fails otherwise";
    if (failed.endsWith(":compile") && !fault.file().startsWith("spec")) {
      return "**nothing: it does not compile**";
    }
    Set<String> catchers = new LinkedHashSet<>();
    FAILED_TEST.matcher(log).results().forEach(test -> catchers.add(test.group(1) + "." + test.group(2)));
    FAILED_FILE.matcher(log).results().forEach(file -> catchers.add("the compiler, in " + file.group(1)));
    if (catchers.isEmpty()) {
      catchers.add(failed);
    }
    return catchers.stream().limit(4).collect(Collectors.joining(", "))
        + (catchers.size() > 4 ? " and " + (catchers.size() - 4) + " more" : "");
  }

  private static int run(Path directory, Path log, List<String> command) throws Exception {
    File out = log.toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .redirectOutput(out)
            .start();
    if (!process.waitFor(20, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return -1;
    }
    return process.exitValue();
  }
}
