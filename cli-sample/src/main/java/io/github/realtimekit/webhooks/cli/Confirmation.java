package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Asks before something is lost. */
final class Confirmation {
  private static final Set<String> YES = Set.of("y", "yes");

  private Confirmation() {}

  /**
   * Checks that there is somebody to ask.
   *
   * @throws UsageException if there is not
   */
  static void requireTerminal() {
    Terminal terminal = Terminal.current();
    if (!terminal.in() || !terminal.err()) {
      throw new UsageException("There is no terminal to ask on: deleting needs --force");
    }
  }

  /** Whether the person wants the webhook deleted; no answer is a no. */
  static boolean toDelete(Webhook webhook) {
    System.err.printf(
        "Delete webhook '%s', which sends to %s? [y/N] ",
        Field.NAME.text(webhook, false), Field.URL.text(webhook, false));
    System.err.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
