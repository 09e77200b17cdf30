package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what a run prints, and lets a test wait for a part of it. */
final class WatchedOutput extends ByteArrayOutputStream {
  private boolean ended;

  /** Notes that the run printed all. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    super.write(bytes, offset, length);
    notifyAll();
  }

  /** Waits until the text has a match, and returns its first group. */
  synchronized String await(String pattern) throws InterruptedException {
    while (true) {
      Matcher matcher = Pattern.compile(pattern).matcher(text());
      if (matcher.find()) {
        return matcher.group(1);
      }
      assertThat(ended).as("the run ended without \"%s\": %s", pattern, text()).isFalse();
      wait();
    }
  }

  String text() {
    return toString(StandardCharsets.UTF_8);
  }
}
