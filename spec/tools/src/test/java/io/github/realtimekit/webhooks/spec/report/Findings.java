package io.github.realtimekit.webhooks.spec.report;

import java.util.Collection;

/** A failed check that shows its findings alone: they say where to look, a stack trace does not. */
public final class Findings extends AssertionError {
  private static final long serialVersionUID = 1;

  private Findings(String message) {
    super(message);
  }

  /**
   * Fails if there are findings.
   *
   * @param check name of the check that found them
   */
  public static void expectNone(String check, Collection<String> findings) {
    if (!findings.isEmpty()) {
      throw new Findings(check + "\n  " + String.join("\n  ", findings));
    }
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
