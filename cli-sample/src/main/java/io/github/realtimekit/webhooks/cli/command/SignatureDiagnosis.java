package io.github.realtimekit.webhooks.cli.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import okio.ByteString;

/**
 * Finds out why a signature does not match. An RSA signature can be opened with the public key, and
 * then shows the SHA-256 of the body that was signed.
 */
final class SignatureDiagnosis {
  /** Prefixes of the hash in a signature of PKCS #1 version 1.5: the name of it in ASN.1. */
  private static final byte[] SHA256_PREFIX =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");

  private static final byte[] SHA1_PREFIX =
      HexFormat.of().parseHex("3021300906052b0e03021a05000414");

  private static final byte[] UTF8_BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final int MAX_UNZIPPED = 1 << 24;

  private final byte[] body;
  private final RSAPublicKey key;

  private SignatureDiagnosis(byte[] body, RSAPublicKey key) {
    this.body = body;
    this.key = key;
  }

  /** Returns the cause, as the rest of a sentence. */
  static String of(byte[] body, String signature, String pem) {
    SignatureDiagnosis diagnosis = new SignatureDiagnosis(body, publicKey(pem));
    String oneLine = signature.replaceAll("\\s", "");
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(oneLine);
    } catch (IllegalArgumentException e) {
      return "the signature is not Base64 (%s). It may be truncated.".formatted(e.getMessage());
    }
    return oneLine.equals(signature.strip())
        ? diagnosis.of(bytes)
        : "the signature is folded: it has spaces or line breaks within it. Without them, "
            + diagnosis.of(bytes);
  }

  private static RSAPublicKey publicKey(String pem) {
    try {
      String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not the public key of RSA", e);
    }
  }

  private String of(byte[] signature) {
    int length = (key.getModulus().bitLength() + 7) / 8;
    if (signature.length != length) {
      return "the signature has %d bytes instead of %d: it is truncated, or a different key was used."
          .formatted(signature.length, length);
    }
    byte[] opened =
        new BigInteger(1, signature)
            .modPow(key.getPublicExponent(), key.getModulus())
            .toByteArray();
    if (endsWithHash(opened, SHA1_PREFIX, 20)) {
      return "it was made with SHA-1; RealtimeKit signs with SHA-256.";
    }
    if (isPss(signature)) {
      return "it was made with RSASSA-PSS; RealtimeKit signs with RSASSA-PKCS1-v1_5.";
    }
    if (!endsWithHash(opened, SHA256_PREFIX, 32)) {
      return "the signature was made with a different key.";
    }
    return changed(ByteString.of(opened, opened.length - 32, 32));
  }

  private static boolean endsWithHash(byte[] opened, byte[] prefix, int hashLength) {
    int start = opened.length - hashLength - prefix.length;
    return start >= 0
        && Arrays.equals(prefix, Arrays.copyOfRange(opened, start, opened.length - hashLength));
  }

  private boolean isPss(byte[] signature) {
    try {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      pss.initVerify(key);
      pss.update(body);
      return pss.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private String changed(ByteString signedHash) {
    for (Map.Entry<String, byte[]> variant : variants().entrySet()) {
      if (ByteString.of(variant.getValue()).sha256().equals(signedHash)) {
        return variant.getKey().equals(UNCHANGED)
            ? "it is right for this body."
            : "the body was changed after it was signed: the signature matches it %s. Verify the bytes as they come, before parsing."
                .formatted(variant.getKey());
      }
    }
    return "the key is right, but another body was signed, with the SHA-256 %s instead of %s. Was it parsed and written again?"
        .formatted(signedHash.hex(), ByteString.of(body).sha256().hex());
  }

  private static final String UNCHANGED = "as it is";

  private Map<String, byte[]> variants() {
    String text = new String(body, StandardCharsets.UTF_8);
    Map<String, byte[]> variants = new LinkedHashMap<>();
    variants.put(UNCHANGED, body);
    variants.put("without the line break at its end", utf8(text.stripTrailing()));
    variants.put("with a line break at its end", utf8(text + "\n"));
    String lines = text.replace("\r\n", "\n");
    variants.put("with LF line breaks", utf8(lines));
    variants.put("with CRLF line breaks", utf8(lines.replace("\n", "\r\n")));
    variants.put("without spaces between its fields", utf8(compact(text)));
    variants.put("with a byte order mark before it", utf8("\ufeff" + text));
    if (Arrays.equals(UTF8_BOM, Arrays.copyOf(body, UTF8_BOM.length))) {
      variants.put(
          "without the byte order mark (BOM) before it",
          Arrays.copyOfRange(body, UTF8_BOM.length, body.length));
    }
    if (body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b) {
      variants.put("unzipped, since it is compressed with gzip", unzipped());
    }
    return variants;
  }

  private byte[] unzipped() {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(MAX_UNZIPPED);
    } catch (IOException notGzip) {
      return body;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Removes the white space outside of strings, and keeps everything else as it is written. */
  private static String compact(String json) {
    StringBuilder compact = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString || !Character.isWhitespace(c)) {
        compact.append(c);
      }
      if (c == '\\' && inString && i + 1 < json.length()) {
        i++;
        compact.append(json.charAt(i));
      } else if (c == '"') {
        inString = !inString;
      }
    }
    return compact.toString();
  }
}
