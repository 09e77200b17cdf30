package io.github.realtimekit.webhooks.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.github.realtimekit.webhooks.sandbox.Response.ErrorResponseException;
import java.util.regex.Pattern;

/**
 * Rejects what a page of another origin makes a browser send, since the sandbox's own endpoints ask
 * for no token: hosts that are names of others, which may be rebound to this address, and posts
 * that are cross-origin or are not JSON, which a form can send.
 */
final class BrowserGuard {
  /** No name of another: an address cannot be rebound, and localhost is this machine. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(([^:]*\\.)?localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+])",
          Pattern.CASE_INSENSITIVE);

  private final String ownHost;

  /** Creates a guard that accepts this name, too. */
  BrowserGuard(String ownHost) {
    this.ownHost = ownHost;
  }

  /**
   * Checks the header fields of a request.
   *
   * @throws ErrorResponseException if it may come from another origin
   */
  void check(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String authority = first(headers, "Host");
    String host = authority.replaceFirst(":\\d+$", "");
    if (!ADDRESS.matcher(host).matches() && !host.equalsIgnoreCase(ownHost)) {
      throw error(
          403,
          "the sandbox has no host \""
              + host
              + "\"; use its IP address, localhost or the name given as --host");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return;
    }
    String origin = first(headers, "Origin");
    String site = first(headers, "Sec-Fetch-Site");
    if (!(origin.isEmpty() || origin.equalsIgnoreCase("http://" + authority))
        || !(site.isEmpty() || site.equals("same-origin") || site.equals("none"))) {
      throw error(
          403,
          "a page of another origin cannot post, here \""
              + origin
              + "\"; use the sandbox's own page, or send no Origin");
    }
    String contentType = first(headers, "Content-Type");
    if (!contentType.replaceFirst("\\s*;.*", "").equalsIgnoreCase("application/json")) {
      throw error(
          415,
          "the content type must be application/json, as curl --json sends, not: \""
              + contentType
              + '"');
    }
  }

  private static String first(Headers headers, String name) {
    String value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  private static ErrorResponseException error(int status, String message) {
    return new ErrorResponseException(ControlHandler.error(status, message));
  }
}
