package io.github.realtimekit.webhooks.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  private static final String PEM = Signers.FIRST.publicKeyPem();

  private static KeyPair pair(String algorithm, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static String pem(String type, Key key) {
    String base64 = Base64.getEncoder().encodeToString(key.getEncoded());
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----".formatted(type, base64);
  }

  @Test
  void readsLineBreaksOfEachKind() {
    var keys = Pem.publicKeys(PEM);
    assertThat(Pem.publicKeys(PEM.replace("\n", "\\n"))).isEqualTo(keys);
    assertThat(Pem.publicKeys(PEM.replace("\n", "\r\n"))).isEqualTo(keys);
    assertThat(Pem.publicKeys(PEM.replace("\n", "\\r\\n"))).isEqualTo(keys);
    assertThat(Pem.publicKeys(PEM.replace("\n", ""))).isEqualTo(keys);
    assertThat(Pem.publicKeys("a key:\n" + PEM + " \n")).isEqualTo(keys);
  }

  @Test
  void readsSeveralKeys() {
    String other = Signers.SECOND.publicKeyPem();
    assertThat(Pem.publicKeys(PEM + other)).hasSize(2);
    assertThat(Pem.publicKeys(PEM + other).get(1)).isEqualTo(Pem.publicKeys(other).get(0));
  }

  @Test
  void refusesShortKey() throws Exception {
    KeyPair pair = pair("RSA", 1024);
    assertThatThrownBy(() -> WebhookKeys.pinned(pem("PUBLIC KEY", pair.getPublic())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The RSA key has 1024 bits; at least 2048 are required");
    assertThatThrownBy(() -> DeliverySigner.fromPem(pem("PRIVATE KEY", pair.getPrivate())))
        .hasMessage("The RSA key has 1024 bits; at least 2048 are required");
  }

  @Test
  void refusesKeyOfAnotherKind() throws Exception {
    KeyPair pair = pair("EC", 256);
    assertThatThrownBy(() -> WebhookKeys.pinned(pem("PUBLIC KEY", pair.getPublic())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DeliverySigner.fromPem(pem("PRIVATE KEY", pair.getPrivate())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MIIB",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY----- -----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\n*\n-----END PUBLIC KEY-----",
        "-----BEGIN RSA PUBLIC KEY-----\nMIIB\n-----END RSA PUBLIC KEY-----"
      })
  void refusesTextThatIsNoKey(String text) {
    assertThatThrownBy(() -> WebhookKeys.pinned(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DeliverySigner.fromPem(text.replace("PUBLIC", "PRIVATE")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void needsKeys() {
    assertThatThrownBy(() -> WebhookKeys.pinned()).isInstanceOf(IllegalArgumentException.class);
  }
}
