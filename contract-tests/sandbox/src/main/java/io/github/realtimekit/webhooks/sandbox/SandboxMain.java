package io.github.realtimekit.webhooks.sandbox;

import io.github.realtimekit.webhooks.sandbox.SandboxOptions.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.util.List;

/** Runs a sandbox until the process is stopped. */
final class SandboxMain {
  private SandboxMain() {}

  public static void main(String[] args) {
    int exitCode = run(List.of(args), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** Starts a sandbox, whose threads outlive this call, and returns the exit code if it cannot. */
  static int run(List<String> args, PrintStream out, PrintStream err) {
    SandboxOptions options;
    try {
      options = SandboxOptions.parse(args);
    } catch (UsageException e) {
      err.println(e.getMessage());
      err.print(SandboxOptions.USAGE);
      return 2;
    }
    if (options.help()) {
      out.print(SandboxOptions.USAGE);
      return 0;
    }
    try {
      start(options, out, err);
      return 0;
    } catch (IOException e) {
      err.println(
          "cannot listen on " + options.host() + " port " + options.port() + ": " + e.getMessage());
      return 1;
    }
  }

  private static void start(SandboxOptions options, PrintStream out, PrintStream err)
      throws IOException {
    Sandbox sandbox =
        Sandbox.builder()
            .host(options.host())
            .port(options.port())
            .token(options.token())
            .partialEcho(options.partialEcho())
            .deliversAnywhere(options.deliverAnywhere())
            .log(options.verbose() ? err::println : line -> {})
            .start();
    if (!InetAddress.getByName(options.host()).isLoopbackAddress()) {
      err.println("Warning: other machines can reach this sandbox, at " + options.host());
    }
    out.println(sandbox.baseUrl());
  }
}
