package io.github.realtimekit.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of the kinds that the templates support, and of which this API uses only some. */
class FieldsTest {
  /** A model as the templates make it, with a field of each kind. */
  private record Kinds(
      @Nullable String text,
      @Nullable Boolean flag,
      @Nullable JsonNumber number,
      @Nullable JsonNumber digits,
      @Nullable List<String> list,
      @Nullable Map<String, @Nullable List<JsonNumber>> map,
      @Nullable ByteString any,
      OtherJson other) {
    static final JsonAdapter<Kinds> ADAPTER = new KindsAdapter();

    ModelFields fields() {
      return new ModelFields("Kinds", other)
          .required("text", text)
          .optional("flag", flag)
          .optional("number", number, Conversions.toInteger(number))
          .optional("digits", digits, Conversions.toLong(digits))
          .secret()
          .optional("list", list)
          .optional("map", map)
          .optional("any", any, Conversions.toObject(any));
    }
  }

  private static final class KindsAdapter extends JsonAdapter<Kinds> {
    private static final FieldNames NAMES =
        FieldNames.of("text", "flag", "number", "digits", "list", "map", "any");
    private static final JsonAdapter<List<String>> LIST = JsonAdapters.list(JsonAdapters.TEXT);
    private static final JsonAdapter<Map<String, @Nullable List<JsonNumber>>> MAP =
        JsonAdapters.map(JsonAdapters.nullable(JsonAdapters.list(JsonAdapters.NUMBER)));

    @Override
    public Kinds fromJson(JsonReader reader) throws IOException {
      FieldReader fields = new FieldReader(reader, NAMES);
      @Nullable String text = null;
      @Nullable Boolean flag = null;
      @Nullable JsonNumber number = null;
      @Nullable JsonNumber digits = null;
      @Nullable List<String> list = null;
      @Nullable Map<String, @Nullable List<JsonNumber>> map = null;
      @Nullable ByteString any = null;
      while (fields.next()) {
        switch (fields.name()) {
          case "text" -> text = fields.readOrNull(JsonAdapters.TEXT);
          case "flag" -> flag = fields.read(JsonAdapters.BOOLEAN);
          case "number" -> number = fields.read(JsonAdapters.NUMBER);
          case "digits" -> digits = fields.read(JsonAdapters.DIGITS);
          case "list" -> list = fields.readOrNull(LIST);
          case "map" -> map = fields.read(MAP);
          default -> any = fields.read(JsonAdapters.ANY);
        }
      }
      return new Kinds(text, flag, number, digits, list, map, any, fields.otherJson());
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Kinds kinds) throws IOException {
      Objects.requireNonNull(kinds);
      FieldWriter fields = new FieldWriter(writer, kinds.other());
      fields.write("text", kinds.text(), JsonAdapters.TEXT);
      fields.write("flag", kinds.flag(), JsonAdapters.BOOLEAN);
      fields.write("number", kinds.number(), JsonAdapters.NUMBER);
      fields.write("digits", kinds.digits(), JsonAdapters.DIGITS);
      fields.write("list", kinds.list(), LIST);
      fields.write("map", kinds.map(), MAP);
      fields.write("any", kinds.any(), JsonAdapters.ANY);
      fields.end();
    }
  }

