package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The RSA key that signs deliveries, and what its endpoint responds with. Thread-safe. */
final class SigningKey {
  static final String PATH = "/.well-known/webhooks.json";

  private static final int BITS = 2048;

  /** Sandboxes of one process begin with one key, since to generate one takes long. */
  private static final class First {
    static final KeyPair PAIR = generate();
  }

  private @Nullable KeyPair rotated;
  private volatile boolean endpointDown;

  /** Makes the endpoint fail, or work again. */
  void endpointDown(boolean down) {
    endpointDown = down;
  }

  Response published() {
    if (endpointDown) {
      return Response.empty(503);
    }
    ObjectNode body = Json.object().put("success", true);
    body.putObject("data").put("publicKey", publicKeyPem());
    return Response.json(200, body.put("message", ""));
  }

  /** Returns the fingerprint of the key, and whether the endpoint is down. */
  ObjectNode state() {
    return Json.object().put("fingerprint", fingerprint()).put("endpoint_down", endpointDown);
  }

  /** Returns the start of the SHA-256 of the SubjectPublicKeyInfo. */
  private String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(pair().getPublic().getEncoded());
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces the key by a new one. */
  synchronized void rotate() {
    rotated = generate();
  }

  /** Returns the SubjectPublicKeyInfo as PEM. */
  private String publicKeyPem() {
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
