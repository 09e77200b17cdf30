package io.github.realtimekit.webhooks.cli.option;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Proxy that {@code HTTPS_PROXY} or {@code HTTP_PROXY} names, in upper or lower case. */
record EnvironmentProxy(String variable, URI url) {
  private static final int DEFAULT_PORT = 80;

  /**
   * Returns the proxy to reach a URL through; null if there is none, {@code NO_PROXY} excludes the
   * host, or the URL has no host.
   *
   * @throws IllegalArgumentException if the variable is not the URL of a proxy
   */
  static @Nullable EnvironmentProxy find(URI target, Map<String, String> environment) {
    if (target.getScheme() == null || target.getHost() == null) {
      return null;
    }
    String variable = target.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
    String value = value(environment, variable);
    if (value.isEmpty() || isExcluded(target.getHost(), value(environment, "NO_PROXY"))) {
      return null;
    }
    try {
      URI url = URI.create(value.contains("://") ? value : "http://" + value);
      if (url.getHost() != null && "http".equals(url.getScheme())) {
        return new EnvironmentProxy(variable, url);
      }
    } catch (IllegalArgumentException e) {
      // Not shown below: the value may hold a password.
    }
    throw new IllegalArgumentException(
        variable + " is not the URL of a proxy, such as http://proxy.example:3128");
  }

  private static String value(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name, "");
    return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
  }

  private static boolean isExcluded(String host, String list) {
    return Stream.of(list.toLowerCase(Locale.ROOT).split("[ ,]+"))
        .map(entry -> entry.replaceFirst("^\\*?\\.", "").replaceFirst("(?<=[^:]):\\d+$", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(
            entry ->
                entry.equals("*")
                    || host.equals(entry)
                    || host.endsWith("." + entry)
                    || (entry.contains("/") && isWithin(host, entry)));
  }

  /** Returns whether a host that is an address is in a network such as {@code 10.0.0.0/8}. */
  private static boolean isWithin(String host, String network) {
    String address = host.replaceAll("[\\[\\]]", "");
    if (!address.matches("[0-9.]+|[0-9a-f]*:[0-9a-f:.]*")) {
      return false;
    }
    try {
      String[] parts = network.split("/", 2);
      byte[] here = InetAddress.getByName(address).getAddress();
      byte[] there = InetAddress.getByName(parts[0]).getAddress();
      int rest = here.length * 8 - Integer.parseInt(parts[1]);
      return here.length == there.length
          && new BigInteger(1, here)
              .shiftRight(rest)
              .equals(new BigInteger(1, there).shiftRight(rest));
    } catch (UnknownHostException | NumberFormatException notNetwork) {
      return false;
    }
  }

  /** Returns the address without user and password. */
  @Override
  public String toString() {
    return url.getHost() + ":" + port() + " (" + variable + ")";
  }

  private int port() {
    return url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
  }

  void addTo(OkHttpClient.Builder http) {
    http.proxy(
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(url.getHost(), port())))
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
