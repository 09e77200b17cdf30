package io.github.realtimekit.webhooks.receiver;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a delivery is not accepted. Send {@link #httpStatus()} as the response: RealtimeKit
 * retries after a 5xx, and drops the event after any other error. The message contains nothing of
 * the body.
 */
public final class DeliveryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Reason for which a delivery is not accepted. */
  public enum Reason {
    /** The request has no signature. */
    MISSING_SIGNATURE(401),
    /** The signature does not match the body. */
    BAD_SIGNATURE(401),
    /** The delivery is for a webhook that the receiver does not serve. */
    OTHER_WEBHOOK(403),
    /** The event belongs to an organization that the receiver does not serve. */
    OTHER_ORGANIZATION(403),
    /** The body is larger than the receiver allows. */
    TOO_LARGE(413),
    /**
     * The public key could not be fetched, so the signature could be neither confirmed nor ruled
     * out.
     */
    KEY_UNAVAILABLE(503),
    /** The receiver does not have the ids of its webhooks yet. */
    WEBHOOK_IDS_UNAVAILABLE(503),
    /**
     * Another attempt of the delivery is being handled, and may still fail; or claims in memory are
     * full of deliveries in progress.
     */
    IN_PROGRESS(503),
    /** The store of the claims failed. */
    CLAIMS_UNAVAILABLE(503);

    private final int httpStatus;

    Reason(int httpStatus) {
      this.httpStatus = httpStatus;
    }

    /** Returns the status code to respond with. */
    public int httpStatus() {
      return httpStatus;
    }
  }

  private final Reason reason;

  /** Creates an exception, as an implementation of {@link DeliveryClaims} throws it. */
  public DeliveryException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** Creates an exception with a cause. */
  public DeliveryException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns why the delivery is not accepted. */
  public Reason reason() {
    return reason;
  }

  /** Returns the status code to respond with. */
  public int httpStatus() {
    return reason.httpStatus();
  }
}
