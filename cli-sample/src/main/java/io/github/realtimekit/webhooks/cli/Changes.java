package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookPatch;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The details of a webhook to change. */
final class Changes {
  @Option(names = "--name", paramLabel = "NAME", description = "What to call it.")
  private @Nullable String name;

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = WebhookUrl.class,
      description = "Where it sends events to: absolute, http or https.")
  private @Nullable URI url;

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      split = ",",
      splitSynopsisLabel = ",",
      completionCandidates = Events.class,
      description = "What it is told about; can be repeated. See Events.")
  private @Nullable List<String> events;

  @Option(
      names = "--allow-unknown-event",
      description = "Let an event through that this version does not know.")
  private boolean allowUnknownEvent;

  @ArgGroup private @Nullable Switch state;

  private static final class Switch {
    @Option(names = "--enable", description = "Switch it on.")
    private @Nullable Boolean on;

    @Option(names = "--disable", description = "Switch it off.")
    private @Nullable Boolean off;

    boolean on() {
      return on != null ? on : !Boolean.TRUE.equals(off);
    }
  }

  WebhookPatch patch() {
    WebhookPatch.Builder patch = WebhookPatch.builder();
    if (name != null) {
      patch.name(name);
    }
    if (url != null) {
      patch.url(url);
    }
    if (events != null) {
      patch.events(Events.parse(events, allowUnknownEvent));
    }
    if (state != null) {
      patch.enabled(state.on());
    }
    if (patch.build().equals(WebhookPatch.builder().build())) {
      throw new UsageException(
          "Nothing to change: give at least one of --name, --url, --event, --enable, --disable");
    }
    return patch.build();
  }
}
