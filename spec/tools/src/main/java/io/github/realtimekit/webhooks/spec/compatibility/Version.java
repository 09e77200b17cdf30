package io.github.realtimekit.webhooks.spec.compatibility;

import io.github.realtimekit.webhooks.spec.compatibility.Verdict.Level;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the spec, by the rules of semantic versioning. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern THREE_NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

  static Version of(String text) {
    Matcher numbers = THREE_NUMBERS.matcher(text);
    if (!numbers.matches()) {
      throw new IllegalArgumentException("Not a version of three numbers, like 1.2.3: " + text);
    }
    return new Version(
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        Integer.parseInt(numbers.group(3)));
  }

  /** Returns the lowest version that may follow this one with changes of that level. */
  Version next(Level level) {
    return switch (level) {
      case NONE -> this;
      case TEXT -> new Version(major, minor, patch + 1);
      case ADDITION -> new Version(major, minor + 1, 0);
      case BREAKING -> new Version(major + 1, 0, 0);
    };
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparingInt(Version::major)
        .thenComparingInt(Version::minor)
        .thenComparingInt(Version::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
