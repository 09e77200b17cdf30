package io.github.realtimekit.webhooks.receiver;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Duration;
import java.util.List;

/**
 * Public keys as they were fetched at one time.
 *
 * @param fetch number of the fetch, from 1
 * @param started when the fetch began, as a reading of the ticker
 * @param current keys in use
 * @param replaced keys that these replaced, but none before them; deliveries signed with them may
 *     be on the way
 * @param since when the current keys were found
 */
record KeySet(
    int fetch,
    long started,
    List<? extends PublicKey> current,
    List<? extends PublicKey> replaced,
    long since) {
  static final KeySet NONE = new KeySet(0, 0, List.of(), List.of(), 0);

  static final long MAX_AGE = Duration.ofHours(1).toNanos();

  /** Returns the result of a later fetch. */
  KeySet next(int fetch, long started, List<? extends PublicKey> keys, long now) {
    return keys.equals(current)
        ? new KeySet(fetch, started, current, replaced, since)
        : new KeySet(fetch, started, keys, current, now);
  }

  boolean isOld(long now) {
    return fetch > 0 && now - started >= MAX_AGE;
  }

  boolean verifies(byte[] body, byte[] signature, long now) {
    return verifies(current, body, signature)
        || (now - since < MAX_AGE && verifies(replaced, body, signature));
  }

  static boolean verifies(List<? extends PublicKey> keys, byte[] body, byte[] signature) {
    for (PublicKey key : keys) {
      if (verifies(key, body, signature)) {
        return true;
      }
    }
    return false;
  }

  private static boolean verifies(PublicKey key, byte[] body, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(body);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false; // Of another length than the key's.
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Each Java platform has it, for RSA keys.
    }
  }
}
