package io.github.realtimekit.webhooks.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.github.realtimekit.webhooks.ModelAdapters;
import io.github.realtimekit.webhooks.WebhookListResponse;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.bench.gson.JSON;
import io.github.realtimekit.webhooks.bench.jackson.ApiClient;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.BufferedSink;

/**
 * Turns a list response into objects, and a request with all nine events into JSON, as each client
 * does. All of them are thread-safe.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Codec {
  OURS {
    private final Moshi moshi = new Moshi.Builder().add(new ModelAdapters()).build();
    private final JsonAdapter<WebhookListResponse> list = moshi.adapter(WebhookListResponse.class);
    private final JsonAdapter<WebhookRequest> request = moshi.adapter(WebhookRequest.class);

    @Override
    Object decode(Buffer json) throws IOException {
      return list.fromJson(json);
    }

    @Override
    Object request(String json) throws IOException {
      return request.fromJson(json);
    }

    @Override
    void encode(Object value, BufferedSink json) throws IOException {
      request.toJson(json, (WebhookRequest) value);
    }
  },

  /** As Retrofit's converter for Gson does it. */
  GSON {
    private final Gson gson = new JSON().getGson();
    private final TypeAdapter<io.github.realtimekit.webhooks.bench.gson.WebhookListResponse> list =
        gson.getAdapter(io.github.realtimekit.webhooks.bench.gson.WebhookListResponse.class);
    private final TypeAdapter<io.github.realtimekit.webhooks.bench.gson.WebhookRequest> request =
        gson.getAdapter(io.github.realtimekit.webhooks.bench.gson.WebhookRequest.class);

    @Override
    Object decode(Buffer json) throws IOException {
      return list.read(
          gson.newJsonReader(new InputStreamReader(json.inputStream(), StandardCharsets.UTF_8)));
    }

    @Override
    Object request(String json) throws IOException {
      return request.fromJson(json);
    }

    @Override
    void encode(Object value, BufferedSink json) throws IOException {
      JsonWriter writer =
          gson.newJsonWriter(new OutputStreamWriter(json.outputStream(), StandardCharsets.UTF_8));
      request.write(writer, (io.github.realtimekit.webhooks.bench.gson.WebhookRequest) value);
      writer.flush();
    }
  },

  /** As the code of the stock native client does it: the response by way of a string. */
  JACKSON {
    private final ObjectMapper mapper = ApiClient.createDefaultObjectMapper();
    private final ObjectWriter writer =
        mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    @Override
    Object decode(Buffer json) throws IOException {
      return mapper.readValue(
          new String(json.readByteArray(), StandardCharsets.UTF_8),
          io.github.realtimekit.webhooks.bench.jackson.WebhookListResponse.class);
    }

    @Override
    Object request(String json) throws IOException {
      return mapper.readValue(
          json, io.github.realtimekit.webhooks.bench.jackson.WebhookRequest.class);
    }

    @Override
    void encode(Object value, BufferedSink json) throws IOException {
      writer.writeValue(json.outputStream(), value);
    }
  },

  /** Moshi walking over the tokens. */
  SKIP {
    @Override
    Object decode(Buffer json) throws IOException {
      JsonReader reader = JsonReader.of(json);
      reader.skipValue();
      return reader;
    }

    @Override
    Object request(String json) {
      return json;
    }

    @Override
    void encode(Object value, BufferedSink json) {
      throw new UnsupportedOperationException();
    }
  };

  abstract Object decode(Buffer json) throws IOException;

  abstract Object request(String json) throws IOException;

  abstract void encode(Object request, BufferedSink json) throws IOException;
}
