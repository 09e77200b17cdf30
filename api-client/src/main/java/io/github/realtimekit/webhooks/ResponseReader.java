package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Decodes each response, or creates the exception for it. Thread-safe. */
final class ResponseReader {
  private final Retrofit retrofit;
  private final ExceptionFactory exceptions;
  private final Map<Method, Converter<ResponseBody, ?>> converters = new ConcurrentHashMap<>();

  ResponseReader(Retrofit retrofit, ExceptionFactory exceptions) {
    this.retrofit = retrofit;
    this.exceptions = exceptions;
  }

  /**
   * Returns the data of the response, or the default if it is the 404 of an empty list.
   *
   * @throws ApiException if it is an error response
   * @throws InvalidResponseException if it is one of success, but cannot be decoded
   */
  <R, T> T read(
      Method operation,
      Request request,
      Response response,
      Function<R, T> unwrap,
      @Nullable T whenNotFound) {
    Buffer received = new Buffer();
    IOException failure = null;
    try (ResponseBody body = response.body()) {
      received.writeAll(body.source());
    } catch (IOException e) {
      failure = e;
    }
    if (!response.isSuccessful()) {
      ApiException error =
          exceptions.errorResponse(operation.getName(), request, response, received);
      if (whenNotFound != null
          && error instanceof NotFoundException
          && error.codes().contains(404)) {
        return whenNotFound;
      }
      throw error;
    }
    try {
      if (failure != null) {
        throw failure;
      }
      R body =
          this.<R>converter(operation)
              .convert(BoundedBody.of(null, received.size(), copyOf(received)));
      if (body instanceof Envelope<?> envelope) {
        Set<String> missing = envelope.missingFields();
        if (!missing.contains("success") && !envelope.success()) {
          throw exceptions.errorResponse(operation.getName(), request, response, received);
        }
        if (missing.contains("data")) {
          throw new JsonDataException("it has no \"data\"");
        }
      }
      return unwrap.apply(body);
    } catch (IOException | JsonDataException e) {
      throw exceptions.invalidResponse(operation.getName(), request, response, received, e);
    } finally {
      received.clear();
    }
  }

  /**
   * Returns a copy to decode, since exceptions show the bytes. {@link Buffer#copy} would share the
   * segments, which then would not go back to their pool. The source hands Moshi one segment after
   * the other, because skipping blanks in one large buffer takes quadratic time.
   */
  static BufferedSource copyOf(Buffer received) throws IOException {
    Buffer copy = new Buffer();
    received.copyTo(copy.outputStream());
    return Okio.buffer((Source) copy);
  }

  @SuppressWarnings("unchecked")
  private <R> Converter<ResponseBody, R> converter(Method operation) {
    return (Converter<ResponseBody, R>)
        converters.computeIfAbsent(
            operation,
            method -> {
              ParameterizedType call = (ParameterizedType) method.getGenericReturnType();
              return retrofit.responseBodyConverter(
                  call.getActualTypeArguments()[0], method.getAnnotations());
            });
  }
}
