package io.github.realtimekit.webhooks.cli.output;

import java.util.Locale;

/** Values of {@code --output}. */
public enum Format {
  TABLE,
  JSON,
  NDJSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
