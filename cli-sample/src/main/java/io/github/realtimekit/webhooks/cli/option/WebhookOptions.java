package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.WebhookRequest;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for all details of a webhook. */
public final class WebhookOptions {
  @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name to show.")
  private String name;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      converter = WebhookUrlConverter.class,
      description = "URL to send events to: absolute, http or https.")
  private URI url;

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      required = true,
      completionCandidates = EventOptions.Names.class,
      description = EventOptions.DESCRIPTION)
  private List<String> events;

  @Mixin private EventOptions eventOptions;

  @Option(names = "--disabled", description = "Switch the webhook off; on by default.")
  private boolean disabled;

  /**
   * Builds the request.
   *
   * @throws picocli.CommandLine.ParameterException if an event is missing or not known
   */
  public WebhookRequest request() {
    return WebhookRequest.builder()
        .name(name)
        .url(url)
        .events(eventOptions.parse(events))
        .enabled(!disabled)
        .build();
  }
}
