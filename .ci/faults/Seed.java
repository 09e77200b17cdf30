import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the faults of the lists beside this file one at a time in a work tree, builds it, and reports the faults that no test
 * notices. Run in the root of the project:
 *
 * <pre>java .ci/faults/Seed.java [a list, such as receiver.txt] [a part of the names of faults]</pre>
 *
 * <p>With {@code --check} it only looks whether each fault still has its place.
 *
 * <p>The first line of a list is what Maven runs. A block is a fault: what it breaks, then one or more edits of three lines, which
 * are a file, a regular expression (-) that matches exactly once in it, and its replacement (+).
 */
final class Seed {
  private static final Path LISTS = Path.of(".ci/faults");
  private static final Path OUT = Path.of("target/faults").toAbsolutePath();
  private static final String MAVEN = "# Maven: ";
  private static final Pattern FAILURE =
      Pattern.compile("^\\[ERROR] +([A-Z]\\w*(?:Test|IT)\\.\\w+|\\S*/\\w+\\.java)", Pattern.MULTILINE);

  private record Edit(Path file, Pattern from, String to) {
    String seededIn(String text) {
      if (from.matcher(text).results().count() != 1) {
        throw new IllegalStateException(from + " does not match exactly once in " + file);
      }
      return from.matcher(text).replaceFirst(to.replace("\\n", "\n"));
    }
  }

  private record Fault(String what, List<Edit> edits) {
    static Fault of(String block) {
      String[] lines = block.split("\n");
      List<Edit> edits = new ArrayList<>();
      for (int i = 1; i < lines.length; i += 3) {
        edits.add(
            new Edit(Path.of(lines[i]), Pattern.compile(lines[i + 1].substring(2)), lines[i + 2].substring(1).strip()));
      }
      return new Fault(lines[0], edits);
    }

    /** Makes the fault, and returns the files as they were. */
    Map<Path, String> seed(Path tree) throws IOException {
      Map<Path, String> sound = new HashMap<>();
      for (Edit edit : edits) {
        Path file = tree.resolve(edit.file);
        String text = Files.readString(file);
        sound.putIfAbsent(file, text);
        Files.writeString(file, edit.seededIn(text));
      }
      return sound;
    }
  }

  private record Faults(Path list, List<String> maven, List<Fault> faults) {
    static Faults of(Path list) throws IOException {
      String text = Files.readString(list);
      List<String> maven = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dmaven.test.failure.ignore"));
      maven.addAll(List.of(text.lines().findFirst().orElseThrow().substring(MAVEN.length()).split(" ")));
      List<Fault> faults = Stream.of(text.strip().split("\n\n")).skip(1).map(Fault::of).toList();
      for (Fault fault : faults) {
        for (Edit edit : fault.edits) {
          edit.seededIn(Files.readString(edit.file));
        }
      }
      return new Faults(list, maven, faults);
    }

    Faults named(List<String> words) {
      boolean isMeant = words.contains(list.getFileName().toString());
      return new Faults(
          list,
          maven,
          faults.stream().filter(fault -> isMeant || words.isEmpty() || words.stream().anyMatch(fault.what::contains)).toList());
    }
  }

  public static void main(String[] args) throws Exception {
    List<Faults> lists = new ArrayList<>();
    try (Stream<Path> files = Files.list(LISTS)) {
      for (Path list : files.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) {
        lists.add(Faults.of(list));
      }
    }
    List<String> words = List.of(args);
    if (!words.contains("--check")) {
      List<Faults> meant = lists.stream().map(list -> list.named(words)).toList();
      if (meant.stream().allMatch(list -> list.faults.isEmpty())) {
        throw new IllegalArgumentException("No list and no fault has such a name: " + words);
      }
      System.exit(report(meant) ? 0 : 1);
    }
  }

  /** Returns whether all faults were noticed. */
  private static boolean report(List<Faults> lists) throws Exception {
    Files.createDirectories(OUT);
    Path tree = Files.createTempDirectory(OUT, "tree");
    run(Path.of(""), List.of("git", "worktree", "add", "--force", "--detach", tree.toString()));
    try {
      StringBuilder table = new StringBuilder("| Fault | Noticed by |\n|---|---|\n");
      boolean all = true;
      for (Faults list : lists) {
        all &= report(tree, list, table);
      }
      return all;
    } finally {
      run(Path.of(""), List.of("git", "worktree", "remove", "--force", tree.toString()));
    }
  }

  private static boolean report(Path tree, Faults list, StringBuilder table) throws Exception {
    Set<String> control = list.faults.isEmpty() ? Set.of() : failures(tree, list.maven);
    if (!control.isEmpty()) {
      throw new IllegalStateException("fails without a fault: " + control);
    }
    boolean all = true;
    for (Fault fault : list.faults) {
      Map<Path, String> sound = fault.seed(tree);
      Set<String> failures = failures(tree, list.maven);
      if (failures.stream().map(Path::of).anyMatch(sound::containsKey)) {
        throw new IllegalStateException("\"" + fault.what + "\" does not compile");
      }
      for (Map.Entry<Path, String> file : sound.entrySet()) {
        Files.writeString(file.getKey(), file.getValue());
      }
      all &= !failures.isEmpty();
      String by = failures.isEmpty() ? "**nothing**" : String.join(", ", failures.stream().limit(4).toList());
      table.append("| %s | %s |%n".formatted(fault.what(), by));
      System.out.println(fault.what() + ": " + by);
      Files.writeString(OUT.resolve("report.md"), table);
    }
    return all;
  }

  /** Tests that fail, and files that do not compile. A golden file that differs notices nothing: it would be recreated. */
  private static Set<String> failures(Path tree, List<String> maven) throws Exception {
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
