package io.github.realtimekit.webhooks;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where the API is: a URL to which paths are appended, and to which a token may be sent. */
final class BaseUrl {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|::1");

  private BaseUrl() {}

  static HttpUrl parse(String text) {
    HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
    if (url == null
        || url.query() != null
        || url.fragment() != null
        || !url.username().isEmpty()
        || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "The base URL must be of the form https://host/path, without user, query or fragment");
    }
    if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
      throw new IllegalArgumentException(
          "The base URL %s would send the token in the clear: use https, or a host on this machine"
              .formatted(url));
    }
    return url;
  }
}
