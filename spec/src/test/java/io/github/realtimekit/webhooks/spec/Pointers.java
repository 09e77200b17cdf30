package io.github.realtimekit.webhooks.spec;

/** JSON pointers (RFC 6901), which say where in the file something is. */
final class Pointers {
  private Pointers() {}

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  static String child(String pointer, String key) {
    return pointer + "/" + escape(key);
  }
}
