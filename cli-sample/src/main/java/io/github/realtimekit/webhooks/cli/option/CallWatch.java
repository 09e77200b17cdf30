package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.cli.output.Console;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Names the host on a terminal when a call takes long, and warns at an interrupt that a change may
 * have been made.
 */
final class CallWatch extends EventListener {
  private static final int PATIENCE_SECONDS = 2;

  private final Console console;
  private @Nullable InterruptHook atInterrupt;
  private volatile boolean inProgress;

  CallWatch(Console console) {
    this.console = console;
  }

  @Override
  public void callStart(Call call) {
    inProgress = true;
    if (console.terminal().err()) {
      String host = call.request().url().host();
      CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .execute(() -> tellWait(host));
    }
  }

  private void tellWait(String host) {
    if (inProgress) {
      console.note("Waiting for " + host + "; Ctrl-C stops.");
    }
  }

  @Override
  public synchronized void requestHeadersEnd(Call call, Request request) {
    if (atInterrupt == null && !request.method().equals("GET")) {
      atInterrupt =
          new InterruptHook(
              () ->
                  console.note(
                      "Interrupted after the request was sent: it may have been carried out. Check"
                          + " with 'rtk-webhooks list'."));
    }
  }

  @Override
  public void callEnd(Call call) {
    end();
  }

  @Override
  public void callFailed(Call call, IOException failure) {
    end();
  }

  private synchronized void end() {
    inProgress = false;
    if (atInterrupt != null) {
      atInterrupt.cancel();
      atInterrupt = null;
    }
  }
}
