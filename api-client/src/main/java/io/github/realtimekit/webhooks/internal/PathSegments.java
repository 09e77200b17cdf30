package io.github.realtimekit.webhooks.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/**
 * Keeps path values in their segment: encodes each character that has a meaning in a URL, and
 * rejects control characters, blank values, "." and "..". A blank identifier would turn a request
 * for one webhook into one for all.
 */
public final class PathSegments extends Converter.Factory {
  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Path path) {
        String name = path.value();
        return value -> encode(check(name, value.toString()));
      }
    }
    return null;
  }

  /**
   * Returns the value.
   *
   * @throws IllegalArgumentException if it is blank, "." or "..", or contains a control character
   */
  public static String check(String name, String value) {
    if (value.isBlank() || value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          name + " is \"" + value + "\", and must not be blank, \".\" or \"..\"");
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(name + " contains a control character");
      }
    }
    return value;
  }

  /** Encodes more than Retrofit, which leaves a semicolon as it is. */
  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
