package io.github.realtimekit.webhooks.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides the API token in text, also where JSON or a URL escapes some of its characters.
 * Thread-safe.
 */
public final class TokenMask {
  private static final String MASK = "[token]";

  /** Skips positions after a backslash, to avoid quadratic backtracking. */
  private static final String START = "(?<!\\\\)";

  /** Shorter prefixes of the token at the end of a text are left. */
  private static final int MIN_PREFIX = 4;

  private final Pattern token;
  private final int longest;

  public TokenMask(String apiToken) {
    this.token =
        Pattern.compile(
            START
                + apiToken.chars().mapToObj(TokenMask::escapedForms).collect(Collectors.joining()));
    this.longest = apiToken.length() * 8;
  }

  /** Matches a character as it is, after backslashes, as \\u0041 or as %41. */
  private static String escapedForms(int c) {
    String hex = "(?i:" + Integer.toHexString(c) + ")";
    return "(?:\\\\*" + Pattern.quote(Character.toString(c)) + "|\\\\+u00" + hex + "|%" + hex + ")";
  }

  /** Returns the text without the token. */
  public String mask(String text) {
    return token.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
  }

  /** Returns the text, which may have been truncated, without the token or its start at the end. */
  public String maskTruncated(String text) {
    String masked = mask(text);
    Matcher start = token.matcher(masked);
    for (int i = Math.max(0, masked.length() - longest); i <= masked.length() - MIN_PREFIX; i++) {
      if (!start.region(i, masked.length()).lookingAt() && start.hitEnd()) {
        return masked.substring(0, i) + MASK;
      }
    }
    return masked;
  }
}
