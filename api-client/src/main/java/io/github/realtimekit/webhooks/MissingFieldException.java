package io.github.realtimekit.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * A field was read that the API promises and that its answer left out. The live API answers {@code
 * replaceWebhook} and {@code editWebhook} with a part of the webhook; {@code getWebhook} gives all.
 */
public final class MissingFieldException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String field;

  private MissingFieldException(String model, String field) {
    super(
        "The API's answer left out \"%s\" of %s: missingFields() tells what is not there, and fetching it again gives all of it"
            .formatted(field, model));
    this.field = field;
  }

  /** The field's name in JSON. */
  public String field() {
    return field;
  }

  static <T> T check(@Nullable T value, String model, String field) {
    if (value == null) {
      throw new MissingFieldException(model, field);
    }
    return value;
  }
}
