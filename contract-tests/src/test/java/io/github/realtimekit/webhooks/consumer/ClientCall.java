package io.github.realtimekit.webhooks.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.ModelAdapters;
import io.github.realtimekit.webhooks.WebhooksApi;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.spec.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Calls the client's method for an operation, whichever operations the spec has. */
final class ClientCall {
  private static final Moshi MOSHI = new Moshi.Builder().add(new ModelAdapters()).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Operation operation;
  private final Object target;
  private final Method method;

  private ClientCall(Operation operation, Class<?> type, Object target) {
    this.operation = operation;
    this.target = target;
    this.method =
        Arrays.stream(type.getMethods())
            .filter(each -> each.getName().equals(operation.id()))
            .min(Comparator.comparingInt(Method::getParameterCount))
            .orElseThrow();
  }

  /** Returns what the typed client's method returned, as JSON, null if it returns nothing. */
  static JsonNode send(WebhooksClient client, Operation operation, JsonNode body) {
    ClientCall call = new ClientCall(operation, WebhooksClient.class, client);
    List<String> values = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      if (!parameter.has("x-bound")) {
        values.add(parameter.path("example").asText());
      }
    }
    return json(call.method.getGenericReturnType(), call.invoke(values, body));
  }

  /** Sends a value that the typed client does not accept, by way of Retrofit's interface. */
  static Response<?> sendRaw(WebhooksClient client, Operation operation, String lastParameter)
      throws IOException {
    ClientCall call = new ClientCall(operation, WebhooksApi.class, client.api());
    List<String> values = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      values.add(parameter.path("example").asText());
    }
    values.set(values.size() - 1, lastParameter);
    return ((Call<?>) call.invoke(values, MissingNode.getInstance())).execute();
  }

  private Object invoke(List<String> values, JsonNode body) {
    Iterator<String> rest = values.iterator();
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(type -> argument(type, rest, body)).toArray();
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new AssertionError(operation.id(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(operation.id(), e);
    }
  }

  private static @Nullable Object argument(Class<?> type, Iterator<String> values, JsonNode body) {
    if (type == String.class) {
      return values.next();
    }
    if (type == UUID.class) {
      return UUID.fromString(values.next());
    }
    try {
      return MOSHI.adapter(type).fromJson(body.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Type type, @Nullable Object value) {
    try {
      return type == void.class
          ? MissingNode.getInstance()
          : JSON.readTree(MOSHI.adapter(type).toJson(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
