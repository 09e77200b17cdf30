package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the details of a webhook. */
public final class Details {
  @Option(names = "--name", paramLabel = "NAME", description = "Name of the webhook.")
  private @Nullable String name;

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = Converters.WebhookUrl.class,
      description = "URL to send events to: absolute, http or https.")
  private @Nullable URI url;

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      completionCandidates = Events.class,
      description =
          "Event type to subscribe to; repeat or separate with commas. One of"
              + " ${COMPLETION-CANDIDATES}.")
  private @Nullable List<String> events;

  @Option(
      names = "--allow-unknown-event",
      description = "Accept an event type that events --offline does not list.")
  private boolean allowUnknownEvent;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Returns the URL if one is given. */
  public Optional<String> url() {
    return Optional.ofNullable(url).map(URI::toString);
  }

  /**
   * Builds a request with all details.
   *
   * @throws ParameterException if one is missing, or an event is not known
   */
  public WebhookRequest request(boolean enabled) {
    List<String> missing = new ArrayList<>();
    if (name == null) {
      missing.add("--name");
    }
    if (url == null) {
      missing.add("--url");
    }
    if (events == null) {
      missing.add("--event");
    }
    if (name == null || url == null || events == null) {
      throw invalid("Missing required options: " + String.join(", ", missing));
    }
    return WebhookRequest.builder()
        .name(name)
        .url(url)
        .events(parse(events))
        .enabled(enabled)
        .build();
  }

  /**
   * Builds a patch with the details that are given.
   *
   * @param enabled null to leave it as it is
   * @throws ParameterException if none is given, or an event is not known
   */
  public WebhookPatch patch(@Nullable Boolean enabled) {
    WebhookPatch.Builder patch = WebhookPatch.builder();
    if (name != null) {
      patch.name(name);
    }
    if (url != null) {
      patch.url(url);
    }
    if (events != null) {
      patch.events(parse(events));
    }
    if (enabled != null) {
      patch.enabled(enabled);
    }
    if (name == null && url == null && events == null && enabled == null) {
      throw invalid(
          "Nothing to change: give at least one of --name, --url, --event, --enable, --disable");
    }
    return patch.build();
  }

  private List<EventType> parse(List<String> lists) {
    try {
      return Events.parse(lists, allowUnknownEvent);
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  private ParameterException invalid(@Nullable String message) {
    return new ParameterException(command.commandLine(), String.valueOf(message));
  }
}
