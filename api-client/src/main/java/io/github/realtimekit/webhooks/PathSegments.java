package io.github.realtimekit.webhooks;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/**
 * Keeps path values in their segment. Retrofit encodes all that has a meaning in a path; what is
 * left are values that vanish or climb: a blank identifier would turn a request for one webhook
 * into one for all.
 */
final class PathSegments extends Converter.Factory {
  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Path path) {
        String name = path.value();
        return value -> check(name, value.toString());
      }
    }
    return null;
  }

  static String check(String name, String value) {
    if (value.isBlank() || value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          "%s is \"%s\", and must be an identifier: neither blank nor a step in a path"
              .formatted(name, value));
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(name + " holds a control character");
      }
    }
    return value;
  }
}
