package io.github.realtimekit.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {
  private static JsonNumber number(String literal) {
    return new JsonNumber(literal, false);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-05-28T07:01:53Z, 2022-05-28T07:01:53Z",
    "2022-05-28t07:01:53z, 2022-05-28T07:01:53Z",
    "2022-05-28 07:01:53.039051Z, 2022-05-28T07:01:53.039051Z",
    "2022-05-28 07:01:53+01:00, 2022-05-28T06:01:53Z",
    "2022-05-28T07:01:53.1234567891234Z, 2022-05-28T07:01:53.123456789Z",
    "2022-05-28T07:01Z, 2022-05-28T07:01:00Z",
  })
  void readsDateTimes(String text, Instant expected) {
    assertThat(Conversions.toInstant(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2022-05-28", "2022-05-28T07:01:53", "2022-05-28  07:01:53Z"})
  void readsNoOtherTextAsDateTime(String text) {
    assertThat(Conversions.toInstant(text)).isNull();
  }

  @Test
  void readsDates() {
    assertThat(Conversions.toLocalDate("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(Conversions.toLocalDate("2023-02-29")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7, 7, 7.0",
    "-0, 0, 0, 0.0",
    "7.00, 7, 7, 7.0",
    "7e2, 700, 700, 700.0",
    "7.5, , , 7.5",
    "2147483648, , 2147483648, 2147483648.0",
    "9223372036854775808, , , 9223372036854775808",
    "1e400, , , ",
    "1e999999999, , , ",
    "0e999999999, 0, 0, 0.0",
  })
  void convertsNumbersThatFit(
      String literal, @Nullable Integer integer, @Nullable Long number, @Nullable Double decimal) {
    assertThat(Conversions.toInteger(number(literal))).isEqualTo(integer);
    assertThat(Conversions.toLong(number(literal))).isEqualTo(number);
    assertThat(Conversions.toDouble(number(literal))).isEqualTo(decimal);
    assertThat(Conversions.toBigDecimal(number(literal))).isEqualTo(new BigDecimal(literal));
  }

  @Test
  void convertsNoNumberOfMoreDigitsThanAnyNeeds() {
    assertThat(Conversions.toLong(number("0." + "0".repeat(398)))).isZero();
    assertThat(Conversions.toLong(number("0." + "0".repeat(399)))).isNull();
    assertThat(Conversions.toBigDecimal(number("1".repeat(401)))).isNull();
  }

  @Test
  void convertsTheElementsOfListsAndMapsOfAnyDepth() {
    String text = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";
    UUID id = UUID.fromString(text);
    List<Map<String, @Nullable UUID>> list =
        Objects.requireNonNull(
            Conversions.each(
                List.of(Collections.singletonMap("a", null), Map.of("b", text)),
                Conversions::toUUID));
    assertThat(list).containsExactly(Collections.singletonMap("a", null), Map.of("b", id));
    List<@Nullable UUID> withNull =
        Objects.requireNonNull(Conversions.each(Arrays.asList(text, null), Conversions::toUUID));
    assertThat(withNull).containsExactly(id, null);
    Object broken = Conversions.each(Map.of("a", List.of(text, "b")), Conversions::toUUID);
    assertThat(broken).isNull();
    assertThatThrownBy(list.get(0)::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void readsAnyJsonAsMoshiDoes() {
    assertThat(Conversions.toObject(ByteString.encodeUtf8("{\"a\":[1.5,null,true]}")))
        .isEqualTo(Map.of("a", Arrays.asList(1.5, null, true)));
    assertThat(Conversions.toObject(ByteString.encodeUtf8("{\"a\":1,\"a\":2}"))).isNull();
    assertThat(Conversions.toObject(null)).isNull();
  }

  @Test
  void isANumberAsJavasAre() {
    Number number = number("-7.75");
    assertThat(number.intValue()).isEqualTo(-7);
    assertThat(number.longValue()).isEqualTo(-7);
    assertThat(number.floatValue()).isEqualTo(-7.75f);
    assertThat(number.doubleValue()).isEqualTo(-7.75);
  }

  @Test
  void hasNoNumberThatJsonCannotHave() {
    assertThat(JsonNumber.of(0.1))
        .isEqualTo(number("0.1"))
        .hasSameHashCodeAs(number("0.1"))
        .doesNotHaveSameHashCodeAs(number("0.2"));
    assertThat(JsonNumber.quoted(7L)).isNotEqualTo(number("7")).hasToString("7");
    assertThatThrownBy(() -> JsonNumber.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no number NaN");
  }
}
