import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the faults of {@code faults.txt} and {@code cli-faults.txt} one at a time in a work tree, builds it, and reports the
 * faults that no test notices. Run in the root of the project:
 *
 * <pre>java contract-tests/faults/Seed.java [a part of the names of faults]</pre>
 *
 * <p>With {@code --check} it only looks whether each fault still has its place.
 */
final class Seed {
  private static final Path OUT = Path.of("contract-tests/target/faults").toAbsolutePath();
  private static final Pattern FAILURE =
      Pattern.compile("^\\[ERROR] +([A-Z]\\w*(?:Test|IT)\\.\\w+|\\S*/\\w+\\.java)", Pattern.MULTILINE);

  private static final List<String> SPEC_AND_TEMPLATES = List.of("-pl", "contract-tests,api-client/generator-tests", "-am");

  /** Runs no tests of the modules that the command line needs. */
  private static final List<String> COMMAND_LINE =
      List.of("-pl", "cli-sample", "-am", "-Dtest=io/github/realtimekit/webhooks/cli/*Test",
          "-Dit.test=io/github/realtimekit/webhooks/cli/*IT", "-Dsurefire.failIfNoSpecifiedTests=false",
          "-Dfailsafe.failIfNoSpecifiedTests=false");

  private record Fault(String what, Path file, Pattern from, String to) {
    static Fault of(String block) {
      String[] lines = block.split("\n");
      return new Fault(lines[0], Path.of(lines[1]), Pattern.compile(lines[2].substring(2)), lines[3].substring(1).strip());
    }

    String seededIn(String text) {
      if (from.matcher(text).results().count() != 1) {
        throw new IllegalStateException("\"" + what + "\" does not match exactly once in " + file);
      }
      return from.matcher(text).replaceFirst(to.replace("\\n", "\n"));
    }
  }

  public static void main(String[] args) throws Exception {
    List<Fault> others = faults("faults.txt");
    List<Fault> commandLine = faults("cli-faults.txt");
    if (!List.of(args).contains("--check")) {
      System.exit(report(String.join(" ", args), others, commandLine) ? 0 : 1);
    }
  }

  /** Returns whether all faults were noticed. */
  private static boolean report(String part, List<Fault> others, List<Fault> commandLine) throws Exception {
    Files.createDirectories(OUT);
    Path tree = Files.createTempDirectory(OUT, "tree");
    run(Path.of(""), List.of("git", "worktree", "add", "--force", "--detach", tree.toString()));
    try {
      StringBuilder table = new StringBuilder("| Fault | Noticed by |\n|---|---|\n");
      return report(tree, SPEC_AND_TEMPLATES, named(part, others), table)
          & report(tree, COMMAND_LINE, named(part, commandLine), table);
    } finally {
      run(Path.of(""), List.of("git", "worktree", "remove", "--force", tree.toString()));
    }
  }

  private static List<Fault> faults(String file) throws IOException {
    String text = Files.readString(Path.of("contract-tests/faults", file)).replaceAll("(?m)^#.*\n", "");
    List<Fault> faults = Stream.of(text.strip().split("\n\n")).map(Fault::of).toList();
    for (Fault fault : faults) {
      fault.seededIn(Files.readString(fault.file()));
    }
    return faults;
  }

  private static List<Fault> named(String part, List<Fault> faults) {
    return faults.stream().filter(fault -> fault.what().contains(part)).toList();
  }

  private static boolean report(Path tree, List<String> modules, List<Fault> faults, StringBuilder table) throws Exception {
    Set<String> control = faults.isEmpty() ? Set.of() : failures(tree, modules);
    if (!control.isEmpty()) {
      throw new IllegalStateException("fails without a fault: " + control);
    }
    boolean all = true;
    for (Fault fault : faults) {
      Path file = tree.resolve(fault.file());
      String sound = Files.readString(file);
      Files.writeString(file, fault.seededIn(sound));
      Set<String> failures = failures(tree, modules);
      Files.writeString(file, sound);
      all &= !failures.isEmpty();
      String by = failures.isEmpty() ? "**nothing**" : String.join(", ", failures.stream().limit(4).toList());
      table.append("| %s | %s |%n".formatted(fault.what(), by));
      System.out.println(fault.what() + ": " + by);
      Files.writeString(OUT.resolve("report.md"), table);
    }
    return all;
  }

  /** Tests that fail, and files that do not compile. A golden file that differs notices nothing: it would be recreated. */
  private static Set<String> failures(Path tree, List<String> modules) throws Exception {
    List<String> maven = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dmaven.test.failure.ignore", "verify"));
    maven.addAll(modules);
    String log = run(tree, maven);
    Set<String> failures = new LinkedHashSet<>();
    FAILURE.matcher(log).results().map(failure -> failure.group(1)).forEach(failures::add);
    failures.removeIf(failure -> failure.startsWith("GoldenTest."));
    if (failures.isEmpty() && !log.contains("BUILD SUCCESS")) {
      failures.add("the build");
    }
    return failures;
  }

  private static String run(Path directory, List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("faults", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(20, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    String text = Files.readString(log);
    Files.delete(log);
    return text;
  }
}
