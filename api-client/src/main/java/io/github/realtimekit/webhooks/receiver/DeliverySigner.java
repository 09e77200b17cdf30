package io.github.realtimekit.webhooks.receiver;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Signs deliveries as RealtimeKit does, for your tests: pass {@link #publicKeyPem()} to {@link
 * WebhookKeys#pinned}. Immutable and thread-safe.
 */
public final class DeliverySigner {
  private final RSAPrivateCrtKey privateKey;
  private final RSAPublicKey publicKey;

  private DeliverySigner(RSAPrivateCrtKey privateKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey(privateKey.getModulus(), privateKey.getPublicExponent());
  }

  /** Returns a signer with a new RSA key of 2048 bits. */
  public static DeliverySigner generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new DeliverySigner((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Each Java platform has it.
    }
  }

  /**
   * Returns a signer with the key of a PEM text, as {@code openssl genpkey -algorithm RSA} writes
   * it.
   *
   * @param pem a block {@code PRIVATE KEY} (PKCS #8)
   * @throws IllegalArgumentException if there is none, or it is not RSA or has less than 2048 bits
   */
  public static DeliverySigner fromPem(String pem) {
    return new DeliverySigner(Pem.privateKey(pem));
  }

  /** Returns the public key as PEM. */
  public String publicKeyPem() {
    return Pem.write(publicKey);
  }

  /** Returns the headers of a delivery of this body to this webhook, with a random id. */
  public Map<String, String> headers(byte[] body, String webhookId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("rtk-signature", Base64.getEncoder().encodeToString(sign(body)));
    headers.put("rtk-uuid", UUID.randomUUID().toString());
    headers.put("rtk-webhook-id", webhookId);
    return headers;
  }

  private byte[] sign(byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey);
      signature.update(body);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Each Java platform has it, for RSA keys.
    }
  }

  private static RSAPublicKey publicKey(BigInteger modulus, BigInteger exponent) {
    try {
      return (RSAPublicKey) Pem.rsa().generatePublic(new RSAPublicKeySpec(modulus, exponent));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not an RSA key", e);
    }
  }
}
