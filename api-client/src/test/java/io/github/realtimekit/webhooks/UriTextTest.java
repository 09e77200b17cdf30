package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not made into an object yet must be just what the JDK would make one of. */
class UriTextTest {
  @Property(tries = 5000)
  void takesAndRefusesWhatTheJdkDoes(@ForAll("texts") String text) {
    agree(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "https://",
        "https:///a",
        "http://-",
        "http://.",
        "http://a..b/../../c",
        "https://1.2.3.4.5/~a_b",
        "https://example.com:99999999999/",
        "https://a&b=c?d",
        "https://[::1]/",
        "https://[",
        "https://example.com/a b",
        "https://example.com/%zz",
        "https://bücher.example/ä",
        "ftp://a",
        "mailto:a@b",
        ""
      })
  void takesAndRefusesOddOnesAsTheJdk(String text) {
    agree(text);
  }

  @Test
  void checksWebAddressesWithoutMakingTheObject() {
    assertThat(UriText.isPlain("https://hooks.example.com/realtime-kit/v1.0/~a_B")).isTrue();
    assertThat(UriText.isPlain("http://localhost")).isTrue();
    assertThat(UriText.isPlain("https://example.com?a=b&c=/?")).isTrue();
  }

  @Test
  void isEqualWhereTheUrisAre() {
    UriText read = UriText.parse("https://example.com/A");
    assertThat(read)
        .isEqualTo(UriText.of(URI.create("HTTPS://EXAMPLE.COM/A")))
        .hasSameHashCodeAs(UriText.of(URI.create("HTTPS://EXAMPLE.COM/A")))
        .isNotEqualTo(UriText.parse("https://example.com/a"));
  }

  @Test
  void makesTheObjectOnce() {
    UriText read = UriText.parse("https://example.com");
    assertThat(read.uri()).isSameAs(read.uri());
  }

  private static void agree(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException refused) {
      assertThatThrownBy(() -> UriText.parse(text)).isInstanceOf(IllegalArgumentException.class);
      return;
    }
    assertThat(UriText.parse(text).uri()).isEqualTo(uri);
    assertThat(UriText.parse(text)).hasToString(text);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> rest =
        Arbitraries.strings().withChars("aZ09-._~/:?#[]@!$&'()*+,;=% \\ä\u0000").ofMaxLength(12);
    return Arbitraries.oneOf(
        rest.map(text -> "http://" + text), rest.map("https://"::concat), rest);
  }
}
