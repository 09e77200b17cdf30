package io.github.realtimekit.webhooks.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What makes fish complete, which picocli has nothing for. */
final class FishCompletion {
  private FishCompletion() {}

  static String script(CommandLine above) {
    String name = above.getCommandName();
    List<String> lines = new ArrayList<>();
    lines.add("complete -c " + name + " -f");
    above
        .getSubcommands()
        .forEach(
            (command, line) -> {
              CommandSpec spec = line.getCommandSpec();
              String when = "complete -c " + name + " -n ";
              lines.add(
                  when
                      + "__fish_use_subcommand -a "
                      + command
                      + description(spec.usageMessage().description()));
              String inside = when + quote("__fish_seen_subcommand_from " + command);
              spec.options().forEach(option -> lines.add(inside + option(option)));
              spec.positionalParameters().stream()
                  .filter(parameter -> !values(parameter).isEmpty())
                  .forEach(parameter -> lines.add(inside + " -a " + quote(values(parameter))));
            });
    return String.join("\n", lines) + "\n";
  }

  private static String option(OptionSpec option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.paramLabel().equals("FILE")) {
      text.append(" -r -F");
    } else if (option.arity().max() > 0) {
      text.append(" -x");
    }
    if (!values(option).isEmpty()) {
      text.append(" -a ").append(quote(values(option)));
    }
    return text + description(option.description());
  }

  /** What the option or parameter takes, if it is one of a few; with spaces between. */
  private static String values(ArgSpec arg) {
    return arg.completionCandidates() == null ? "" : String.join(" ", arg.completionCandidates());
  }

  /** The first clause, since fish shows it beside each value. */
  private static String description(String[] lines) {
    return lines.length == 0 ? "" : " -d " + quote(lines[0].split("[.;]( |$)", 2)[0]);
  }

  private static String quote(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
