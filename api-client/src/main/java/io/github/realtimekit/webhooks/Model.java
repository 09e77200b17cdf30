package io.github.realtimekit.webhooks;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Superclass of the generated models, which only name their fields. A field has the number that it
 * has in the adapter's list, from one, as the templates count.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // A field's value has the type of its accessor.
abstract class Model {
  /** Value of a field that is null in JSON, as opposed to missing. */
  static final Object NULL = new Object();

  /** Value of a required field whose text is not of its type. */
  record Unreadable(String problem) {}

  private final List<ModelField> fields;
  private final @Nullable Object[] values;

  /** Creates a model that keeps the array as it is. */
  Model(List<ModelField> fields, @Nullable Object[] values) {
    this.fields = fields;
    this.values = values;
  }

  @Nullable Object[] values() {
    return values.clone();
  }

  /** Returns the value of an optional field. */
  @SuppressWarnings("unchecked") // The adapter of the field made it.
  final <T> @Nullable T optional(int number) {
    Object value = values[number - 1];
    return isPresent(value) ? (T) value : null;
  }

  /** Returns the value of a required field. */
  final <T> T required(int number) {
    T value = optional(number);
    if (value == null) {
      Object problem = values[number - 1];
      throw new MissingFieldException(
          getClass().getSimpleName(),
          fields.get(number - 1).name(),
          problem instanceof Unreadable unreadable ? unreadable.problem() : null);
    }
    return value;
  }

  /** Returns the value of a required field that may be null in JSON. */
  final <T> @Nullable T requiredOrNull(int number) {
    return values[number - 1] == NULL ? null : required(number);
  }

  /** Returns the JSON names of the required fields that are missing or cannot be read. */
  public Set<String> missingFields() {
    Set<String> missing = new LinkedHashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isRequired() && values[i] != NULL && !isPresent(values[i])) {
        missing.add(fields.get(i).name());
      }
    }
    return Collections.unmodifiableSet(missing);
  }

  private static boolean isPresent(@Nullable Object value) {
    return value != null && value != NULL && !(value instanceof Unreadable);
  }

  void write(JsonWriter writer) throws IOException {
    writer.beginObject();
    for (int i = 0; i < fields.size(); i++) {
      Object value = values[i];
      if (isPresent(value)) {
        writer.name(fields.get(i).name());
        fields.get(i).adapter().toJson(writer, value);
      } else if (value == NULL) {
        writer.name(fields.get(i).name());
        Scalars.writeNull(writer);
      }
    }
    writer.endObject();
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // Models have no subclasses, but one superclass for all.
  public boolean equals(@Nullable Object other) {
    return other != null
        && getClass() == other.getClass()
        && Arrays.equals(values, ((Model) other).values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Returns the fields by their JSON names, without the values of secret ones. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(getClass().getSimpleName()).append('[');
    for (int i = 0; i < fields.size(); i++) {
      Object value = isPresent(values[i]) ? values[i] : null;
      text.append(i == 0 ? "" : ", ").append(fields.get(i).name()).append('=');
      text.append(value != null && fields.get(i).isSecret() ? "[hidden]" : value);
    }
    return text.append(']').toString();
  }
}
