package io.github.realtimekit.webhooks.spec.compatibility;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Direction;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A row of {@code verdicts.yaml}: how big a difference is, whom it breaks and what to do instead.
 */
public record Verdict(
    List<Kind> kinds,
    Direction in,
    List<String> change,
    String where,
    Level level,
    String breaks,
    String instead,
    String note) {

  /** Size of a change, in the order of the version number that each asks for. */
  public enum Level {
    NONE,
    TEXT,
    ADDITION,
    BREAKING
  }

  private static final List<Verdict> ALL = read();

  static Verdict of(Difference difference) {
    return ALL.stream()
        .filter(verdict -> verdict.fits(difference))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("verdicts.yaml has no row for " + difference));
  }

  private boolean fits(Difference difference) {
    return kinds.contains(difference.kind())
        && (in == null || in == difference.direction())
        && (change == null || change.contains(difference.change()))
        && (where == null || difference.where().matches(where));
  }

  private static List<Verdict> read() {
    try (InputStream in = Verdict.class.getResourceAsStream("/verdicts.yaml")) {
      return new YAMLMapper().readValue(in, new TypeReference<List<Verdict>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
