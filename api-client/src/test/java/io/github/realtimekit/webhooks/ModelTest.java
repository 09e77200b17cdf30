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

/** Kinds of fields that the generated models may have, and those of this API have not. */
class ModelTest {
  private static final class Sample extends Model {
    static final ModelAdapter<Sample> ADAPTER = new ModelAdapter<>(new Builder());

    private Sample(@Nullable Object[] values) {
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

    static final class Builder extends ModelBuilder<Sample, Builder> {
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
      Sample create(@Nullable Object[] values) {
        return new Sample(values);
      }
    }
  }

  private static Sample read(String json) throws IOException {
    return Sample.ADAPTER.fromJson(json);
  }

  @Test
  void keepsNullsThatTheSchemaAllows() throws IOException {
    String json =
        "{\"id\":\"a\",\"note\":null,\"labels\":{\"x\":null,\"y\":\"1\"},\"tags\":null,\"extra\":[1.5]}";
    Sample sample = read(json);
    assertThat(sample.note()).isNull();
    assertThat(sample.missingFields()).isEmpty();
    assertThat(sample.labels()).containsExactlyInAnyOrderEntriesOf(labels());
    assertThat(sample.tags()).isNull();
    assertThat(Sample.ADAPTER.toJson(sample)).isEqualTo(json);
  }

  private static Map<String, @Nullable String> labels() {
    Map<String, @Nullable String> labels = new LinkedHashMap<>();
    labels.put("x", null);
    labels.put("y", "1");
    return labels;
  }

  @Test
  void readsNullOfAnotherFieldAsMissing() throws IOException {
    Sample sample = read("{\"id\":null,\"labels\":null}");
    assertThat(sample.missingFields()).containsExactly("id", "note");
    assertThat(sample.labels()).isNull();
    assertThatThrownBy(sample::id).isInstanceOf(MissingFieldException.class);
    assertThatThrownBy(sample::note)
        .isInstanceOf(MissingFieldException.class)
        .hasMessageContaining("note");
    assertThat(Sample.ADAPTER.toJson(sample)).isEqualTo("{}");
  }

  @Test
  void leavesTheWritersTreatmentOfNullsAsItWas() throws IOException {
    Sample sample = read("{\"id\":\"a\",\"note\":null}");
    Buffer written = new Buffer();
    for (boolean serializeNulls : new boolean[] {false, true}) {
      JsonWriter writer = JsonWriter.of(written);
      writer.setSerializeNulls(serializeNulls);
      Sample.ADAPTER.toJson(writer, sample);
      assertThat(writer.getSerializeNulls()).isEqualTo(serializeNulls);
      assertThat(written.readUtf8()).isEqualTo("{\"id\":\"a\",\"note\":null}");
    }
  }

  @Test
  void buildsWithNullOnlyWhereTheSchemaAllowsIt() {
    Sample.Builder builder = new Sample.Builder();
    assertThatThrownBy(() -> builder.set(1, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("id");
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Sample needs id, note");
    Sample sample = builder.set(1, "a").setOrNull(2, null).setOrNull(4, List.of("t")).build();
    assertThat(sample.note()).isNull();
    assertThat(sample.tags()).containsExactly("t");
  }

  @Test
  void equalsByValues() throws IOException {
    Sample sample = read("{\"id\":\"a\",\"note\":null}");
    Sample same = new Sample.Builder().set(1, "a").setOrNull(2, null).build();
    assertThat(same).isEqualTo(sample).hasSameHashCodeAs(sample);
    assertThat(sample.hashCode()).isNotZero();
    Sample other = new Sample.Builder().set(1, "a").setOrNull(2, "n").build();
    assertThat(other).isNotEqualTo(sample);
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
