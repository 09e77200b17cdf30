package io.github.realtimekit.webhooks.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Logs each attempt of a call, line by line, with credentials masked. */
public final class LogInterceptor implements Interceptor {
  private static final int MAX_BODY = 4096;
  private static final Set<String> SECRET =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "x-auth-key",
          "x-auth-user-service-key",
          "cf-access-client-secret");

  private final Consumer<String> log;
  private final TokenMask mask;

  public LogInterceptor(Consumer<String> log, TokenMask mask) {
    this.log = log;
    this.mask = mask;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    line("> " + request.method() + " " + request.url());
    headers("> ", request.headers());
    if (request.body() != null) {
      Buffer body = new Buffer();
      request.body().writeTo(body);
      body("> ", body.readUtf8());
    }
    long start = System.nanoTime();
    Response response;
    try {
      response = chain.proceed(request);
    } catch (IOException e) {
      line("< no response: " + e);
      throw e;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    line("< " + (response.code() + " " + response.message()).strip() + " (" + millis + " ms)");
    headers("< ", response.headers());
    try (ResponseBody body = response.peekBody(2 * MAX_BODY)) {
      body("< ", body.string());
    } catch (IOException e) {
      line("< the body cannot be read: " + e.getMessage());
    }
    return response;
  }

  private void headers(String prefix, Headers headers) {
    for (int i = 0; i < headers.size(); i++) {
      boolean secret = SECRET.contains(headers.name(i).toLowerCase(Locale.ROOT));
      line(prefix + headers.name(i) + ": " + (secret ? "[hidden]" : headers.value(i)));
    }
  }

  private void body(String prefix, String text) {
    String masked = mask.maskTruncated(text);
    masked.substring(0, Math.min(masked.length(), MAX_BODY)).lines().forEach(l -> line(prefix + l));
  }

  private void line(String text) {
    try {
      log.accept(mask.mask(text));
    } catch (Exception e) { // Checked ones, too: Kotlin and Lombok let a consumer throw them.
      System.getLogger("io.github.realtimekit.webhooks")
          .log(System.Logger.Level.WARNING, "The log consumer failed", e);
    }
  }
}
