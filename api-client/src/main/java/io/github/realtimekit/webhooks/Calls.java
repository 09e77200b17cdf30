package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonDataException;
import io.github.realtimekit.webhooks.internal.Outcome;
import io.github.realtimekit.webhooks.internal.Transport;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Sends Retrofit's calls, and returns the data in the response or throws. Exceptions are created on
 * the thread that waits, so that their stack trace shows the caller. Thread-safe.
 */
final class Calls {
  private final Transport transport;
  private final ExceptionFactory exceptions;

  Calls(Transport transport, ExceptionFactory exceptions) {
    this.transport = transport;
    this.exceptions = exceptions;
  }

  /** Returns an implementation of Retrofit's interface. */
  <A> A create(Class<A> api) {
    return transport.create(api);
  }

  /** Waits for the response, and returns its body. */
  <T> T body(Call<T> call) {
    return execute(call, body -> body, null);
  }

  /** Waits for the response, and returns the data in its envelope. */
  <R extends Envelope<T>, T> T payload(Call<R> call) {
    return execute(call, Envelope::data, null);
  }

  /** Waits for the response, and returns the data in its envelope, or a default for the 404. */
  <R extends Envelope<T>, T> T payload(Call<R> call, T whenNotFound) {
    return execute(call, Envelope::data, whenNotFound);
  }

  <T> CompletableFuture<T> bodyAsync(Call<T> call) {
    return enqueue(call, body -> body, null);
  }

  <R extends Envelope<T>, T> CompletableFuture<T> payloadAsync(Call<R> call) {
    return enqueue(call, Envelope::data, null);
  }

  <R extends Envelope<T>, T> CompletableFuture<T> payloadAsync(Call<R> call, T whenNotFound) {
    return enqueue(call, Envelope::data, whenNotFound);
  }

  void close() {
    transport.close();
  }

  /** Returns the base URL. */
  @Override
  public String toString() {
    return transport.toString();
  }

  private <R, T> T execute(Call<R> call, Function<R, T> unwrap, @Nullable T whenNotFound) {
    return read(transport.execute(call), unwrap, whenNotFound);
  }

  private <R, T> CompletableFuture<T> enqueue(
      Call<R> call, Function<R, T> unwrap, @Nullable T whenNotFound) {
    return transport.enqueue(call, outcome -> read(outcome, unwrap, whenNotFound));
  }

  /**
   * Returns the data of the response, or the default if it is the 404 of an empty list.
   *
   * @throws ConnectionException if there is no response
   * @throws ApiException if it is an error response
   * @throws InvalidResponseException if it is successful, but cannot be decoded
   */
  private <R, T> T read(Outcome outcome, Function<R, T> unwrap, @Nullable T whenNotFound) {
    Response response = outcome.response();
    if (response == null) {
      throw exceptions.noResponse(outcome);
    }
    try {
      if (!response.isSuccessful()) {
        ApiException error = exceptions.errorResponse(outcome, response);
        if (whenNotFound != null
            && error instanceof NotFoundException
            && error.codes().contains(404)) {
          return whenNotFound;
        }
        throw error;
      }
      @SuppressWarnings("unchecked")
      R body = (R) transport.decode(outcome);
      if (body instanceof Envelope<?> envelope) {
        Set<String> missing = envelope.missingFields();
        if (!missing.contains("success") && !envelope.success()) {
          throw exceptions.errorResponse(outcome, response);
        }
        if (missing.contains("data")) {
          boolean isOther = envelope.unreadableFields().contains("data");
          throw new JsonDataException(
              "it has no \"data\"" + (isOther ? " that can be read at path $.data" : ""));
        }
      }
      return unwrap.apply(body);
    } catch (IOException | JsonDataException e) {
      throw exceptions.invalidResponse(outcome, response, e);
    } finally {
      outcome.release();
    }
  }
}
