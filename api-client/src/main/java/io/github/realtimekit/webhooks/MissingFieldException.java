package io.github.realtimekit.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by an accessor of a required field that the response lacks, or whose text is not a value
 * of its type. The live API's responses to {@code replaceWebhook} and {@code editWebhook} may lack
 * fields; {@code getWebhook} returns all.
 */
public final class MissingFieldException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /** Creates an exception; the problem is that of a text which cannot be read. */
  MissingFieldException(String model, String field, @Nullable String problem) {
    super(
        problem == null
            ? model + " lacks \"" + field + "\": see missingFields(), or get the whole of it"
            : "\"" + field + "\" of " + model + " cannot be read: " + problem);
    this.field = field;
  }

  /** Returns the field's name in JSON. */
  public String field() {
    return field;
  }
}
