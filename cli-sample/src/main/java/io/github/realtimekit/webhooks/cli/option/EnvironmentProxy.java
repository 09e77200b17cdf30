package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.cli.output.Console;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Proxy that {@code HTTPS_PROXY} or {@code HTTP_PROXY} names, in upper or lower case. */
record EnvironmentProxy(URI url) {
  private static final int DEFAULT_PORT = 80;

  /**
   * Returns the proxy to reach a URL through; null if there is none, {@code NO_PROXY} excludes the
   * host, or the URL has no host.
   *
   * @throws IllegalArgumentException if the variable does not name a host
   */
  static @Nullable EnvironmentProxy find(Console console, URI target) {
    if (target.getScheme() == null || target.getHost() == null) {
      return null;
    }
    String variable = target.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
    String value = variable(console, variable);
    if (value.isEmpty() || isExcluded(target.getHost(), variable(console, "NO_PROXY"))) {
      return null;
    }
    URI url = URI.create(value.contains("://") ? value : "http://" + value);
    if (url.getHost() == null) {
      throw new IllegalArgumentException(variable + " has no host: " + value);
    }
    return new EnvironmentProxy(url);
  }

  private static boolean isExcluded(String host, String list) {
    return Stream.of(list.toLowerCase(Locale.ROOT).split("[ ,]+"))
        .map(entry -> entry.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
  }

  private static String variable(Console console, String name) {
    String upper = console.variable(name);
    return upper.isEmpty() ? console.variable(name.toLowerCase(Locale.ROOT)) : upper;
  }

  void addTo(OkHttpClient.Builder http) {
    int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    http.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(url.getHost(), port)))
        .proxyAuthenticator((route, response) -> authenticate(response));
  }

  private @Nullable Request authenticate(Response response) {
    if (url.getUserInfo() == null || response.request().header("Proxy-Authorization") != null) {
      return null;
    }
    String[] user = (url.getUserInfo() + ":").split(":", 3);
    return response
        .request()
        .newBuilder()
        .header("Proxy-Authorization", Credentials.basic(user[0], user[1]))
        .build();
  }
}
