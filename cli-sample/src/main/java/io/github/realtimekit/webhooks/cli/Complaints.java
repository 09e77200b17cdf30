package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.ApiException;
import io.github.realtimekit.webhooks.BadRequestException;
import io.github.realtimekit.webhooks.ConflictException;
import io.github.realtimekit.webhooks.ConnectionException;
import io.github.realtimekit.webhooks.ForbiddenException;
import io.github.realtimekit.webhooks.NotFoundException;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.ServerException;
import io.github.realtimekit.webhooks.UnauthorizedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What people read when a command fails, and its exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int OTHER = 1;
  private static final int USAGE = 2;

  /** Exit code and hint for a kind of failure. */
  private record Kind(Class<? extends Exception> failure, int exitCode, String hint) {}

  /** The first that fits counts. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              UnauthorizedException.class,
              4,
              "Check the API token: whole, of this account, neither expired nor revoked?"),
          new Kind(
              ForbiddenException.class,
              4,
              "The token needs the permission Realtime or Realtime Admin, and the account needs"
                  + " RealtimeKit."),
          new Kind(
              NotFoundException.class,
              5,
              "Check the ids of account, app and webhook; 'rtk-webhooks list' shows what there is."),
          new Kind(
              ConflictException.class,
              6,
              "Change the webhook that has this URL with 'rtk-webhooks edit', or give another URL."),
          new Kind(RateLimitedException.class, 7, "Wait before you try again."),
          new Kind(ConnectionException.class, 8, "Check the network, and where --base-url points."),
          new Kind(BadRequestException.class, OTHER, "Correct what the API names."),
          new Kind(
              ServerException.class, OTHER, "The fault is on the API's side: try again later."),
          new Kind(ApiException.class, OTHER, "--verbose shows the exchange."),
          new Kind(Exception.class, OTHER, "--verbose shows the exchange."));

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String message = String.valueOf(wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      message = unmatched(unmatched.getUnmatched().get(0), message, command);
    }
    return usage(message, command);
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    if (failure instanceof UsageException) {
      return usage(String.valueOf(failure.getMessage()), command);
    }
    Kind kind =
        KINDS.stream().filter(each -> each.failure.isInstance(failure)).findFirst().orElseThrow();
    complain(what(failure), hint(failure, kind));
    return kind.exitCode;
  }

  private static String unmatched(String typed, String message, CommandLine command) {
    if (typed.startsWith("-")) {
      List<String> options = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
      return message + "." + Nearest.question(typed.split("=", 2)[0], options);
    }
    List<String> commands = Stream.of(Command.values()).map(Command::toString).toList();
    return command.getParent() != null
        ? "Unexpected argument '" + typed + "'"
        : "There is no command '" + typed + "'." + Nearest.question(typed, commands);
  }

  private static int usage(String message, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    complain(message, "See '" + name + " --help'.");
    return USAGE;
  }

  /** Says what went wrong besides, where the command did what it was to do. */
  static void warn(String what, Exception failure) {
    complain(what + ": " + what(failure), "'rtk-webhooks get' shows the webhook.");
  }

  private static void complain(String what, String hint) {
    Terminal terminal = Terminal.current();
    System.err.print(terminal.red("rtk-webhooks:") + " ");
    what.lines().forEach(line -> System.err.println(Text.printable(line)));
    System.err.println(hint);
  }

  private static String what(Exception failure) {
    if (failure instanceof ApiException answer) {
      String reason = answer.reason().isEmpty() ? "" : ": " + answer.reason();
      return "the API answered " + answer.status() + reason + marks(answer);
    }
    Throwable cause = failure.getCause();
    return failure instanceof ConnectionException && cause != null
        ? "no answer from the API: %s: %s"
            .formatted(cause.getClass().getSimpleName(), cause.getMessage())
        : failure.toString();
  }

  /** What to look up, and to quote to the support. */
  private static String marks(ApiException answer) {
    List<String> marks = new ArrayList<>();
    answer.codes().stream()
        .filter(code -> code != answer.status())
        .forEach(code -> marks.add("code " + code));
    if (answer.cfRay() != null) {
      marks.add("cf-ray " + answer.cfRay());
    }
    return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
  }

  private static String hint(Exception failure, Kind kind) {
    if (failure instanceof RealtimeKitException unsure && unsure.outcomeUnknown()) {
      return "It may have been done all the same: look with 'rtk-webhooks list' before you try again.";
    }
    if (failure instanceof RateLimitedException limited && limited.retryAfter() != null) {
      return "Try again in " + limited.retryAfter().toSeconds() + " seconds.";
    }
    return kind.hint;
  }
}
