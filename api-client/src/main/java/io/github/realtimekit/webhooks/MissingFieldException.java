package io.github.realtimekit.webhooks;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an accessor of a required field that the response lacks, or whose text is not a value
 * of its type. The live API's responses to {@code replaceWebhook} and {@code editWebhook} may lack
 * fields; {@code getWebhook} returns all.
 */
public final class MissingFieldException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String field;

  private MissingFieldException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** Returns the field's name in JSON. */
  public String field() {
    return field;
  }

  /**
   * Returns the value of a field.
   *
   * @param unreadable what is wrong with the text of fields that cannot be read, by their names
   */
  static <T> T check(
      @Nullable T value, String model, String field, Map<String, String> unreadable) {
    if (value != null) {
      return value;
    }
    String problem = unreadable.get(field);
    throw new MissingFieldException(
        field,
        problem == null
            ? model + " lacks \"" + field + "\": see missingFields(), or get the whole of it"
            : "\"" + field + "\" of " + model + " cannot be read: " + problem);
  }
}
