package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.output.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Called by the scripts of {@link CompletionCommand} to complete the last of some words. */
@Command(name = "__complete", hidden = true)
public final class CompleteCommand implements Runnable {
  @Parameters(arity = "1..*")
  private List<String> words;

  @Mixin private Connection connection;
  @Spec private CommandSpec spec;

  /** Prints one candidate a line, and its description after a tab. */
  @Override
  public void run() {
    String typed = words.get(words.size() - 1);
    candidates(typed)
        .forEach(
            (candidate, description) -> {
              if (candidate.startsWith(typed)) {
                spec.commandLine()
                    .getOut()
                    .println(description.isEmpty() ? candidate : candidate + "\t" + description);
              }
            });
  }

  private Map<String, String> candidates(String typed) {
    CommandSpec root = spec.root();
    @Nullable CommandSpec command = command(root);
    CommandSpec known = command == null ? root : command;
    int equals = typed.indexOf('=');
    if (equals > 0) {
      return values(known.findOption(typed.substring(0, equals)), typed, equals + 1);
    }
    @Nullable OptionSpec before =
        words.size() < 2 ? null : known.findOption(words.get(words.size() - 2));
    if (before != null && before.arity().max() > 0) {
      return values(before, typed, 0);
    }
    Map<String, String> candidates = new TreeMap<>();
    if (typed.startsWith("-")) {
      for (OptionSpec option : known.options()) {
        for (String name : option.names()) {
          candidates.put(name, firstClause(option.description()));
        }
      }
    } else if (command == null) {
      root.subcommands().forEach((name, line) -> addCommand(candidates, name, line));
    } else {
      command
          .positionalParameters()
          .forEach(
              parameter ->
                  candidates.putAll(
                      parameter.paramLabel().equals("ID") ? ids() : values(parameter, typed, 0)));
    }
    return candidates;
  }

  private @Nullable CommandSpec command(CommandSpec root) {
    return words.subList(0, words.size() - 1).stream()
        .map(root.subcommands()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(CommandLine::getCommandSpec)
        .orElse(null);
  }

  private static void addCommand(Map<String, String> candidates, String name, CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    if (name.equals(command.name()) && !command.usageMessage().hidden()) {
      candidates.put(name, firstClause(command.usageMessage().description()));
    }
  }

  /** Completes the value that begins at an index, or after the last comma behind it. */
  private static Map<String, String> values(@Nullable ArgSpec arg, String typed, int start) {
    Map<String, String> values = new TreeMap<>();
    if (arg != null && arg.completionCandidates() != null) {
      String prefix = typed.substring(0, Math.max(start, typed.lastIndexOf(',') + 1));
      arg.completionCandidates().forEach(value -> values.put(prefix + value, ""));
    }
    return values;
  }

  private Map<String, String> ids() {
    Map<String, String> ids = new TreeMap<>();
    try (WebhooksClient client = connection.open()) {
      for (Webhook webhook : client.listWebhooks()) {
        ids.put(Field.id.text(webhook), Field.name.text(webhook));
      }
    } catch (RealtimeKitException | ParameterException unavailable) {
      // Someone who presses Tab is no better off with an error in the middle of the line.
      return Map.of();
    }
    return ids;
  }

  private static String firstClause(String[] lines) {
    return lines.length == 0 ? "" : lines[0].split("[.;,]( |$)", 2)[0];
  }
}
