package io.github.realtimekit.webhooks.bench;

import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/** Verifies a signed body, and reads it where the library does. */
public enum Verifier {
  /** Verifies and reads it. */
  OURS {
    @Override
    Task of(DeliverySigner signer, byte[] body, Map<String, String> headers) {
      WebhookReceiver receiver =
          WebhookReceiver.builder().keys(WebhookKeys.pinned(signer.publicKeyPem())).build();
      return () -> receiver.receive(body, headers::get).event();
    }
  },
  /** Verifies it with the JDK, and nothing else. */
  SIGNATURE {
    @Override
    Task of(DeliverySigner signer, byte[] body, Map<String, String> headers)
        throws GeneralSecurityException {
      String pem = signer.publicKeyPem().replaceAll("-----.*|\\s", "");
      PublicKey key =
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
      byte[] signature = Base64.getDecoder().decode(headers.get("rtk-signature"));
      return () -> {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(body);
        return verifier.verify(signature);
      };
    }
  };

  interface Task {
    Object run() throws GeneralSecurityException;
  }

  abstract Task of(DeliverySigner signer, byte[] body, Map<String, String> headers)
      throws GeneralSecurityException;
}
