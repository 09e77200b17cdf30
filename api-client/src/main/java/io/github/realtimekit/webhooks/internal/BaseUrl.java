package io.github.realtimekit.webhooks.internal;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Parses the base URL of the API, to which paths are appended and a token is sent. */
public final class BaseUrl {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|::1");

  private BaseUrl() {}

  public static HttpUrl parse(String text, boolean insecureAllowed) {
    String trimmed = text.strip();
    HttpUrl url = HttpUrl.parse(trimmed.endsWith("/") ? trimmed : trimmed + "/");
    if (url == null
        || url.query() != null
        || url.fragment() != null
        || !url.username().isEmpty()
        || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "The base URL must be of the form https://host/path, without user, query or fragment");
    }
    if (!insecureAllowed && !isSecure(url)) {
      throw new IllegalArgumentException(
          "The base URL "
              + url
              + " would send the token unencrypted: use https, or a host on this machine");
    }
    return url;
  }

  /** Returns whether nobody on the way can read or change what is sent: HTTPS, or loopback. */
  public static boolean isSecure(HttpUrl url) {
    return url.isHttps() || LOOPBACK.matcher(url.host()).matches();
  }
}
