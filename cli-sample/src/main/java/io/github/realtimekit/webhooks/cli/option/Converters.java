package io.github.realtimekit.webhooks.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converters of values that options and files have. */
public final class Converters {
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private Converters() {}

  /** Reads the id of a webhook. {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
  public static final class WebhookId implements ITypeConverter<UUID> {
    @Override
    public UUID convert(String text) {
      if (!ID.matcher(text).matches()) {
        throw new TypeConversionException(
            "'%s' is not a UUID, such as 0d1f069d-43bb-489a-ad8c-7eb95592ba8e".formatted(text));
      }
      return UUID.fromString(text);
    }
  }

  /** Reads the URL that a webhook sends events to. */
  public static final class WebhookUrl implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      try {
        URI url = new URI(text);
        if (("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
            && url.getRawAuthority() != null) {
          return url;
        }
      } catch (URISyntaxException notUrl) {
        // The same mistake.
      }
      throw new TypeConversionException(
          "'%s' is not an absolute http or https URL, such as https://example.com/hooks"
              .formatted(text));
    }
  }
}
