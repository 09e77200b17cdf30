package io.github.realtimekit.webhooks.spec.rules;

import io.github.realtimekit.webhooks.spec.Spec;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

/** The parser that the generator uses. */
public final class Parser {
  private Parser() {}

  public static SwaggerParseResult parse(Spec spec) {
    return new OpenAPIV3Parser().readContents(spec.text());
  }
}
