package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** The page that shows the sandbox in a browser: one file, whose own script and style may run. */
final class Page {
  static final Response RESPONSE = response(resource());

  private Page() {}

  private static Response response(String html) {
    String policy =
        "default-src 'none'; connect-src 'self'; img-src data:; script-src "
            + hash(html, "script")
            + "; style-src "
            + hash(html, "style")
            + "; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";
    return new Response(
        200,
        Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Content-Security-Policy", policy,
            "Cross-Origin-Opener-Policy", "same-origin"),
        html,
        Duration.ZERO,
        false);
  }

  /** Returns what the policy allows: an element with exactly this content. */
  private static String hash(String html, String element) {
    int start = html.indexOf("<" + element + ">") + element.length() + 2;
    String content = html.substring(start, html.indexOf("</" + element + ">"));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource() {
    try (InputStream in = Page.class.getResourceAsStream("page.html")) {
      if (in == null) {
        throw new IllegalStateException("page.html is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