  private static Kinds read(String json) throws IOException {
    return Kinds.ADAPTER.fromJson(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":\"\"}",
        "{\"text\":null,\"list\":null}",
        "{\"flag\":true,\"number\":-1.50,\"digits\":\"007\"}",
        "{\"number\":12345678901234567890,\"digits\":1e2}",
        "{\"list\":[],\"map\":{\"x\":null,\"y\":[1.0]}}",
        "{\"any\":{ \"a\" : [1.50, null] }}",
        "{\"text\":{ \"a\" : 1 },\"flag\":\"true\",\"number\":\"7\",\"digits\":[ ],\"list\":{},\"map\":[1]}",
        "{\"list\":[\"a\",[1.50],{ },\"b\"]}",
        "{\"map\":{\"x\":null,\"y\":[1.50,\"a\"],\"z\":[ ]}}",
      })
  void keepsWhatCame(String json) throws IOException {
    Kinds model = read(json);
    assertThat(Kinds.ADAPTER.toJson(model)).isEqualTo(json);
    assertThat(read(json)).isEqualTo(model).hasSameHashCodeAs(model);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # JSON | unreadable | missing
          {"text":"a","number":7} | `` | ``
          {"text":null,"list":null} | `` | ``
          {"text":7,"flag":null} | text | text
          {"number":7.5,"digits":"x","any":{"a":1,"a":2}} | number digits any | text
          {"flag":0,"list":["a",7],"map":{"a":[[]]}} | flag list map | text
          {"text":7,"text":"a","flag":true,"flag":7} | flag | ``
          {"text":"a","text":7} | text | text
          {"text":null,"text":"a","list":[7],"list":null} | `` | ``
          {"other":7} | `` | text
          """)
  void namesWhatCannotBeRead(String json, String unreadable, String missing) throws IOException {
    ModelFields fields = read(json).fields();
    assertThat(String.join(" ", fields.unreadable())).isEqualTo(unreadable);
    assertThat(String.join(" ", fields.missing())).isEqualTo(missing);
  }

  @Test
  void namesUnreadableFieldsOfModelsInListsAndMaps() {
    ModelFields fields =
        new ModelFields("Kinds", OtherJson.NONE)
            .optional("one", "a", (String model) -> Set.of("x"))
            .required("many", List.of("a", "b"), (String model) -> Set.of(model))
            .optional("named", Map.of("k", "a"), (String model) -> Set.of("y.z"));
    assertThat(fields.unreadable())
        .containsExactly("one.x", "many[0].a", "many[1].b", "named.k.y.z");
    assertThat(fields.missing()).isEmpty();
  }

  @Test
  void showsWhatCameWithoutSecrets() throws IOException {
    assertThat(read("{\"text\":\"a\",\"number\":1.50,\"digits\":\"7\",\"any\":[1]}").fields())
        .hasToString(
            "Kinds[text=a, flag=null, number=1.50, digits=[hidden], list=null, map=null, any=[1]]");
    ModelFields other =
        read("{\"text\":7,\"flag\":\"s\",\"digits\":{},\"list\":{\"a\":\"s\"},\"map\":[\"s\"]}")
            .fields();
    assertThat(other)
        .hasToString(
            "Kinds[text=7, flag=\"…\", number=null, digits=[hidden], list={…}, map=[…], any=null]");
    assertThat(other.text("text")).isEqualTo("7");
    assertThat(other.text("digits")).isEqualTo("[hidden]");
    assertThat(other.text("number")).isNull();
    assertThat(read("{\"text\":\"a\"}").fields().text("text")).isEqualTo("\"a\"");
  }

  @Test
  void leavesTheWritersTreatmentOfNullsAsItWas() throws IOException {
    Kinds model = read("{\"text\":null,\"map\":{\"a\":null}}");
    Buffer written = new Buffer();
    for (boolean serializeNulls : new boolean[] {false, true}) {
      JsonWriter writer = JsonWriter.of(written);
      writer.setSerializeNulls(serializeNulls);
      Kinds.ADAPTER.toJson(writer, model);
      assertThat(writer.getSerializeNulls()).isEqualTo(serializeNulls);
      assertThat(written.readUtf8()).isEqualTo("{\"text\":null,\"map\":{\"a\":null}}");
    }
    assertThat(Kinds.ADAPTER.toJsonValue(model)).hasToString("{text=null, map={a=null}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\":{a b}}", "{\"text\":[\"\\q\"]}", "{\"any\":[01]}"})
  void failsForMalformedJsonInAnyField(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(JsonEncodingException.class);
  }

  @Test
  void failsInMoshiAsMoshisOwnAdaptersDo() {
    JsonAdapter<Kinds> adapter = JsonAdapters.forMoshi(Kinds.ADAPTER);
    assertThatThrownBy(() -> adapter.fromJson("[7]"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected BEGIN_OBJECT but was BEGIN_ARRAY at path $");
    assertThatThrownBy(() -> adapter.toJson(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void writesAnyObjectThatMoshiHas() {
    assertThat(JsonAdapters.toJson(Map.of("a", List.of(1.5))).utf8()).isEqualTo("{\"a\":[1.5]}");
    assertThatThrownBy(() -> JsonAdapters.toJson(new Object()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
