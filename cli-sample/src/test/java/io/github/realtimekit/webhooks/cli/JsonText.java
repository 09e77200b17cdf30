package io.github.realtimekit.webhooks.cli;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;

/** Output of the command line, read as JSON. */
final class JsonText {
  private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

  private JsonText() {}

  /** Returns the value of a text that is JSON and nothing else. */
  static Object parse(String text) throws IOException {
    return ANY.fromJson(text);
  }
}
