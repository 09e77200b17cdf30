package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.output.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;

/**
 * Finds out why a signature does not match. An RSA signature can be opened with the public key, and
 * then shows the SHA-256 of the body that was signed.
 */
final class SignatureDiagnosis {
  private static final int SHA256_BYTES = 32;

  /** Prefix of the hash in a signature of PKCS #1 version 1.5: the name of SHA-256 in ASN.1. */
  private static final byte[] SHA256_PREFIX =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");

  private SignatureDiagnosis() {}

  static String of(byte[] body, String signature, RSAPublicKey key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(signature.strip());
    } catch (IllegalArgumentException e) {
      return "the signature is not Base64 (%s). Is its end cut off?".formatted(e.getMessage());
    }
    int length = (key.getModulus().bitLength() + 7) / 8;
    if (bytes.length != length) {
      return "the signature has %d bytes instead of %d. Is its end cut off, or the key another?"
          .formatted(bytes.length, length);
    }
    byte[] opened =
        new BigInteger(1, bytes).modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
    int prefix = opened.length - SHA256_BYTES - SHA256_PREFIX.length;
    if (prefix < 0
        || !Arrays.equals(
            SHA256_PREFIX, Arrays.copyOfRange(opened, prefix, opened.length - SHA256_BYTES))) {
      return "the signature was made with another key.";
    }
    return changed(body, ByteString.of(opened, opened.length - SHA256_BYTES, SHA256_BYTES).hex());
  }

  private static String changed(byte[] body, String signedHash) {
    for (Map.Entry<String, byte[]> variant : variants(body).entrySet()) {
      if (ByteString.of(variant.getValue()).sha256().hex().equals(signedHash)) {
        return "the body was changed after it was signed: the signature matches it "
            + variant.getKey()
            + ". Verify the bytes as they come, before parsing.";
      }
    }
    return "the key is right, but another body was signed, with the SHA-256 %s instead of %s. Was it parsed and written again?"
        .formatted(signedHash, ByteString.of(body).sha256().hex());
  }

  private static Map<String, byte[]> variants(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    Map<String, byte[]> variants = new LinkedHashMap<>();
    put(variants, "without the line break at its end", text.stripTrailing());
    put(variants, "with a line break at its end", text + "\n");
    put(variants, "with other line breaks", text.replace("\r\n", "\n"));
    put(variants, "without spaces between its fields", Json.compact(text));
    return variants;
  }

  private static void put(Map<String, byte[]> variants, String name, String text) {
    variants.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
