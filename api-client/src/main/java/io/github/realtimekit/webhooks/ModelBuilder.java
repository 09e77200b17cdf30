package io.github.realtimekit.webhooks;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Superclass of the generated models' builders.
 *
 * @param <M> the model
 * @param <B> the builder itself
 */
abstract class ModelBuilder<M extends Model, B extends ModelBuilder<M, B>> {
  private final @Nullable Object[] values;

  ModelBuilder(int fieldCount) {
    this.values = new Object[fieldCount];
  }

  ModelBuilder(M model) {
    this.values = model.values();
  }

  abstract List<ModelField> fields();

  /** Creates a model that keeps the array as it is. */
  abstract M create(@Nullable Object[] values);

  final B set(int number, @Nullable Object value) {
    values[number - 1] = Objects.requireNonNull(value, () -> fields().get(number - 1).name());
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
    M built = create(values.clone());
    if (!built.missingFields().isEmpty()) {
      throw new IllegalStateException(
          built.getClass().getSimpleName() + " needs " + String.join(", ", built.missingFields()));
    }
    return built;
  }
}
