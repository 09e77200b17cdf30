package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.ApiException;
import io.github.realtimekit.webhooks.ConflictException;
import io.github.realtimekit.webhooks.ConnectionException;
import io.github.realtimekit.webhooks.ForbiddenException;
import io.github.realtimekit.webhooks.InvalidResponseException;
import io.github.realtimekit.webhooks.NotFoundException;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.UnauthorizedException;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Details;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Terminal;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints why a command failed and what to do about it, and chooses the exit code. */
final class Errors
    implements IParameterExceptionHandler, IExecutionExceptionHandler, IExitCodeExceptionMapper {

  @Override
  public int handleParseException(ParameterException invalid, String[] args) {
    CommandLine command = invalid.getCommandLine();
    List<String> unmatched = command.getUnmatchedArguments();
    String message = unmatched.isEmpty() ? invalid.getMessage() : unmatched(unmatched, command);
    print(command, message, "See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    print(command, description(failure, command.getCommandSpec()), hint(failure, command));
    return getExitCode(failure);
  }

  @Override
  public int getExitCode(Throwable failure) {
    if (failure instanceof UnauthorizedException || failure instanceof ForbiddenException) {
      return ExitCode.NO_ACCESS;
    }
    if (failure instanceof NotFoundException) {
      return ExitCode.NOT_FOUND;
    }
    if (failure instanceof ConflictException) {
      return ExitCode.CONFLICT;
    }
    if (failure instanceof RateLimitedException) {
      return ExitCode.RATE_LIMITED;
    }
    boolean noResponse =
        failure instanceof ConnectionException
            || (failure instanceof UncheckedIOException io && isNetwork(io.getCause()));
    return noResponse ? ExitCode.NO_RESPONSE : ExitCode.FAILED;
  }

  private static boolean isNetwork(@Nullable Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof UnknownHostException
        || cause instanceof InterruptedIOException
        || cause instanceof SSLException;
  }

  /**
   * An unknown option is named even where another one is missing: it may be that one misspelled.
   */
  private static String unmatched(List<String> unmatched, CommandLine command) {
    String first = unmatched.get(0);
    boolean root = command.getParent() == null;
    if (!first.startsWith("-")) {
      return root
          ? "There is no command '" + first + "'." + suggestion(unmatched, command)
          : "Unexpected argument '" + first + "'";
    }
    String option = first.split("=", 2)[0];
    boolean ofCommand =
        root
            && command.getSubcommands().values().stream()
                .anyMatch(each -> each.getCommandSpec().findOption(option) != null);
    return ofCommand
        ? "The option '" + option + "' goes after the command"
        : "Unknown option '" + option + "'." + suggestion(unmatched, command);
  }

  /** Picocli suggests whatever shares two letters; the first letter is hardly ever mistyped. */
  private static String suggestion(List<String> unmatched, CommandLine command) {
    String typed = unmatched.get(0).replaceFirst("^-+", "");
    return new UnmatchedArgumentException(command, unmatched)
        .getSuggestions().stream()
            .filter(name -> typed.length() > 2)
            .filter(name -> name.replaceFirst("^-+", "").startsWith(typed.substring(0, 1)))
            .findFirst()
            .map(name -> " Did you mean " + name + "?")
            .orElse("");
  }

  private static void print(CommandLine command, @Nullable String description, String hint) {
    PrintWriter err = command.getErr();
    err.print(Terminal.ERR.colors().errorText("rtk-webhooks:") + " ");
    (description + "\n" + hint).lines().map(TerminalText::printable).forEach(err::println);
  }

  private static String description(Exception failure, CommandSpec command) {
    if (failure instanceof InvalidResponseException invalid) {
      return invalid.body().stripLeading().startsWith("<")
          ? "status %d with a web page instead of JSON; is --base-url right?%s"
              .formatted(invalid.status(), diagnostics(invalid))
          : "status %d with a body that cannot be read: %s%s"
              .formatted(invalid.status(), invalid.reason(), diagnostics(invalid));
    }
    if (failure instanceof ApiException error) {
      String reason = error.reason().isEmpty() ? "" : ": " + error.reason();
      return "the API responded with status " + error.status() + reason + diagnostics(error);
    }
    return failure instanceof ConnectionException lost
        ? mixin(command, Connection.class)
            .map(connection -> noResponse(lost.getCause(), connection))
            .orElseGet(failure::getMessage)
        : String.valueOf(failure.getMessage());
  }

  private static <T> Optional<T> mixin(CommandSpec command, Class<T> type) {
    return command.mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private static String noResponse(@Nullable Throwable cause, Connection connection) {
    @Nullable String proxy = connection.proxy();
    String host = proxy == null ? connection.host() : "the proxy " + proxy;
    if (cause instanceof UnknownHostException) {
      return proxy == null ? "there is no host " + host : "there is no host of " + host;
    }
    if (cause instanceof ConnectException) {
      return "cannot connect to " + host;
    }
    if (cause instanceof SSLException) {
      return "no secure connection to " + host + ": " + cause.getMessage();
    }
    long seconds = connection.timeout().toSeconds();
    return cause instanceof InterruptedIOException
        ? "no response from %s within %d %s"
            .formatted(host, seconds, seconds == 1 ? "second" : "seconds")
        : "no response from " + host + ": the connection broke";
  }

  /** Details to look up, and to quote to the support. */
  private static String diagnostics(ApiException error) {
    List<String> diagnostics =
        error.codes().stream()
            .filter(code -> code != error.status())
            .map(code -> "code " + code)
            .collect(Collectors.toCollection(ArrayList::new));
    if (error.cfRay() != null) {
      diagnostics.add("cf-ray " + error.cfRay());
    }
    return diagnostics.isEmpty() ? "" : " (" + String.join(", ", diagnostics) + ")";
  }

  /** Names the webhook that has the URL, of which an app has each only once. */
  private static Optional<String> owner(CommandSpec command) {
    Optional<String> url = mixin(command, Details.class).flatMap(Details::url);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try (WebhooksClient client = mixin(command, Connection.class).orElseThrow().open()) {
      return client.listWebhooks().stream()
          .filter(webhook -> Field.url.text(webhook).equals(url.get()))
          .map(
              webhook ->
                  "Webhook %s has this URL: edit that one.".formatted(Field.id.text(webhook)))
          .findFirst();
    } catch (RealtimeKitException e) {
      return Optional.empty(); // The conflict is what matters.
    }
  }

  private static String hint(Exception failure, CommandLine command) {
    if (failure instanceof ConflictException conflict) {
      return owner(command.getCommandSpec()).orElse(conflict.advice());
    }
    if (failure instanceof RealtimeKitException known
        && !known.advice().isEmpty()
        && !(failure instanceof InvalidResponseException)) {
      return known.advice();
    }
    return command.getCommandSpec().findOption("--verbose") == null
        ? ""
        : "--verbose shows the request and the response.";
  }
}
