package io.github.realtimekit.webhooks.cli;

import java.net.URI;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** The options for the details of a webhook. */
final class Details {
  private Details() {}

  static OptionSpec.Builder name() {
    return OptionSpec.builder("--name")
        .paramLabel("NAME")
        .type(String.class)
        .description("What to call it.");
  }

  static OptionSpec.Builder url() {
    return OptionSpec.builder("--url")
        .paramLabel("URL")
        .type(URI.class)
        .converters(new WebhookUrl())
        .description("Where it sends events to: absolute, http or https.");
  }

  static OptionSpec.Builder events() {
    return OptionSpec.builder("--event")
        .paramLabel("EVENT")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",")
        .splitRegexSynopsisLabel(",")
        .completionCandidates(new Events())
        .description("What it is told about; can be repeated. See Events.");
  }

  static OptionSpec allowUnknownEvent() {
    return Options.flag(
        "Let an event through that this version does not know.", "--allow-unknown-event");
  }
}
