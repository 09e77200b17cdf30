package io.github.realtimekit.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenMaskTest {
  @ParameterizedTest
  @CsvSource({
    "a secret token-1234, a secret [token]",
    "a secret token-1234., a secret [token].",
    "token-1234 and token-1234 again, [token] and [token] again",
    "cut token-123, cut [token]",
    "cut toke, cut [token]",
    "cut tok, cut tok",
    "token-123 is another, token-123 is another"
  })
  void masksTokenAndItsStartAtTheEnd(String text, String masked) {
    assertThat(new TokenMask("token-1234").maskTruncated(text)).isEqualTo(masked);
  }
}
