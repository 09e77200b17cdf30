package io.github.realtimekit.webhooks.receiver;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.github.realtimekit.webhooks.internal.BaseUrl;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Gets the keys that a URL serves. */
final class KeyRequest {
  private static final int MAX_BYTES = 64 * 1024;

  private final HttpUrl url;
  private final OkHttpClient http;

  KeyRequest(String url, OkHttpClient http) {
    this.url = HttpUrl.get(url);
    if (!BaseUrl.isSecure(this.url)) {
      throw new IllegalArgumentException(
          "Anyone on the way could replace the key of %s: use https, or a host on this machine"
              .formatted(this));
    }
    OkHttpClient.Builder own = http.newBuilder().followRedirects(false).followSslRedirects(false);
    if (http.callTimeoutMillis() == 0) {
      own.callTimeout(FetchedKeys.MAX_WAIT);
    }
    this.http = own.build();
  }

  List<RSAPublicKey> send() throws IOException {
    try (Response response = http.newCall(new Request.Builder().url(url).build()).execute()) {
      if (response.code() != 200) {
        throw new IOException("Status code " + response.code());
      }
      BufferedSource body = response.body().source();
      if (body.request(MAX_BYTES + 1)) {
        throw new IOException("More than " + MAX_BYTES + " bytes");
      }
      if (json(body) instanceof Map<?, ?> json
          && json.get("data") instanceof Map<?, ?> data
          && data.get("publicKey") instanceof String pem) {
        return Pem.usablePublicKeys(pem);
      }
      throw new IOException("No data.publicKey");
    }
  }

  private static @Nullable Object json(BufferedSource body) throws IOException {
    try {
      return JsonReader.of(body).readJsonValue();
    } catch (JsonEncodingException | JsonDataException e) {
      throw new IOException("The response is not JSON", e);
    }
  }

  /** Returns the URL without user and query, which may hold credentials. */
  @Override
  public String toString() {
    return url.newBuilder().username("").password("").query(null).fragment(null).toString();
  }
}
