package io.github.realtimekit.webhooks.sandbox;

import io.github.realtimekit.webhooks.sandbox.SandboxOptions.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** Runs a sandbox until the process is stopped. */
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
      Sandbox sandbox =
          Sandbox.builder()
              .host(options.host())
              .port(options.port())
              .token(options.token())
              .partialEcho(options.partialEcho())
              .deliversAnywhere(options.deliverAnywhere())
              .start();
      if (options.pactStates()) {
        sandbox.serve(PactStates.PATH, "POST", new PactStates(sandbox)::respond);
      }
      if (!InetAddress.getByName(options.host()).isLoopbackAddress()) {
        System.err.println("Warning: other machines can reach this sandbox, at " + options.host());
      }
      System.out.println(sandbox.baseUrl());
    } catch (IOException e) {
      System.err.println(
          "cannot listen on " + options.host() + " port " + options.port() + ": " + e.getMessage());
      System.exit(1);
    }
  }
}
