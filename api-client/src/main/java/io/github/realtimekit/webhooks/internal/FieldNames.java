package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonReader;

/** Names of a model's fields in JSON. */
public final class FieldNames {
  private final String[] names;
  private final JsonReader.Options options;

  private FieldNames(String[] names) {
    this.names = names;
    this.options = JsonReader.Options.of(names);
  }

  public static FieldNames of(String... names) {
    return new FieldNames(names);
  }

  JsonReader.Options options() {
    return options;
  }

  String get(int index) {
    return names[index];
  }
}
