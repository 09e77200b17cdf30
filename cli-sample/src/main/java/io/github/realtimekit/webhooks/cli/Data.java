package io.github.realtimekit.webhooks.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers what a {@link PrintStream} keeps to itself: why it failed. */
final class Data extends OutputStream {
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  /** Collects, so that a reader who wants one line of several does not break the pipe. */
  PrintStream printStream() {
    return new PrintStream(new BufferedOutputStream(this), false, StandardCharsets.UTF_8);
  }

  /** Null if all went well. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Whether the reader had seen enough, as {@code head} does. */
  boolean isReaderGone() {
    return failure != null && "Broken pipe".equals(failure.getMessage());
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
