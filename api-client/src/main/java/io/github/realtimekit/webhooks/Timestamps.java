package io.github.realtimekit.webhooks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Parses date-times of RFC 3339. The usual form is parsed digit by digit, because the JDK's parser
 * takes more time and memory than the rest of a response together; any other form is left to the
 * JDK.
 */
final class Timestamps {
  private static final int SECONDS_A_DAY = 86_400;
  private static final int MAX_OFFSET = 18 * 3600;

  private Timestamps() {}

  /**
   * Parses a date-time; digits after the ninth of a fraction are dropped.
   *
   * @throws DateTimeException if the text is not a date-time with an offset
   */
  static Instant parse(String text) {
    int length = text.length();
    if (length < 20
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || !isSeparator(text.charAt(10))
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return parseUnusual(text);
    }
    int century = number(text, 0);
    int year = number(text, 2);
    int month = number(text, 5);
    int dayOfMonth = number(text, 8);
    int hour = number(text, 11);
    int minute = number(text, 14);
    int second = number(text, 17);
    if ((century | year | month | dayOfMonth | hour | minute | second) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return parseUnusual(text);
    }
    int at = 19;
    int nanos = 0;
    if (text.charAt(at) == '.') {
      int unit = 100_000_000;
      while (++at < length && isDigit(text.charAt(at))) {
        nanos += (text.charAt(at) - '0') * unit;
        unit /= 10;
      }
    }
    int offset = offset(text, at);
    if (offset > MAX_OFFSET || at == 20) {
      return parseUnusual(text);
    }
    int ofDay = hour * 3600 + minute * 60 + second - offset;
    long day = LocalDate.of(century * 100 + year, month, dayOfMonth).toEpochDay();
    return Instant.ofEpochSecond(day * SECONDS_A_DAY + ofDay, nanos);
  }

  /** Parses the offset from UTC in seconds; returns a value above the maximum if it is unusual. */
  private static int offset(String text, int at) {
    int left = text.length() - at;
    if (left == 1 && (text.charAt(at) | 0x20) == 'z') {
      return 0;
    }
    if (left == 6 && text.charAt(at + 3) == ':') {
      int hours = number(text, at + 1);
      int minutes = number(text, at + 4);
      int seconds = hours * 3600 + minutes * 60;
      char sign = text.charAt(at);
      if ((hours | minutes) >= 0 && minutes < 60 && seconds <= MAX_OFFSET) {
        return sign == '+' ? seconds : sign == '-' ? -seconds : Integer.MAX_VALUE;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Parses two digits; returns -1 if they are not digits. */
  private static int number(String text, int at) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
  }

  /** RFC 3339 allows a space for the T. */
  private static boolean isSeparator(char c) {
    return c == 'T' || c == 't' || c == ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Instant parseUnusual(String text) {
    String withT = text.replaceFirst("^(.{10}) ", "$1T");
    return OffsetDateTime.parse(withT.replaceFirst("(\\.\\d{9})\\d+", "$1")).toInstant();
  }
}
