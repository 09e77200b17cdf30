package io.github.realtimekit.webhooks.sandbox;

import java.util.Iterator;
import java.util.List;

/** Options of the command line. */
record SandboxOptions(
    String host,
    int port,
    String token,
    boolean partialEcho,
    boolean deliverAnywhere,
    boolean verbose,
    boolean help) {
  static final String USAGE =
      """
      Usage: java -jar rtk-sandbox.jar [OPTION]...
      A stand-in for the webhooks API of RealtimeKit. It keeps its state in memory, and prints its
      base URL as its first line. The page at the root of that URL shows what happens.
        --host ADDRESS      address to listen on; default: %s
        --port N            port to listen on, 0 to 65535; 0, the default, takes any free one
        --token T           bearer token to accept; default: %s
        --partial-echo      leave "enabled" out of responses to replace and edit, as the live API may
        --deliver-anywhere  deliver events to other addresses than loopback, too
        --verbose           write a line for each request to standard error
        --help              print this
      """
          .formatted(Sandbox.DEFAULT_HOST, Sandbox.DEFAULT_TOKEN);

  /** Thrown for an invalid command line; the message names the option. */
  static final class UsageException extends Exception {
    UsageException(String message) {
      super(message);
    }
  }

  static SandboxOptions parse(List<String> args) throws UsageException {
    String host = Sandbox.DEFAULT_HOST;
    int port = 0;
    String token = Sandbox.DEFAULT_TOKEN;
    boolean partialEcho = false;
    boolean deliverAnywhere = false;
    boolean verbose = false;
    boolean help = false;
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--host" -> host = value(option, rest);
        case "--port" -> port = port(value(option, rest));
        case "--token" -> token = token(value(option, rest));
        case "--partial-echo" -> partialEcho = true;
        case "--deliver-anywhere" -> deliverAnywhere = true;
        case "--verbose" -> verbose = true;
        case "--help" -> help = true;
        default -> throw new UsageException("unknown option: " + option);
      }
    }
    return new SandboxOptions(host, port, token, partialEcho, deliverAnywhere, verbose, help);
  }

  private static String value(String option, Iterator<String> rest) throws UsageException {
    if (!rest.hasNext()) {
      throw new UsageException(option + " needs a value");
    }
    return rest.next();
  }

  private static int port(String value) throws UsageException {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
      throw new UsageException("--port must be a number from 0 to 65535, not: " + value);
    }
    return Integer.parseInt(value);
  }

  /** Does not repeat the value, which may be a real token. */
  private static String token(String value) throws UsageException {
    if (!Credentials.TOKEN.matcher(value).matches()) {
      throw new UsageException("--token may have letters, digits and ._~+/- only");
    }
    return value;
  }
}
