package io.github.realtimekit.webhooks.cli.option;

/** Runs a task when the process is interrupted, unless it is canceled before. */
public final class InterruptHook {
  private final Thread thread;

  public InterruptHook(Runnable task) {
    thread = new Thread(task);
    try {
      Runtime.getRuntime().addShutdownHook(thread);
    } catch (IllegalStateException atShutdown) {
      // The interrupt has come already: this belongs to the task of another hook.
    }
  }

  /** Returns whether the task will not run; false if it runs already. */
  public boolean cancel() {
    try {
      return Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException atShutdown) {
      return false;
    }
  }
}
