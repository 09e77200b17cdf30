package io.github.realtimekit.webhooks.sandbox;

import io.github.realtimekit.webhooks.sandbox.Response.ErrorResponseException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accepts one bearer token. The edge responds to a missing or malformed header, with 400. */
final class Credentials {
  /** Characters that RFC 6750 allows in a bearer token. */
  static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final Pattern BEARER =
      Pattern.compile("bearer +(" + TOKEN.pattern() + ")", Pattern.CASE_INSENSITIVE);
  private static final Set<String> EDIT_AND_DELETE = Set.of("PATCH", "DELETE");

  private final String token;

  Credentials(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }

  void check(@Nullable String authorization, String method) {
    if (authorization == null) {
      throw new ErrorResponseException(Response.named("missing credentials"));
    }
    Matcher bearer = BEARER.matcher(authorization);
    if (!bearer.matches()) {
      throw new ErrorResponseException(Response.named("malformed token"));
    }
    if (!token.equals(bearer.group(1))) {
      throw new ErrorResponseException(
          Response.named(
              EDIT_AND_DELETE.contains(method)
                  ? "documented 401 of edit and delete"
                  : "documented 401"));
    }
  }
}
