package io.github.realtimekit.webhooks;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** Tells each attempt of a call, line by line, with its credentials hidden. */
final class ExchangeLog implements Interceptor {
  private static final long MAX_BODY = 4096;
  private static final Set<String> SECRET =
      Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-auth-key");

  private final Consumer<String> lines;

  ExchangeLog(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    lines.accept("> " + request.method() + " " + request.url());
    headers("> ", request.headers());
    if (request.body() != null) {
      Buffer body = new Buffer();
      request.body().writeTo(body);
      body("> ", body);
    }
    long start = System.nanoTime();
    Response response;
    try {
      response = chain.proceed(request);
    } catch (IOException e) {
      lines.accept("< no answer: " + e);
      throw e;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    lines.accept("< %d %s (%d ms)".formatted(response.code(), response.message(), millis).strip());
    headers("< ", response.headers());
    body("< ", response.peekBody(MAX_BODY).source().getBuffer());
    return response;
  }

  private void headers(String prefix, Headers headers) {
    for (int i = 0; i < headers.size(); i++) {
      boolean secret = SECRET.contains(headers.name(i).toLowerCase(Locale.ROOT));
      lines.accept(prefix + headers.name(i) + ": " + (secret ? "[hidden]" : headers.value(i)));
    }
  }

  private void body(String prefix, Buffer body) throws IOException {
    String text = body.readUtf8(Math.min(body.size(), MAX_BODY));
    text.lines().forEach(line -> lines.accept(prefix + line));
  }
}
