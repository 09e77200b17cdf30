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
 * than most of them run, so where one is named, the others are no more than an entry in the list of
 * commands.
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

  private static final Set<Class<?>> SEE_OTHERS = Set.of(HelpCommand.class, CompleteCommand.class);

  private Commands() {}

  static CommandLine commandLine(IFactory factory, String... args) {
    CommandLine root = new CommandLine(RtkWebhooks.class, factory);
    for (Class<?> type : ALL) {
      root.addSubcommand(
          isNeeded(type, args) ? command(type, factory) : new CommandLine(entry(type)));
    }
    return root;
  }

  /** Creates a command with the options that all have: to inherit them costs each entry, too. */
  private static CommandLine command(Class<?> type, IFactory factory) {
    CommandLine command = new CommandLine(type, factory);
    CommandSpec spec = command.getCommandSpec();
    spec.mixinStandardHelpOptions(true).versionProvider(new RtkWebhooks.Version());
    spec.usageMessage().sortOptions(false);
    return command;
  }

  private static boolean isNeeded(Class<?> type, String... args) {
    if (args.length == 0) {
      return false;
    }
    if (args[0].equals("-h") || args[0].equals("--help")) {
      return args.length > 1;
    }
    @Nullable Class<?> named = named(args[0]);
    return named == null || named == type || SEE_OTHERS.contains(named);
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

  private static CommandSpec entry(Class<?> type) {
    Command command = annotation(type);
    CommandSpec entry = CommandSpec.create().name(command.name()).aliases(command.aliases());
    entry
        .usageMessage()
        .header(command.header())
        .description(command.description())
        .hidden(command.hidden());
    return entry;
  }

  private static Command annotation(Class<?> type) {
    return Objects.requireNonNull(type.getAnnotation(Command.class));
  }
}
