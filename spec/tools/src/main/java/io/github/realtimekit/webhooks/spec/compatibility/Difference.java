package io.github.realtimekit.webhooks.spec.compatibility;

import java.util.Locale;

/**
 * A difference between two specs.
 *
 * @param direction whether it concerns requests or responses, as far as that matters
 * @param change how it differs, in the words of {@code verdicts.yaml}
 * @param where an operation, one of its parts, or a field, by the names of the earlier spec
 * @param before what the earlier spec says, empty if nothing
 * @param after what the later spec says, empty if nothing
 */
public record Difference(
    Kind kind, Direction direction, String change, String where, String before, String after) {

  public enum Direction {
    REQUEST,
    RESPONSE,
    NEITHER
  }

  public enum Kind {
    SERVER,
    OPERATION,
    OPERATION_ID,
    CALLBACK,
    TAG,
    SECURITY,
    NAME,
    ORDER,
    SIGNATURE,
    PARAMETER,
    BODY,
    MEDIA_TYPE,
    STATUS,
    HEADER,
    SCHEMA,
    SCHEMA_NAME,
    EXTENSION,
    FIELD,
    FIELD_ORDER,
    REQUIRED,
    TYPE,
    NULLABLE,
    VALUE,
    DISCRIMINATOR,
    MEMBER,
    DEFAULT,
    LIMIT,
    DEPRECATED,
    KEYWORD;

    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public static Difference of(
      Kind kind, Direction direction, String where, String before, String after) {
    String change = before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
    return new Difference(kind, direction, change, where, before, after);
  }

  /** Subject of the difference, for people and for patterns of known differences. */
  public String subject() {
    return kind.words() + " " + where;
  }

  public String values() {
    return before.isEmpty() || after.isEmpty() ? before + after : "from " + before + " to " + after;
  }
}
