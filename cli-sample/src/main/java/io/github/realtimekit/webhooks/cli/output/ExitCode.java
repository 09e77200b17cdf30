package io.github.realtimekit.webhooks.cli.output;

/** Exit codes of the process; the help page of {@code rtk-webhooks} lists them. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int DIFFERENT = 3;
  public static final int NO_ACCESS = 4;
  public static final int NOT_FOUND = 5;
  public static final int CONFLICT = 6;
  public static final int RATE_LIMITED = 7;
  public static final int NO_RESPONSE = 8;

  private ExitCode() {}
}
