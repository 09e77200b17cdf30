package io.github.realtimekit.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads and writes date-times of RFC 3339. In the usual form they are read digit by digit, since
 * the JDK's parser takes longer and allocates more than all else in an answer together; whatever is
 * unusual is left to the JDK.
 */
final class Timestamps {
  private static final int SECONDS_A_DAY = 86_400;
  private static final int MAX_OFFSET = 18 * 3600;
  private static final long FIRST = -62_167_219_200L; // 0000-01-01T00:00:00Z
  private static final long LAST = 253_402_300_799L; // 9999-12-31T23:59:59Z

  private Timestamps() {}

  /**
   * The instant, to nine digits of its fraction.
   *
   * @throws DateTimeException if the text is no date-time with an offset
   */
  static Instant parse(String text) {
    int length = text.length();
    if (length < 20
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || (text.charAt(10) | 0x20) != 't'
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

  /** The seconds that the rest of the text, from there on, is ahead of UTC; too many if unusual. */
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

  /** Two digits; negative if they are none. */
  private static int number(String text, int at) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Instant parseUnusual(String text) {
    return OffsetDateTime.parse(text.replaceFirst("(\\.\\d{9})\\d+", "$1")).toInstant();
  }

  /** The same text as {@link Instant#toString()}. */
  static String format(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (seconds < FIRST || seconds > LAST) {
      return instant.toString();
    }
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_A_DAY));
    int ofDay = Math.floorMod(seconds, SECONDS_A_DAY);
    int nanos = instant.getNano();
    int digits = nanos == 0 ? 0 : nanos % 1_000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
    byte[] text = new byte[digits == 0 ? 20 : 21 + digits];
    put(text, 0, date.getYear() / 100, '0');
    put(text, 2, date.getYear() % 100, '-');
    put(text, 5, date.getMonthValue(), '-');
    put(text, 8, date.getDayOfMonth(), 'T');
    put(text, 11, ofDay / 3600, ':');
    put(text, 14, ofDay / 60 % 60, ':');
    put(text, 17, ofDay % 60, '.');
    for (int at = 19 + digits, rest = nanos / power(9 - digits); at > 19; at--, rest /= 10) {
      text[at] = (byte) ('0' + rest % 10);
    }
    text[text.length - 1] = 'Z';
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void put(byte[] text, int at, int number, char after) {
    text[at] = (byte) ('0' + number / 10);
    text[at + 1] = (byte) ('0' + number % 10);
    text[at + 2] = (byte) after;
  }

  private static int power(int digits) {
    return digits == 0 ? 1 : digits == 3 ? 1000 : digits == 6 ? 1_000_000 : 1_000_000_000;
  }
}
