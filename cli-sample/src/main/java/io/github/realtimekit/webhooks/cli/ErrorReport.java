package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.ApiException;
import io.github.realtimekit.webhooks.ConnectionException;
import io.github.realtimekit.webhooks.InvalidResponseException;
import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells people why a command failed, and what to do about it. */
record ErrorReport(Console console)
    implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String VERBOSE = "--verbose shows the request and the response.";

  @Override
  public int handleParseException(ParameterException invalid, String[] args) {
    CommandLine command = invalid.getCommandLine();
    List<String> unmatched = command.getUnmatchedArguments();
    String message = unmatched.isEmpty() ? invalid.getMessage() : unmatched(unmatched, command);
    print(message, "See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.value();
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    print(description(failure, command.getCommandSpec()), hint(failure, command.getCommandSpec()));
    return command.getExitCodeExceptionMapper().getExitCode(failure);
  }

  /** An unknown option is named even where another one is missing: it may be that one misspelt. */
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
        ? "The option '"
            + option
            + "' goes after the command, as in 'rtk-webhooks list "
            + option
            + "'"
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

  private void print(@Nullable String description, String hint) {
    String text = description == null ? "" : description;
    console.out().flush();
    console.err().print(console.errColors().errorText("rtk-webhooks:") + " ");
    text.lines().forEach(line -> console.err().println(TerminalText.printable(line)));
    if (!hint.isEmpty()) {
      console.err().println(TerminalText.printable(hint));
    }
  }

  private static String description(Exception failure, CommandSpec command) {
    if (failure instanceof InvalidResponseException invalid) {
      return invalid.body().stripLeading().startsWith("<")
          ? "status %d with a web page instead of JSON; is --base-url right?%s"
              .formatted(invalid.status(), marks(invalid))
          : "status %d with a body that cannot be read: %s%s"
              .formatted(invalid.status(), invalid.reason(), marks(invalid));
    }
    if (failure instanceof ApiException error) {
      String reason = error.reason().isEmpty() ? "" : ": " + error.reason();
      return "the API responded with status " + error.status() + reason + marks(error);
    }
    return failure instanceof ConnectionException lost
            && command.mixins().get("connection") != null
            && command.mixins().get("connection").userObject() instanceof ConnectionOptions options
        ? noResponse(lost.getCause(), options) + attempts(lost)
        : String.valueOf(failure.getMessage());
  }

  private static String noResponse(@Nullable Throwable cause, ConnectionOptions options) {
    String host = options.host();
    if (cause instanceof UnknownHostException) {
      return "there is no host " + host;
    }
    if (cause instanceof ConnectException) {
      return "cannot connect to " + host;
    }
    if (cause instanceof SSLException) {
      return "no secure connection to " + host + ": " + cause.getMessage();
    }
    long seconds = options.timeout().toSeconds();
    return cause instanceof InterruptedIOException
        ? "no response from %s within %d %s"
            .formatted(host, seconds, seconds == 1 ? "second" : "seconds")
        : "no response from " + host + ": the connection broke";
  }

  private static String attempts(ConnectionException failure) {
    return failure.attempts() > 1 ? " (" + failure.attempts() + " attempts)" : "";
  }

  /** Details to look up, and to quote to the support. */
  private static String marks(ApiException error) {
    List<String> marks =
        error.codes().stream()
            .filter(code -> code != error.status())
            .map(code -> "code " + code)
            .collect(Collectors.toCollection(ArrayList::new));
    if (error.cfRay() != null) {
      marks.add("cf-ray " + error.cfRay());
    }
    return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
  }

  private static String hint(Exception failure, CommandSpec command) {
    if (failure instanceof RealtimeKitException known
        && !known.advice().isEmpty()
        && !(failure instanceof InvalidResponseException)) {
      return known.advice();
    }
    return command.findOption("--verbose") == null ? "" : VERBOSE;
  }
}
