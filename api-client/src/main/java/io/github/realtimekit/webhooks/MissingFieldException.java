package io.github.realtimekit.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by the accessor of a required field that is missing or cannot be read. The live API's
 * responses to {@code replaceWebhook} and {@code editWebhook} may lack fields; {@code getWebhook}
 * returns all.
 */
public final class MissingFieldException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 200;

  private final String field;

  /**
   * Creates an exception.
   *
   * @param text value that cannot be read; null if the field is missing
   */
  MissingFieldException(String model, String field, @Nullable String text) {
    super(
        text == null
            ? model + " lacks \"" + field + "\": see missingFields(), or get the whole of it"
            : "\"" + field + "\" of " + model + " cannot be read: " + start(text));
    this.field = field;
  }

  private static String start(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  /** Returns the field's name in JSON. */
  public String field() {
    return field;
  }
}
