package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookRequest;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Option;

/** All details of a webhook. */
final class WholeWebhook {
  @Option(names = "--name", paramLabel = "NAME", required = true, description = "What to call it.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      converter = WebhookUrl.class,
      description = "Where it sends events to: absolute, http or https.")
  @SuppressWarnings("NullAway.Init")
  private URI url;

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      required = true,
      split = ",",
      splitSynopsisLabel = ",",
      completionCandidates = Events.class,
      description = "What it is told about; can be repeated. See Events.")
  private List<String> events = List.of();

  @Option(
      names = "--allow-unknown-event",
      description = "Let an event through that this version does not know.")
  private boolean allowUnknownEvent;

  @Option(names = "--disabled", description = "Leave it switched off; on by default.")
  private boolean disabled;

  WebhookRequest request() {
    return WebhookRequest.builder()
        .name(name)
        .url(url)
        .events(Events.parse(events, allowUnknownEvent))
        .enabled(!disabled)
        .build();
  }
}
