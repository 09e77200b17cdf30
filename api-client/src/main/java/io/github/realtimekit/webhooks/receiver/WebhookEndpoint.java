package io.github.realtimekit.webhooks.receiver;

import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Endpoint for deliveries, in any framework that has body, headers and status code:
 *
 * <pre>{@code
 * WebhookEndpoint endpoint =
 *     new WebhookEndpoint(receiver, claims, service::handle, e -> logger.error("Delivery", e));
 *
 * response.setStatus(endpoint.receive(request.getInputStream(), request::getHeader));
 * }</pre>
 *
 * <p>RealtimeKit waits about 3 seconds for the response, then sends again. A handler that may take
 * longer stores the delivery, and the work is done from the store.
 *
 * <p>Immutable and thread-safe, as are receiver and claims.
 */
public final class WebhookEndpoint {
  private static final int NO_CONTENT = 204;
  private static final int INTERNAL_SERVER_ERROR = 500;

  private final WebhookReceiver receiver;
  private final Consumer<? super Delivery> handler;
  private final Consumer<? super Throwable> failures;

  /**
   * Creates an endpoint whose handler is called once for each delivery.
   *
   * @param claims remembers which deliveries are handled
   * @param handler handles a delivery; whatever it throws makes the delivery come again
   * @param failures logs each failure: an exception of the handler or the claims, or the {@link
   *     DeliveryException} of a delivery that is not accepted, such as a forgery
   */
  public WebhookEndpoint(
      WebhookReceiver receiver,
      DeliveryClaims claims,
      Consumer<? super Delivery> handler,
      Consumer<? super Throwable> failures) {
    this(receiver, delivery -> claims.once(delivery, handler), failures);
  }

  /**
   * Creates an endpoint without claims: its handler is called for duplicates, too, and has to
   * recognize them, as that of {@link JdbcClaims#inTransaction} does.
   *
   * @param handler handles a delivery; whatever it throws makes the delivery come again
   * @param failures logs each failure
   */
  public WebhookEndpoint(
      WebhookReceiver receiver,
      Consumer<? super Delivery> handler,
      Consumer<? super Throwable> failures) {
    this.receiver = receiver;
    this.handler = handler;
    this.failures = failures;
  }

  /**
   * Verifies and handles a delivery. Never throws: whatever the handler throws becomes a 5xx, after
   * which the delivery comes again.
   *
   * @param body read to the limit of the receiver; not closed
   * @param headers returns the value of a header by its name, as for {@link
   *     WebhookReceiver#receive(byte[], Function)}
   * @return status code to respond with: 204 for what is handled, now or before; 401, 403 or 413
   *     for what the receiver does not accept; 500 or 503 for what is to come again
   */
  public int receive(InputStream body, Function<String, @Nullable String> headers) {
    Delivery delivery;
    try {
      delivery = receiver.receive(body, headers);
    } catch (DeliveryException e) {
      return failed(e, e.httpStatus());
    } catch (Throwable e) {
      return failed(e, INTERNAL_SERVER_ERROR);
    }
    try {
      handler.accept(delivery);
      return NO_CONTENT;
    } catch (DeliveryException e) {
      // A 4xx would lose the delivery, which the receiver has accepted.
      return failed(e, Math.max(e.httpStatus(), INTERNAL_SERVER_ERROR));
    } catch (Throwable e) {
      return failed(e, INTERNAL_SERVER_ERROR);
    }
  }

  private int failed(Throwable failure, int status) {
    try {
      failures.accept(failure);
    } catch (Throwable e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
    return status;
  }
}
