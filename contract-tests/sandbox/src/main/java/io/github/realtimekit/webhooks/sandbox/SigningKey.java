package io.github.realtimekit.webhooks.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The RSA key that signs deliveries. Thread-safe. */
final class SigningKey {
  private static final int BITS = 2048;

  /** Sandboxes of one process begin with one key, since to generate one takes long. */
  private static final class First {
    static final KeyPair PAIR = generate();
  }

  private @Nullable KeyPair rotated;

  /** Replaces the key by a new one. */
  synchronized void rotate() {
    rotated = generate();
  }

  /** Returns the SubjectPublicKeyInfo as PEM. */
  String publicKeyPem() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN PUBLIC KEY-----\n"
        + lines.encodeToString(pair().getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----";
  }

  /** Returns the RSASSA-PKCS1-v1_5 signature with SHA-256, in Base64. */
  String sign(byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair().getPrivate());
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized KeyPair pair() {
    return rotated == null ? First.PAIR : rotated;
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
