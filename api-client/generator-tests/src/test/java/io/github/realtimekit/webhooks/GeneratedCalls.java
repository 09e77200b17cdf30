package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Calls the methods of generated clients by reflection, with a sample for each parameter. */
record GeneratedCalls(Spec spec, ClassLoader classes, String baseUrl) {
  private static final String PACKAGE = "io.github.realtimekit.webhooks.";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Adapters of the JDK's types, which loaded models share with this class. */
  private static final Map<Type, JsonAdapter<?>> SCALARS =
      Map.of(
          UUID.class, new Scalar<>(UUID::fromString),
          URI.class, new Scalar<>(URI::create),
          Instant.class, new Scalar<>(Instant::parse),
          LocalDate.class, new Scalar<>(LocalDate::parse),
          BigDecimal.class, new Scalar<>(BigDecimal::new));

  /** Returns the operation's methods, with all parameters and with the required ones only. */
  List<Method> methods(Operation operation) throws Exception {
    Class<?> client =
        classes.loadClass(PACKAGE + operation.node().at("/tags/0").asText() + "Client");
    List<Method> methods = new ArrayList<>();
    for (Method method : client.getMethods()) {
      if (method.getName().equals(operation.id())
          || method.getName().equals(operation.id() + "Page")) {
        methods.add(method);
      }
    }
    assertThat(methods).as(operation.id()).isNotEmpty();
    return methods;
  }

  static boolean isComplete(Method method) {
    boolean hasParams = false;
    for (Method other : method.getDeclaringClass().getMethods()) {
      hasParams |= other.getName().equals(method.getName()) && takesParams(other);
    }
    return !hasParams || takesParams(method);
  }

  private static boolean takesParams(Method method) {
    int count = method.getParameterCount();
    return count > 0 && isParams(method.getParameterTypes()[count - 1]);
  }

  private static boolean isParams(Class<?> type) {
    return type.isMemberClass() && type.getSimpleName().endsWith("Params");
  }

  /** Builds a client with a base URL, a token and bound parameters. */
  Object build(String type) throws Exception {
    Object builder = classes.loadClass(PACKAGE + type).getMethod("builder").invoke(null);
    for (Method setter : builder.getClass().getMethods()) {
      boolean bound =
          setter.getDeclaringClass() == builder.getClass() && setter.getParameterCount() == 1;
      if (setter.getName().equals("baseUrl")) {
        setter.invoke(builder, baseUrl);
      } else if (bound || setter.getName().equals("apiToken")) {
        setter.invoke(builder, "test-token");
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  Object call(Operation operation, Method method) throws Exception {
    String type = method.getDeclaringClass().getSimpleName();
    try (AutoCloseable client = (AutoCloseable) build(type)) {
      return call(operation, method, client);
    }
  }

  Object call(Operation operation, Method method, Object client) throws Exception {
    List<Object> arguments = new ArrayList<>();
    for (Type parameter : method.getGenericParameterTypes()) {
      arguments.add(argument(operation, parameter));
    }
    return method.invoke(client, arguments.toArray());
  }

  private Object argument(Operation operation, Type type) throws Exception {
    if (type instanceof Class<?> params && isParams(params)) {
      Object builder = params.getMethod("builder").invoke(null);
      for (Method setter : builder.getClass().getDeclaredMethods()) {
        if (setter.getParameterCount() == 1) {
          setter.invoke(builder, argument(operation, setter.getGenericParameterTypes()[0]));
        }
      }
      return builder.getClass().getMethod("build").invoke(builder);
    }
    return adapter(type).fromJson(sample(operation, type).toString());
  }

  /** Returns the sample of the parameter or body that has the type. */
  private JsonNode sample(Operation operation, Type type) throws Exception {
    List<JsonNode> schemas = new ArrayList<>();
    operation.parameters().forEach(parameter -> schemas.add(parameter.path("schema")));
    schemas.add(operation.requestSchema());
    for (JsonNode schema : schemas) {
      JsonNode sample = SchemaSample.of(spec, schema);
      if (isOf(type, sample)) {
        return sample;
      }
    }
    throw new AssertionError("No sample of " + type + " for " + operation);
  }

  private boolean isOf(Type type, JsonNode sample) throws Exception {
    JsonAdapter<Object> adapter = adapter(type);
    try {
      Object value = adapter.fromJson(sample.toString());
      return JSON.readTree(adapter.toJson(value)).equals(sample);
    } catch (JsonDataException | IOException e) {
      return false;
    }
  }

  JsonNode toJson(Method method, Object value) throws Exception {
    return JSON.readTree(adapter(method.getGenericReturnType()).toJson(value));
  }

  private JsonAdapter<Object> adapter(Type type) throws Exception {
    JsonAdapter.Factory models =
        (JsonAdapter.Factory)
            classes.loadClass(PACKAGE + "ModelAdapters").getConstructor().newInstance();
    return new Moshi.Builder()
        .add(models)
        .add((each, annotations, moshi) -> SCALARS.get(each))
        .build()
        .adapter(type);
  }

  private static final class Scalar<T> extends JsonAdapter<T> {
    private final Function<String, T> parse;

    Scalar(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
      try {
        return parse.apply(reader.nextString());
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new JsonDataException(e);
      }
    }

    @Override
    public void toJson(JsonWriter writer, T value) throws IOException {
      if (value instanceof Number number) {
        writer.value(number);
      } else {
        writer.value(value.toString());
      }
    }
  }
}
