package io.github.realtimekit.webhooks;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A URI as its text. A plain web address is only checked, and made into an object when that is
 * asked for, since making it is a large part of reading a webhook; any other is made at once, which
 * checks it. Immutable, and so safe for use by several threads.
 */
final class UriText {
  private final String text;

  /** Volatile, because the fields of a {@link URI} are not final. */
  private volatile @Nullable URI uri;

  private UriText(String text, @Nullable URI uri) {
    this.text = text;
    this.uri = uri;
  }

  /**
   * From its text.
   *
   * @throws IllegalArgumentException if that is not a URI
   */
  static UriText parse(String text) {
    return new UriText(text, isPlain(text) ? null : URI.create(text));
  }

  static @Nullable UriText of(@Nullable URI uri) {
    return uri == null ? null : new UriText(uri.toString(), uri);
  }

  URI uri() {
    URI made = uri;
    if (made == null) {
      made = URI.create(text);
      uri = made;
    }
    return made;
  }

  /**
   * Whether this is surely a URI: a web address of nothing but characters that may be anywhere in
   * one.
   */
  static boolean isPlain(String text) {
    int start = text.startsWith("https://") ? 8 : 7;
    if (text.length() <= start || (start == 7 && !text.startsWith("http://"))) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
      if (!letterOrDigit && (i == start || "-._~/?=&".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UriText that && uri().equals(that.uri());
  }

  @Override
  public int hashCode() {
    return uri().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
