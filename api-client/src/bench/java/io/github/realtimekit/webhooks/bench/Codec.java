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
import io.github.realtimekit.webhooks.bench.gson.JSON;
import io.github.realtimekit.webhooks.bench.jackson.ApiClient;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import okio.BufferedSink;

/**
 * How each client turns the body of an answer into objects and back. All of them are thread-safe.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Codec {
  OURS {
    private final JsonAdapter<WebhookListResponse> adapter =
        new Moshi.Builder().add(new ModelAdapters()).build().adapter(WebhookListResponse.class);

    @Override
    Object decode(Buffer json) throws IOException {
      return adapter.fromJson(json);
    }

    @Override
    void encode(Object value, BufferedSink json) throws IOException {
      adapter.toJson(json, (WebhookListResponse) value);
    }
  },

  /** As Retrofit's converter for Gson does it. */
  GSON {
    private final Gson gson = new JSON().getGson();
    private final TypeAdapter<io.github.realtimekit.webhooks.bench.gson.WebhookListResponse>
        adapter =
            gson.getAdapter(io.github.realtimekit.webhooks.bench.gson.WebhookListResponse.class);

    @Override
    Object decode(Buffer json) throws IOException {
      return adapter.read(
          gson.newJsonReader(new InputStreamReader(json.inputStream(), StandardCharsets.UTF_8)));
    }

    @Override
    void encode(Object value, BufferedSink json) throws IOException {
      JsonWriter writer =
          gson.newJsonWriter(new OutputStreamWriter(json.outputStream(), StandardCharsets.UTF_8));
      adapter.write(writer, (io.github.realtimekit.webhooks.bench.gson.WebhookListResponse) value);
      writer.flush();
    }
  },

  /** As the code of the stock native client does it: the answer by way of a string. */
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
    void encode(Object value, BufferedSink json) throws IOException {
      writer.writeValue(json.outputStream(), value);
    }
  },

  /** What Moshi takes to walk over the tokens and make nothing of them. */
  SKIP {
    @Override
    Object decode(Buffer json) throws IOException {
      JsonReader reader = JsonReader.of(json);
      reader.skipValue();
      return reader;
    }

    @Override
    void encode(Object value, BufferedSink json) {
      throw new UnsupportedOperationException();
    }
  };

  abstract Object decode(Buffer json) throws IOException;

  abstract void encode(Object value, BufferedSink json) throws IOException;
}
