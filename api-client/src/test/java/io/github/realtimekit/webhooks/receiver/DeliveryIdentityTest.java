package io.github.realtimekit.webhooks.receiver;

import static io.github.realtimekit.webhooks.receiver.ClaimsStore.delivery;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryIdentityTest {
  private static final String ID =
      "09cb03084a167340e671f2a1bf9e470408f64afafccef4b373c68ec379b844d0";
  private static final String FINGERPRINT =
      "5507c684d9e7eae1785679148f0cd65e92e2f846354d6e7b62476c324e8fd58d";

  /** SHA-256 of kind, webhook and value, a line each, as {@code sha256sum} makes it. */
  @Test
  void keysAreThoseThatOtherVersionsHaveStored() {
    assertThat(DeliveryIdentity.EITHER.keys(delivery("1", "a"))).containsExactly(ID, FINGERPRINT);
    assertThat(DeliveryIdentity.ID.keys(delivery("1", "a"))).containsExactly(ID);
    assertThat(DeliveryIdentity.FINGERPRINT.keys(delivery("1", "a"))).containsExactly(FINGERPRINT);
    assertThat(DeliveryIdentity.ID.keys(delivery(null, "a"))).containsExactly(FINGERPRINT);
    assertThat(DeliveryIdentity.EITHER.keys(delivery(null, "a"))).containsExactly(FINGERPRINT);
    assertThat(DeliveryIdentity.ID.keys(Delivery.of("1", null, "a".getBytes(UTF_8))))
        .containsExactly("f5507e60bca5dcfd427531dfa4273efa7438cbe38f5ed9849825cf7ab4145297");
  }

  @Test
  void webhookAndIdDoNotRunTogether() {
    byte[] body = "a".getBytes(UTF_8);
    assertThat(DeliveryIdentity.ID.keys(Delivery.of("23", "1", body)))
        .doesNotContainAnyElementsOf(
            DeliveryIdentity.ID.keys(Delivery.of("3", "12", body)).toList());
  }
}
