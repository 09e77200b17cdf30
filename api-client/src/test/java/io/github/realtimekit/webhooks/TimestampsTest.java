package io.github.realtimekit.webhooks;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing digit by digit must accept and reject the same text as the JDK. */
class TimestampsTest {
  @Property
  void parsesAsTheJdk(@ForAll("texts") String text) {
    agree(text);
  }

  /** Most of these are no date-times, by one character. */
  @Property
  void parsesBrokenTextAsTheJdk(
      @ForAll("texts") String text,
      @ForAll @IntRange(max = 34) int at,
      @ForAll("characters") String inserted,
      @ForAll @IntRange(max = 2) int removed) {
    int start = Math.min(at, text.length());
    int end = Math.min(start + removed, text.length());
    agree(text.substring(0, start) + inserted + text.substring(end));
  }

  @Property
  void parsesWhatInstantsPrint(@ForAll("instants") Instant instant) {
    assertThat(Timestamps.parse(instant.toString())).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-05-28T07:01Z",
        "2022-05-28T07:01+01:00",
        "2022-05-28T07:01:53.Z",
        "2022-05-28T07:01:53.",
        "2022-05-28T07:01:53..1Z",
        "2022-05-28T07:01:53,5Z",
        "2022-05-28T07:01:60Z",
        "2022-05-28T24:00:00Z",
        "2022-05-28 07:01:53Z",
        "2022-05-28T07:01:53+01",
        "2022-05-28T07:01:53+0100",
        "2022-05-28T07:01:53+01:00:30",
        "2022-05-28T07:01:53+18:00",
        "2022-05-28T07:01:53-18:00",
        "2022-05-28T07:01:53+18:01",
        "2022-05-28T07:01:53+19:00",
        "2022-05-28T07:01:53-00:00",
        "2022-05-28T07:01:53+00:60",
        "2022-05-28T07:01:53+05x00",
        "2022-05-28T07:01:53+05:30:15",
        "2022-05-28T07:01:53.5+0530",
        "2022-05-28T07:01:53*01:00",
        "2022-05-28T07:01:53Z[Europe/Paris]",
        "+12022-05-28T07:01:53Z",
        "-0001-05-28T07:01:53Z",
        "0000-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z",
        "2022-00-10T00:00:00Z",
        "2022-10-00T00:00:00Z",
        "2022-04-31T00:00:00Z",
        "a022-05-28T07:01:53Z",
        "20a2-05-28T07:01:53Z",
        "٢٠٢٢-05-28T07:01:53Z",
        "2022-05-28T07:01:53.٥Z",
        "2022-05-28T07:01:53.9999999999999999999999999999999999999Z"
      })
  void parsesOddTextAsTheJdk(String text) {
    agree(text);
  }

  private static void agree(String text) {
    Instant expected;
    try {
      String withT = text.replaceFirst("^(.{10}) ", "$1T"); // RFC 3339 allows a space.
      expected = OffsetDateTime.parse(withT.replaceFirst("(\\.\\d{9})\\d+", "$1")).toInstant();
    } catch (DateTimeException e) {
      assertThatThrownBy(() -> Timestamps.parse(text), text).isInstanceOf(DateTimeException.class);
      return;
    }
    assertThat(Timestamps.parse(text)).as(text).isEqualTo(expected);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.longs().between(-62_167_219_200L, 253_402_300_799L),
                Arbitraries.longs()
                    .between(
                        LocalDateTime.MIN.toEpochSecond(UTC),
                        LocalDateTime.MAX.toEpochSecond(UTC))),
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 999_999_999),
                Arbitraries.integers().between(0, 999).map(millis -> millis * 1_000_000),
                Arbitraries.integers().between(0, 999_999).map(micros -> micros * 1_000)))
        .as(Instant::ofEpochSecond);
  }

  /** Each part a little too large at times. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> dates =
        Combinators.combine(numbers(0, 9999, 4), numbers(0, 13, 2), numbers(0, 32, 2))
            .as((year, month, day) -> year + "-" + month + "-" + day);
    Arbitrary<String> times =
        Combinators.combine(numbers(0, 24, 2), numbers(0, 60, 2), numbers(0, 60, 2))
            .as((hour, minute, second) -> hour + ":" + minute + ":" + second);
    Arbitrary<String> fractions =
        Arbitraries.strings().numeric().ofMaxLength(12).map(d -> d.isEmpty() ? "" : "." + d);
    Arbitrary<String> offsets =
        Arbitraries.oneOf(
            Arbitraries.of("Z", "z", ""),
            Combinators.combine(Arbitraries.of("+", "-"), numbers(0, 19, 2), numbers(0, 60, 2))
                .as((sign, hours, minutes) -> sign + hours + ":" + minutes));
    return Combinators.combine(dates, Arbitraries.of("T", "t"), times, fractions, offsets)
        .as((date, t, time, fraction, offset) -> date + t + time + fraction + offset);
  }

  @Provide
  Arbitrary<String> characters() {
    return Arbitraries.of("", "0", "9", "-", "+", ":", ".", "T", "Z", " ", "x", "٣", "/", "\n");
  }

  private static Arbitrary<String> numbers(int from, int to, int digits) {
    return Arbitraries.integers()
        .between(from, to)
        .map(number -> String.format("%0" + digits + "d", number));
  }
}
