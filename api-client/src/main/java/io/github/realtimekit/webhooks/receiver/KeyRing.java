package io.github.realtimekit.webhooks.receiver;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.List;

/**
 * Public keys as they were fetched at one time. Immutable and thread-safe.
 *
 * @param current keys in use
 * @param previous keys that these replaced not long ago; deliveries signed with them may be on the
 *     way
 * @param since when the current keys were first fetched, as a reading of the ticker
 * @param fetched when they were last fetched
 * @param afterFailure whether they were fetched because a signature did not match
 */
record KeyRing(
    List<? extends PublicKey> current,
    List<? extends PublicKey> previous,
    long since,
    long fetched,
    boolean afterFailure) {

  boolean verifies(byte[] body, byte[] signature) {
    return anyVerifies(current, body, signature) || anyVerifies(previous, body, signature);
  }

  private static boolean anyVerifies(
      List<? extends PublicKey> keys, byte[] body, byte[] signature) {
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
