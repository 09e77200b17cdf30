package io.github.realtimekit.webhooks.cli.output;

import io.github.realtimekit.webhooks.ConflictException;
import io.github.realtimekit.webhooks.ConnectionException;
import io.github.realtimekit.webhooks.ForbiddenException;
import io.github.realtimekit.webhooks.NotFoundException;
import io.github.realtimekit.webhooks.RateLimitedException;
import io.github.realtimekit.webhooks.UnauthorizedException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ParameterException;

/** Exit codes of the process, and the failures that lead to them. */
public enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "the API or something else failed"),
  USAGE(2, "the command line is wrong; nothing was sent"),
  DIFFERENT(3, "diff found differences, or verify an invalid signature"),
  NO_ACCESS(4, "the token is not accepted, or lacks the permission"),
  NOT_FOUND(5, "not found"),
  CONFLICT(6, "conflict: another webhook has the URL"),
  RATE_LIMITED(7, "too many requests"),
  NO_RESPONSE(8, "no response from the API");

  private final int value;
  private final String description;

  ExitCode(int value, String description) {
    this.value = value;
    this.description = description;
  }

  /** Returns the number that the process exits with. */
  public int value() {
    return value;
  }

  /** Returns the exit code for a failure; {@link #FAILED} if it has none of its own. */
  public static ExitCode of(Throwable failure) {
    if (failure instanceof ParameterException) {
      return USAGE;
    }
    if (failure instanceof UnauthorizedException || failure instanceof ForbiddenException) {
      return NO_ACCESS;
    }
    if (failure instanceof NotFoundException) {
      return NOT_FOUND;
    }
    if (failure instanceof ConflictException) {
      return CONFLICT;
    }
    if (failure instanceof RateLimitedException) {
      return RATE_LIMITED;
    }
    return failure instanceof ConnectionException ? NO_RESPONSE : FAILED;
  }

  /** Returns what each number means, for the help pages. */
  public static Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      descriptions.put(" " + code.value, code.description);
    }
    return descriptions;
  }
}
