package io.github.realtimekit.webhooks.cli.option;

import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a webhook. {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
public final class WebhookIdConverter implements ITypeConverter<UUID> {
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  @Override
  public UUID convert(String text) {
    if (!ID.matcher(text).matches()) {
      throw new TypeConversionException(
          "'%s' is not a UUID, such as 0d1f069d-43bb-489a-ad8c-7eb95592ba8e".formatted(text));
    }
    return UUID.fromString(text);
  }
}
