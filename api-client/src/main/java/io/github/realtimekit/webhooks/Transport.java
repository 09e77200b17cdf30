package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Carries calls out for the generated clients, and turns what comes back into data or an exception.
 */
final class Transport {
  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final Retrofit retrofit;
  private final Failures failures;

  Transport(HttpUrl baseUrl, OkHttpClient http, boolean ownsHttp, Failures failures) {
    this.http = http;
    this.ownsHttp = ownsHttp;
    this.failures = failures;
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .callFactory(request -> http.newCall(Exchange.tag(request)))
            .addConverterFactory(new PathSegments())
            .addConverterFactory(
                MoshiConverterFactory.create(new Moshi.Builder().add(new ModelAdapters()).build()))
            .build();
  }

  <A> A create(Class<A> api) {
    return retrofit.create(api);
  }

  /** Waits for the answer, and gives its body. */
  <T> T body(Call<T> call) {
    return execute(call, body -> body, null);
  }

  /** Waits for the answer, and gives the data in its envelope. */
  <R extends Envelope<T>, T> T payload(Call<R> call) {
    return execute(call, Envelope::data, null);
  }

  /** The same, where the API's own 404 is no failure. */
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
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  @Override
  public String toString() {
    return retrofit.baseUrl().toString();
  }

  private <R, T> T execute(Call<R> call, Function<R, T> unwrap, @Nullable T whenNotFound) {
    try {
      return read(call, call.execute(), unwrap, whenNotFound);
    } catch (IOException | JsonDataException e) {
      throw failed(call, e);
    }
  }

  private <R, T> CompletableFuture<T> enqueue(
      Call<R> call, Function<R, T> unwrap, @Nullable T whenNotFound) {
    CompletableFuture<T> future =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            // First, or the end of the call could be what the future tells.
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            call.cancel();
            return cancelled;
          }
        };
    call.enqueue(
        new Callback<R>() {
          @Override
          public void onResponse(Call<R> call, Response<R> response) {
            try {
              future.complete(read(call, response, unwrap, whenNotFound));
            } catch (RuntimeException e) {
              future.completeExceptionally(e);
            }
          }

          @Override
          public void onFailure(Call<R> call, Throwable failure) {
            boolean expected =
                failure instanceof IOException || failure instanceof JsonDataException;
            future.completeExceptionally(expected ? failed(call, (Exception) failure) : failure);
          }
        });
    return future;
  }

  private <R, T> T read(
      Call<R> call, Response<R> response, Function<R, T> unwrap, @Nullable T whenNotFound) {
    if (!response.isSuccessful()) {
      ApiException refused = failures.refused(call.request());
      if (whenNotFound != null
          && refused instanceof NotFoundException
          && refused.codes().contains(404)) {
        return whenNotFound;
      }
      throw refused;
    }
    R body = response.body();
    if (body == null) {
      throw failures.unreadable(call.request(), new JsonDataException("it has no body"));
    }
    if (body instanceof Envelope<?> envelope) {
      Set<String> missing = envelope.missingFields();
      if (!missing.contains("success") && !envelope.success()) {
        throw failures.refused(call.request());
      }
      if (missing.contains("data")) {
        throw failures.unreadable(call.request(), new JsonDataException("it has no \"data\""));
      }
    }
    return unwrap.apply(body);
  }

  /** What came whole was read: then the failure is not the connection's. */
  private RealtimeKitException failed(Call<?> call, Exception failure) {
    return Exchange.of(call.request()).isAnswered() || !(failure instanceof IOException io)
        ? failures.unreadable(call.request(), failure)
        : failures.unanswered(call.request(), io);
  }
}
