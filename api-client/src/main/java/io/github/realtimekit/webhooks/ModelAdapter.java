package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes a generated model by the list of its fields, without reflection. */
final class ModelAdapter<M extends Model> extends JsonAdapter<M> {
  private record Table(List<ModelField> fields, JsonReader.Options names) {}

  private final ModelBuilder<M, ?> builder;
  private @Nullable Table table;

  /** Creates an adapter that asks the builder at the first use: models may refer to each other. */
  ModelAdapter(ModelBuilder<M, ?> builder) {
    this.builder = builder;
  }

  List<ModelField> fields() {
    return table().fields;
  }

  /** Threads that race make equal tables. */
  private Table table() {
    Table known = table;
    if (known == null) {
      List<ModelField> fields = builder.fields();
      String[] names = fields.stream().map(ModelField::name).toArray(String[]::new);
      known = new Table(fields, JsonReader.Options.of(names));
      table = known;
    }
    return known;
  }

  @Override
  public M fromJson(JsonReader reader) throws IOException {
    Table table = table();
    @Nullable Object[] values = new Object[table.fields.size()];
    reader.beginObject();
    while (reader.hasNext()) {
      int index = reader.selectName(table.names);
      if (index < 0) {
        reader.skipName();
        reader.skipValue();
      } else if (reader.peek() == Token.NULL) {
        reader.skipValue();
        if (values[index] == null && table.fields.get(index).isNullable()) {
          values[index] = Model.NULL;
        }
      } else {
        values[index] = table.fields.get(index).read(reader);
      }
    }
    reader.endObject();
    return builder.create(values);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable M value) throws IOException {
    Objects.requireNonNull(value).write(writer);
  }
}
