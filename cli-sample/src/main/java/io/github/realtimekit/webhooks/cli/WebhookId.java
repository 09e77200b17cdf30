package io.github.realtimekit.webhooks.cli;

import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a webhook. {@link UUID#fromString} alone takes {@code 1-1-1-1-1} as well. */
final class WebhookId implements ITypeConverter<UUID> {
  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** The parameter of the commands for one webhook. */
  static PositionalParamSpec parameter() {
    return PositionalParamSpec.builder()
        .index("0")
        .paramLabel("ID")
        .type(UUID.class)
        .converters(new WebhookId())
        .required(true)
        .description("Its id.")
        .build();
  }

  @Override
  public UUID convert(String value) {
    if (!UUID_TEXT.matcher(value).matches()) {
      throw new TypeConversionException(
          "'%s' is not a UUID, such as 0d1f069d-43bb-489a-ad8c-7eb95592ba8e".formatted(value));
    }
    return UUID.fromString(value);
  }
}
