package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Follows a PUT or PATCH whose response lacks required fields with a GET of the same URL, and
 * returns that response. If the GET fails, the first response stands: the change itself was made.
 */
final class ReadAfterWriteInterceptor implements Interceptor {
  private static final Set<String> WRITES = Set.of("PUT", "PATCH");
  private static final Moshi MOSHI = new Moshi.Builder().add(new ModelAdapters()).build();

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Invocation operation = request.tag(Invocation.class);
    Response written = chain.proceed(request);
    if (operation == null || !WRITES.contains(request.method()) || !written.isSuccessful()) {
      return written;
    }
    Buffer body = new Buffer();
    try (ResponseBody source = written.body()) {
      body.writeAll(source.source());
    }
    if (isPartial(operation, body)) {
      Response read = read(chain);
      if (read != null) {
        return read;
      }
    }
    return written
        .newBuilder()
        .body(BoundedBody.of(written.body().contentType(), body.size(), body))
        .build();
  }

  private static boolean isPartial(Invocation operation, Buffer body) {
    Type call = operation.method().getGenericReturnType();
    Type type = ((ParameterizedType) call).getActualTypeArguments()[0];
    try {
      return MOSHI.adapter(type).fromJson(ResponseReader.copyOf(body))
              instanceof Envelope<?> envelope
          && envelope.missingFields().isEmpty()
          && envelope.data() instanceof Model data
          && !data.missingFields().isEmpty();
    } catch (IOException | JsonDataException notTheExpectedJson) {
      return false;
    }
  }

  private static @Nullable Response read(Chain chain) {
    Request get = chain.request().newBuilder().get().removeHeader("Content-Type").build();
    try {
      Response response = chain.proceed(get);
      if (response.isSuccessful()) {
        return response;
      }
      response.close();
    } catch (IOException e) {
      // The caller sees which fields are missing.
    }
    return null;
  }
}
