package io.github.realtimekit.webhooks.receiver;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** RSA keys as PEM text: SubjectPublicKeyInfo and PKCS #8. */
final class Pem {
  private static final int MIN_BITS = 2048;

  /** Line breaks, some of them as the two characters that JSON or a shell escapes them with. */
  private static final Pattern BREAKS = Pattern.compile("\\s|\\\\[nr]");

  private Pem() {}

  /**
   * Reads all public keys of the text.
   *
   * @throws IllegalArgumentException if there is none, or one that is not RSA or below 2048 bits
   */
  static List<RSAPublicKey> publicKeys(String text) {
    return blocks("PUBLIC KEY", text).stream().map(Pem::publicKey).toList();
  }

  /**
   * Reads the public keys of the text that can be used.
   *
   * @throws IllegalArgumentException if there is none
   */
  static List<RSAPublicKey> usablePublicKeys(String text) {
    List<RSAPublicKey> keys = new ArrayList<>();
    IllegalArgumentException unusable = null;
    for (String block : blocks("PUBLIC KEY", text)) {
      try {
        keys.add(publicKey(block));
      } catch (IllegalArgumentException e) {
        unusable = e;
      }
    }
    if (unusable != null && keys.isEmpty()) {
      throw unusable;
    }
    return keys;
  }

  private static RSAPublicKey publicKey(String base64) {
    return check(key(RSAPublicKey.class, new X509EncodedKeySpec(decode(base64))));
  }

  /**
   * Reads the private key of the text.
   *
   * @throws IllegalArgumentException if there is none, or it is not RSA or below 2048 bits
   */
  static RSAPrivateCrtKey privateKey(String text) {
    byte[] der = decode(blocks("PRIVATE KEY", text).get(0));
    return check(key(RSAPrivateCrtKey.class, new PKCS8EncodedKeySpec(der)));
  }

  static String write(RSAPublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()));
  }

  static KeyFactory rsa() {
    try {
      return KeyFactory.getInstance("RSA");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Each Java platform has it.
    }
  }

  private static byte[] decode(String base64) {
    return Base64.getDecoder().decode(BREAKS.matcher(base64).replaceAll(""));
  }

  /** Returns what stands between the lines that begin and end a block. */
  private static List<String> blocks(String type, String text) {
    Pattern block =
        Pattern.compile(
            "-----BEGIN %1$s-----(.*?)-----END %1$s-----".formatted(type), Pattern.DOTALL);
    List<String> blocks = block.matcher(text).results().map(match -> match.group(1)).toList();
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("No PEM block of type " + type);
    }
    return blocks;
  }

  private static <K> K key(Class<K> type, KeySpec spec) {
    try {
      return type.cast(
          spec instanceof X509EncodedKeySpec
              ? rsa().generatePublic(spec)
              : rsa().generatePrivate(spec));
    } catch (GeneralSecurityException | ClassCastException e) {
      throw new IllegalArgumentException("Not an RSA key", e);
    }
  }

  private static <K extends RSAKey> K check(K key) {
    int bits = key.getModulus().bitLength();
    if (bits < MIN_BITS) {
      throw new IllegalArgumentException(
          "The RSA key has %d bits; at least %d are required".formatted(bits, MIN_BITS));
    }
    return key;
  }
}
