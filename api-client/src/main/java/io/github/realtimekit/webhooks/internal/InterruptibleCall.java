package io.github.realtimekit.webhooks.internal;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import okhttp3.Call;
import okhttp3.Response;

/**
 * Cancels a call when the thread that waits for it is interrupted: an interrupt alone does not end
 * a blocking read of a socket. A channel is the JDK's only hook for reacting to {@link
 * Thread#interrupt}.
 */
final class InterruptibleCall extends AbstractInterruptibleChannel {
  private final Call call;

  private InterruptibleCall(Call call) {
    this.call = call;
  }

  static Response execute(Call call) throws IOException {
    return new InterruptibleCall(call).execute();
  }

  private Response execute() throws IOException {
    begin();
    try {
      return call.execute();
    } finally {
      endQuietly();
    }
  }

  /** The call's own result counts: a response that came in spite of an interrupt is returned. */
  private void endQuietly() {
    try {
      end(true);
    } catch (AsynchronousCloseException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void implCloseChannel() {
    call.cancel();
  }
}
