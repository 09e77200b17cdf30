package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A sandbox that all tests share. */
final class SharedSandbox {
  private static final Sandbox SANDBOX = start();

  private SharedSandbox() {}

  private static Sandbox start() {
    try {
      return Sandbox.builder().token(Cli.TOKEN).partialEcho(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a command line for an app that no other test uses. */
  static Cli cli() {
    return Cli.to(SANDBOX.baseUrl().toString());
  }
}
