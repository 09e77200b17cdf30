package io.github.realtimekit.webhooks.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Lists the fields of a model, to find those that are missing or unreadable, and to show them. */
public final class ModelFields {
  private static final class Field {
    final String name;
    final boolean isRequired;
    final @Nullable Object json;
    final @Nullable Object value;
    final @Nullable Function<?, Set<String>> unreadableFields;
    boolean isSecret;

    Field(
        String name,
        boolean isRequired,
        @Nullable Object json,
        @Nullable Object value,
        @Nullable Function<?, Set<String>> unreadableFields) {
      this.name = name;
      this.isRequired = isRequired;
      this.json = json;
      this.value = value;
      this.unreadableFields = unreadableFields;
    }
  }

  private final String model;
  private final OtherJson otherJson;
  private final List<Field> fields = new ArrayList<>();

  public ModelFields(String model, OtherJson otherJson) {
    this.model = model;
    this.otherJson = otherJson;
  }

  /** Adds a required field of a type that JSON has. */
  public ModelFields required(String name, @Nullable Object json) {
    return add(new Field(name, true, json, json, null));
  }

  /** Adds a required field with what its JSON was converted to, or null if it cannot be. */
  public ModelFields required(String name, @Nullable Object json, @Nullable Object value) {
    return add(new Field(name, true, json, value, null));
  }

  /** Adds a required field with a model, or with lists or maps of models. */
  public <M> ModelFields required(
      String name, @Nullable Object json, Function<M, Set<String>> unreadableFields) {
    return add(new Field(name, true, json, json, unreadableFields));
  }

  /** Adds a field of a type that JSON has. */
  public ModelFields optional(String name, @Nullable Object json) {
    return add(new Field(name, false, json, json, null));
  }

  /** Adds a field with what its JSON was converted to, or null if it cannot be. */
  public ModelFields optional(String name, @Nullable Object json, @Nullable Object value) {
    return add(new Field(name, false, json, value, null));
  }

  /** Adds a field with a model, or with lists or maps of models. */
  public <M> ModelFields optional(
      String name, @Nullable Object json, Function<M, Set<String>> unreadableFields) {
    return add(new Field(name, false, json, json, unreadableFields));
  }

  private ModelFields add(Field field) {
    fields.add(field);
    return this;
  }

  /** Marks the last field as secret: its value is not shown. */
  public ModelFields secret() {
    fields.get(fields.size() - 1).isSecret = true;
    return this;
  }

  /** Returns the names of the required fields that are missing or cannot be read. */
  public Set<String> missing() {
    Set<String> missing = new LinkedHashSet<>();
    for (Field field : fields) {
      if (field.isRequired && field.value == null && !otherJson.isNull(field.name)) {
        missing.add(field.name);
      }
    }
    return Collections.unmodifiableSet(missing);
  }

  /** Returns the names of the fields that cannot be read, dotted if they are fields of a field. */
  public Set<String> unreadable() {
    Set<String> unreadable = new LinkedHashSet<>();
    for (Field field : fields) {
      boolean isOther = otherJson.get(field.name) != null && !otherJson.isNull(field.name);
      if (field.value == null && (field.json != null || isOther)) {
        unreadable.add(field.name);
      } else if (field.unreadableFields != null) {
        addUnreadable(unreadable, field.name, field.json, field.unreadableFields);
      }
    }
    return Collections.unmodifiableSet(unreadable);
  }

  @SuppressWarnings("unchecked") // The template has the types.
  private static <M> void addUnreadable(
      Set<String> unreadable,
      String path,
      @Nullable Object json,
      Function<M, Set<String>> unreadableFields) {
    if (json instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        addUnreadable(unreadable, path + "[" + i + "]", list.get(i), unreadableFields);
      }
    } else if (json instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> addUnreadable(unreadable, path + "." + key, value, unreadableFields));
    } else if (json != null) {
      for (String field : unreadableFields.apply((M) json)) {
        unreadable.add(path + "." + field);
      }
    }
  }

  /** Returns the value of a field as it is in JSON; null if the field is missing. */
  public @Nullable String text(String name) {
    for (Field field : fields) {
      if (field.name.equals(name)) {
        boolean isText = field.json instanceof String && !field.isSecret;
        return isText ? '"' + shown(field) + '"' : shown(field);
      }
    }
    throw new AssertionError(name);
  }

  private @Nullable String shown(Field field) {
    ByteString other = otherJson.get(field.name);
    if (field.json == null && other == null) {
      return null;
    }
    if (field.isSecret) {
      return "[hidden]";
    }
    if (field.json == null) {
      return RawJson.shown(Objects.requireNonNull(other));
    }
    return field.json instanceof ByteString json ? json.utf8() : field.json.toString();
  }

  /** Returns the model's name and its fields as they are in JSON. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(model).append('[');
    String separator = "";
    for (Field field : fields) {
      text.append(separator).append(field.name).append('=').append(shown(field));
      separator = ", ";
    }
    return text.append(']').toString();
  }
}
