package io.github.realtimekit.webhooks.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the URL that a webhook sends events to. */
public final class WebhookUrlConverter implements ITypeConverter<URI> {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Override
  public URI convert(String text) {
    URI url = parse(text);
    if (url == null
        || url.getScheme() == null
        || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
        || url.getRawAuthority() == null) {
      throw new TypeConversionException(
          "'%s' is not an absolute http or https URL, such as https://example.com/hooks"
              .formatted(text));
    }
    return url;
  }

  private static @Nullable URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException notUrl) {
      return null;
    }
  }
}
