package io.github.realtimekit.webhooks.cli;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;

/** What came out of the command line as JSON. */
final class JsonText {
  private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

  private JsonText() {}

  /** The one value in the text, which must hold nothing else. */
  static Object parse(String text) throws IOException {
    return ANY.fromJson(text);
  }

  /** The same value as the only one of a list, as the command line would write it. */
  static String inAList(String text) throws IOException {
    return ANY.indent("  ").toJson(List.of(parse(text))) + "\n";
  }
}
