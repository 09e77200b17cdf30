package io.github.realtimekit.webhooks.spec.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Edits a copy of the project, does what the command says, and builds client, sandbox, contract and
 * command line. Edits of one kind share a copy, since a build takes minutes.
 */
class EditsIT {
  private static final Path TARGET = Path.of("target", "edits").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"minor", "major"})
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void buildIsGreenOnceAllIsDoneThatTheCommandSays(String name) throws Exception {
    List<SpecChange> edits =
        SpecChange.all().stream().filter(edit -> edit.scratch().equals(name)).toList();
    Files.createDirectories(TARGET);
    Scratch scratch =
        Scratch.of(
            Path.of(System.getProperty("project.folder")), Files.createTempDirectory(TARGET, name));
    for (SpecChange edit : edits) {
      scratch.apply(edit.changes());
    }
    String printed = scratch.check();
    assertThat(printed).startsWith("Left to do\n").doesNotContain("[ERROR]", "[INFO]");

    scratch.follow(printed);
    for (SpecChange edit : edits) {
      scratch.apply(edit.work());
    }
    String log = scratch.build();

    assertThat(log).as(errors(log)).contains("BUILD SUCCESS");
    assertThat(scratch.check()).startsWith("Nothing is left to do.\n");
  }

  private static String errors(String log) {
    return log.lines()
        .filter(line -> line.startsWith("[ERROR]"))
        .limit(100)
        .collect(Collectors.joining("\n"));
  }
}
