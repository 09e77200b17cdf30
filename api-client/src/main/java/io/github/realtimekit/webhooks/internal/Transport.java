package io.github.realtimekit.webhooks.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Sends the requests that Retrofit makes with OkHttp, and decodes responses. Thread-safe. */
public final class Transport {
  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final Retrofit retrofit;
  private final Map<Method, Converter<ResponseBody, ?>> converters = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public Transport(
      HttpUrl baseUrl, OkHttpClient http, boolean ownsHttp, JsonAdapter.Factory models) {
    this.http = http;
    this.ownsHttp = ownsHttp;
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .callFactory(this::newCall)
            .addConverterFactory(new PathSegments())
            .addConverterFactory(
                MoshiConverterFactory.create(new Moshi.Builder().add(models).build()))
            .build();
  }

  private okhttp3.Call newCall(Request request) {
    if (closed) {
      throw new IllegalStateException("The client is closed");
    }
    return Attempts.newCall(http, request);
  }

  /** Returns an implementation of Retrofit's interface, whose calls callers may also execute. */
  public <A> A create(Class<A> api) {
    return retrofit.create(api);
  }

  /** Sends a call on this thread. An interrupt cancels the call, and is kept. */
  public Outcome execute(Call<?> call) {
    okhttp3.Call sent = Attempts.of(call.request()).call();
    try {
      return Outcome.of(sent.request(), InterruptibleCall.execute(sent));
    } catch (IOException e) {
      return Outcome.of(sent.request(), e);
    }
  }

  /** Sends a call on a thread of OkHttp's dispatcher, which runs the reader as well. */
  public <T> CompletableFuture<T> enqueue(Call<?> call, Function<Outcome, T> reader) {
    try {
      return PendingCall.enqueue(Attempts.of(call.request()).call(), reader);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Decodes the body of a response as the operation's result.
   *
   * @throws IOException if the body could not be read, or is no JSON
   * @throws com.squareup.moshi.JsonDataException if it is other JSON
   */
  public @Nullable Object decode(Outcome outcome) throws IOException {
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    Buffer copy = new Buffer();
    // Not Buffer.copy, whose shared memory does not go back to Okio's pool.
    outcome.body().copyTo(copy.outputStream());
    // As a plain source it comes in pieces: to skip blanks in one large buffer takes quadratic
    // time.
    ResponseBody body = BoundedBody.create(null, copy.size(), Okio.buffer((Source) copy));
    return converters.computeIfAbsent(outcome.operation(), this::converter).convert(body);
  }

  private Converter<ResponseBody, ?> converter(Method operation) {
    ParameterizedType call = (ParameterizedType) operation.getGenericReturnType();
    return retrofit.responseBodyConverter(
        call.getActualTypeArguments()[0], operation.getAnnotations());
  }

  /** Cancels the calls in flight, and releases what this client owns. */
  public void close() {
    closed = true;
    http.dispatcher().cancelAll();
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  /** Returns the base URL. */
  @Override
  public String toString() {
    return retrofit.baseUrl().toString();
  }
}
