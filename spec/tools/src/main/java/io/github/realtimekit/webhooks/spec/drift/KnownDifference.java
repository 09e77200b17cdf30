package io.github.realtimekit.webhooks.spec.drift;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A row of SOURCES.md about a reviewed difference from the vendor's OpenAPI. */
record KnownDifference(String pattern, String why) {
  private static final String HEADING = "\n## Where the YAML departs from the vendor's OpenAPI";
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|$");

  static List<KnownDifference> of(String markdown) {
    int start = markdown.indexOf(HEADING);
    return ROW.matcher(markdown.substring(start)).results().map(KnownDifference::of).toList();
  }

  private static KnownDifference of(MatchResult row) {
    return new KnownDifference(row.group(1), row.group(2));
  }

  /** {@code *} in the pattern stands for anything. */
  boolean fits(String line) {
    return line.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"));
  }
}
