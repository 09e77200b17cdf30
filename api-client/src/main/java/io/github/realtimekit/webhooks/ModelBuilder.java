package io.github.realtimekit.webhooks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Superclass of the generated models' builders.
 *
 * @param <M> the model
 * @param <B> the builder itself
 */
abstract class ModelBuilder<M extends Model, B extends ModelBuilder<M, B>> {
  private final ModelAdapter<M> adapter;
  private final @Nullable Object[] values;

  ModelBuilder(ModelAdapter<M> adapter) {
    this.adapter = adapter;
    this.values = new Object[adapter.fields().size()];
  }

  ModelBuilder(ModelAdapter<M> adapter, M model) {
    this.adapter = adapter;
    this.values = model.values();
  }

  final B set(int number, @Nullable Object value) {
    values[number - 1] = Objects.requireNonNull(value, adapter.fields().get(number - 1).name());
    return self();
  }

  final B setOrNull(int number, @Nullable Object value) {
    return set(number, value == null ? Model.NULL : value);
  }

  @SuppressWarnings("unchecked") // What B is for.
  private B self() {
    return (B) this;
  }

  /**
   * Builds the object.
   *
   * @throws IllegalStateException if a required field is missing; the message names it
   */
  public M build() {
    M built = adapter.create(values.clone());
    if (!built.missingFields().isEmpty()) {
      throw new IllegalStateException(
          built.getClass().getSimpleName() + " needs " + String.join(", ", built.missingFields()));
    }
    return built;
  }
}
