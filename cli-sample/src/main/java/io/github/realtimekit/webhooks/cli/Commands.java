package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.cli.command.ApplyCommand;
import io.github.realtimekit.webhooks.cli.command.CompleteCommand;
import io.github.realtimekit.webhooks.cli.command.CompletionCommand;
import io.github.realtimekit.webhooks.cli.command.CreateCommand;
import io.github.realtimekit.webhooks.cli.command.DeleteCommand;
import io.github.realtimekit.webhooks.cli.command.DiffCommand;
import io.github.realtimekit.webhooks.cli.command.EditCommand;
import io.github.realtimekit.webhooks.cli.command.EventsCommand;
import io.github.realtimekit.webhooks.cli.command.ExportCommand;
import io.github.realtimekit.webhooks.cli.command.GetCommand;
import io.github.realtimekit.webhooks.cli.command.ListCommand;
import io.github.realtimekit.webhooks.cli.command.ListenCommand;
import io.github.realtimekit.webhooks.cli.command.ReplaceCommand;
import io.github.realtimekit.webhooks.cli.command.TriggerCommand;
import io.github.realtimekit.webhooks.cli.command.VerifyCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Commands below {@code rtk-webhooks}. It takes longer to read the annotations of all their options
 * than most of them run, so those of a command are read if it is named, and none to list them all.
 */
final class Commands {
  private static final List<Class<?>> ALL =
      List.of(
          ListCommand.class,
          GetCommand.class,
          CreateCommand.class,
          ReplaceCommand.class,
          EditCommand.class,
          DeleteCommand.class,
          EventsCommand.class,
          ApplyCommand.class,
          DiffCommand.class,
          ExportCommand.class,
          ListenCommand.class,
          TriggerCommand.class,
          VerifyCommand.class,
          CompletionCommand.class,
          CompleteCommand.class,
          HelpCommand.class);

  private static final Set<String> HELP = Set.of("-h", "--help");
  private static final Set<Class<?>> SEE_OTHERS = Set.of(HelpCommand.class, CompleteCommand.class);

  private Commands() {}

  static CommandLine commandLine(IFactory factory, String... args) {
    CommandLine root = new CommandLine(RtkWebhooks.class, factory);
    @Nullable Class<?> named = args.length == 0 ? null : named(args[0]);
    if (named != null && !SEE_OTHERS.contains(named)) {
      return root.addSubcommand(command(named, factory));
    }
    boolean onlyListed = args.length == 0 || (args.length == 1 && HELP.contains(args[0]));
    if (!onlyListed) {
      for (Class<?> type : ALL) {
        root.addSubcommand(command(type, factory));
      }
    }
    return root;
  }

  /** Returns names and description of each command that is not hidden. */
  static List<CommandSpec> entries() {
    List<CommandSpec> entries = new ArrayList<>();
    for (Class<?> type : ALL) {
      Command command = annotation(type);
      if (!command.hidden()) {
        CommandSpec entry = CommandSpec.create().name(command.name()).aliases(command.aliases());
        entry.usageMessage().header(command.header()).description(command.description());
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Creates a command with the standard options. */
  private static CommandLine command(Class<?> type, IFactory factory) {
    CommandLine command = new CommandLine(type, factory);
    CommandSpec spec = command.getCommandSpec();
    spec.mixinStandardHelpOptions(true).versionProvider(new RtkWebhooks.Version());
    spec.usageMessage().sortOptions(false);
    return command;
  }

  private static @Nullable Class<?> named(String name) {
    for (Class<?> type : ALL) {
      Command command = annotation(type);
      if (command.name().equals(name) || List.of(command.aliases()).contains(name)) {
        return type;
      }
    }
    return null;
  }

  private static Command annotation(Class<?> type) {
    return Objects.requireNonNull(type.getAnnotation(Command.class));
  }
}
