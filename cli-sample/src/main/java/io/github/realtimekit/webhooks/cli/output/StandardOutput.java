package io.github.realtimekit.webhooks.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Remembers why writing failed, which a {@link PrintStream} does not tell. */
public final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private @Nullable IOException failure;

  public StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** Returns a buffered stream in UTF-8, whatever the locale. */
  public PrintStream printStream() {
    return new PrintStream(new BufferedOutputStream(this), false, StandardCharsets.UTF_8);
  }

  /** Returns the first failure; null if everything was written. */
  public @Nullable IOException failure() {
    return failure;
  }

  /** Returns whether the reader closed the pipe, as {@code head} does. */
  public boolean isReaderGone() {
    return failure != null && "Broken pipe".equals(failure.getMessage());
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
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

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
