package io.github.realtimekit.webhooks;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Invocation;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Sends Retrofit's requests with OkHttp; {@link ResponseReader} reads the responses. Thread-safe.
 */
final class Transport {
  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final Retrofit retrofit;
  private final Retrofit requests;
  private final ExceptionFactory exceptions;
  private final ResponseReader responses;
  private volatile boolean closed;

  Transport(HttpUrl baseUrl, OkHttpClient http, boolean ownsHttp, ExceptionFactory exceptions) {
    this.http = http;
    this.ownsHttp = ownsHttp;
    this.exceptions = exceptions;
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .callFactory(this::newCall)
            .addConverterFactory(new PathSegments())
            .addConverterFactory(
                MoshiConverterFactory.create(new Moshi.Builder().add(new ModelAdapters()).build()))
            .build();
    // Event listeners need not hear of calls that are never executed.
    OkHttpClient unheard = http.newBuilder().eventListener(EventListener.NONE).build();
    this.requests = retrofit.newBuilder().callFactory(unheard).build();
    this.responses = new ResponseReader(retrofit, exceptions);
  }

  /** Returns an implementation of the API's interface whose calls can be executed. */
  <A> A calls(Class<A> api) {
    return retrofit.create(api);
  }

  /** Returns one whose calls only hold their request, for the methods of this class. */
  <A> A requests(Class<A> api) {
    return requests.create(api);
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

  /** Cancels the calls in flight, and releases what this client owns. */
  void close() {
    closed = true;
    http.dispatcher().cancelAll();
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  @Override
  public String toString() {
    return retrofit.baseUrl().toString();
  }

  private okhttp3.Call newCall(Request request) {
    if (closed) {
      throw new IllegalStateException("The client is closed");
    }
    return http.newCall(request);
  }

  private <R, T> T execute(Call<R> call, Function<R, T> unwrap, @Nullable T whenNotFound) {
    Request request = call.request();
    Method operation = operation(request);
    try {
      Response response = InterruptibleCall.execute(newCall(request));
      return responses.read(operation, request, response, unwrap, whenNotFound);
    } catch (IOException e) {
      throw exceptions.noResponse(operation.getName(), request, e);
    }
  }

  private <R, T> CompletableFuture<T> enqueue(
      Call<R> call, Function<R, T> unwrap, @Nullable T whenNotFound) {
    Request request;
    okhttp3.Call sent;
    try {
      request = call.request();
      sent = newCall(request);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    Method operation = operation(request);
    PendingCall<T> future =
        new PendingCall<>(sent, http.dispatcher()) {
          @Override
          T read(Response response) {
            return responses.read(operation, request, response, unwrap, whenNotFound);
          }

          @Override
          RealtimeKitException noResponse(IOException failure) {
            return exceptions.noResponse(operation.getName(), request, failure);
          }
        };
    future.start();
    return future;
  }

  /** Returns the method of the API's interface that made the request. */
  private static Method operation(Request request) {
    return Objects.requireNonNull(request.tag(Invocation.class)).method();
  }
}
