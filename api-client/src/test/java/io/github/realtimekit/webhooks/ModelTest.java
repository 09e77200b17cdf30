package io.github.realtimekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fields of the kinds that the templates support, and of which this API uses only some. */
class ModelTest {
  private static final class AllKinds extends Model {
    static final ModelAdapter<AllKinds> ADAPTER = new ModelAdapter<>(new Builder());

    private AllKinds(@Nullable Object[] values) {
      super(ADAPTER.fields(), values);
    }

    String id() {
      return required(1);
    }

    @Nullable String note() {
      return requiredOrNull(2);
    }

    @Nullable Map<String, @Nullable String> labels() {
      return optional(3);
    }

    @Nullable List<String> tags() {
      return optional(4);
    }

    static final class Builder extends ModelBuilder<AllKinds, Builder> {
      Builder() {
        super(5);
      }

      @Override
      List<ModelField> fields() {
        return List.of(
            ModelField.required("id", Scalars.STRING),
            ModelField.required("note", Scalars.STRING).nullable(),
            ModelField.optional("labels", Scalars.map(Scalars.nullable(Scalars.STRING))),
            ModelField.optional("tags", Scalars.list(Scalars.STRING)).nullable(),
            ModelField.optional("extra", Scalars.OBJECT));
      }

      @Override
      AllKinds create(@Nullable Object[] values) {
        return new AllKinds(values);
      }
    }
  }

  private static AllKinds read(String json) throws IOException {
    return AllKinds.ADAPTER.fromJson(json);
  }

  @Test
  void keepsNullsThatTheSchemaAllows() throws IOException {
    String json =
        "{\"id\":\"a\",\"note\":null,\"labels\":{\"x\":null,\"y\":\"1\"},\"tags\":null,\"extra\":[1.5]}";
    AllKinds model = read(json);
    assertThat(model.note()).isNull();
    assertThat(model.missingFields()).isEmpty();
    assertThat(model.labels()).containsExactlyInAnyOrderEntriesOf(labels());
    assertThat(model.tags()).isNull();
    assertThat(AllKinds.ADAPTER.toJson(model)).isEqualTo(json);
  }

  private static Map<String, @Nullable String> labels() {
    Map<String, @Nullable String> labels = new LinkedHashMap<>();
    labels.put("x", null);
    labels.put("y", "1");
    return labels;
  }

  @Test
  void readsNullOfAnotherFieldAsMissing() throws IOException {
    AllKinds model = read("{\"id\":null,\"labels\":null}");
    assertThat(model.missingFields()).containsExactly("id", "note");
    assertThat(model.labels()).isNull();
    assertThatThrownBy(model::id).isInstanceOf(MissingFieldException.class);
    assertThatThrownBy(model::note)
        .isInstanceOf(MissingFieldException.class)
        .hasMessageContaining("note");
    assertThat(AllKinds.ADAPTER.toJson(model)).isEqualTo("{}");
  }

  @Test
  void leavesTheWritersTreatmentOfNullsAsItWas() throws IOException {
    AllKinds model = read("{\"id\":\"a\",\"note\":null}");
    Buffer written = new Buffer();
    for (boolean serializeNulls : new boolean[] {false, true}) {
      JsonWriter writer = JsonWriter.of(written);
      writer.setSerializeNulls(serializeNulls);
      AllKinds.ADAPTER.toJson(writer, model);
      assertThat(writer.getSerializeNulls()).isEqualTo(serializeNulls);
      assertThat(written.readUtf8()).isEqualTo("{\"id\":\"a\",\"note\":null}");
    }
  }

  @Test
  void buildsWithNullOnlyWhereTheSchemaAllowsIt() {
    AllKinds.Builder builder = new AllKinds.Builder();
    assertThatThrownBy(() -> builder.set(1, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("id");
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("AllKinds needs id, note");
    AllKinds model = builder.set(1, "a").setOrNull(2, null).setOrNull(4, List.of("t")).build();
    assertThat(model.note()).isNull();
    assertThat(model.tags()).containsExactly("t");
  }

  @Test
  void equalsByValues() throws IOException {
    AllKinds model = read("{\"id\":\"a\",\"note\":null}");
    AllKinds same = new AllKinds.Builder().set(1, "a").setOrNull(2, null).build();
    assertThat(same).isEqualTo(model).hasSameHashCodeAs(model);
    assertThat(model.hashCode()).isNotZero();
    AllKinds other = new AllKinds.Builder().set(1, "a").setOrNull(2, "n").build();
    assertThat(other).isNotEqualTo(model);
    assertThat(other.note()).isEqualTo("n");
  }

  @Test
  void copiesListsAndMapsWithNulls() {
    List<@Nullable String> list = Arrays.asList("a", null);
    assertThat(Scalars.copyOf(list)).isEqualTo(list).isNotSameAs(list);
    Map<String, @Nullable String> labels = labels();
    assertThat(Scalars.copyOf(labels)).isEqualTo(labels).isNotSameAs(labels);
    assertThatThrownBy(() -> Scalars.copyOf(labels).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
