package io.github.realtimekit.webhooks.spec.tree;

/** JSON pointers (RFC 6901), which say where in the file something is. */
public final class Pointers {
  private Pointers() {}

  public static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  public static String child(String pointer, String key) {
    return pointer + "/" + escape(key);
  }
}
