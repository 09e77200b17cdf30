package io.github.realtimekit.webhooks.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where a webhook sends to. */
final class WebhookUrl implements ITypeConverter<URI> {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Override
  public URI convert(String value) {
    URI url = parse(value);
    if (url == null
        || url.getScheme() == null
        || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
        || url.getRawAuthority() == null) {
      throw new TypeConversionException(
          "'%s' is not an absolute http or https URL, such as https://example.com/hooks"
              .formatted(value));
    }
    return url;
  }

  private static @Nullable URI parse(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException notUrl) {
      return null;
    }
  }
}
