package io.github.realtimekit.webhooks.internal;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number as JSON has it, digit by digit, and converted only when a caller asks for its value. It
 * is quoted if it is a string of digits, as JSON has numbers beyond 53 bits.
 */
public final class JsonNumber extends Number {
  private static final long serialVersionUID = 1L;

  /** Longer numbers are not converted, since that takes quadratic time; this API has none. */
  private static final int MAX_LENGTH = 400;

  private final String literal;
  private final boolean quoted;

  JsonNumber(String literal, boolean quoted) {
    this.literal = literal;
    this.quoted = quoted;
  }

  /**
   * Returns the number for a value.
   *
   * @throws IllegalArgumentException if it is infinite or not a number, which JSON cannot have
   */
  public static JsonNumber of(Number value) {
    if (value instanceof Double && !Double.isFinite(value.doubleValue())) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    return new JsonNumber(value.toString(), false);
  }

  /** Returns the string of digits for a value. */
  public static JsonNumber quoted(Long value) {
    return new JsonNumber(value.toString(), true);
  }

  boolean isQuoted() {
    return quoted;
  }

  /** Returns the exact value, or null if the text is too long or, in quotes, no number. */
  @Nullable BigDecimal toBigDecimal() {
    try {
      return literal.length() > MAX_LENGTH ? null : new BigDecimal(literal);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public int intValue() {
    return (int) doubleValue();
  }

  @Override
  public long longValue() {
    return (long) doubleValue();
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(literal);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonNumber that
        && quoted == that.quoted
        && literal.equals(that.literal);
  }

  @Override
  public int hashCode() {
    return Objects.hash(literal, quoted);
  }

  /** Returns the digits as they are in JSON. */
  @Override
  public String toString() {
    return literal;
  }
}
