package io.github.realtimekit.webhooks.sandbox;

import io.github.realtimekit.webhooks.sandbox.SandboxOptions.UsageException;
import java.io.IOException;
import java.util.List;

/** Runs a sandbox until the process is told to stop. */
final class SandboxMain {
  private SandboxMain() {}

  public static void main(String[] args) {
    SandboxOptions options;
    try {
      options = SandboxOptions.parse(List.of(args));
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.err.print(SandboxOptions.USAGE);
      System.exit(2);
      return;
    }
    if (options.help()) {
      System.out.print(SandboxOptions.USAGE);
      return;
    }
    try {
      Sandbox sandbox = Sandbox.start(options.port(), options.token(), options.partialEcho());
      if (options.pactStates()) {
        sandbox.answerPactStates();
      }
      System.out.println(sandbox.baseUrl());
    } catch (IOException e) {
      System.err.println("cannot start on port " + options.port() + ": " + e.getMessage());
      System.exit(1);
    }
  }
}
