package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.WebhookPatch;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the details of a webhook that are to change. */
public final class PatchOptions {
  /** The two directions of one switch. */
  static final class Switch {
    @Option(names = "--enable", description = "Switch the webhook on.")
    private boolean on;

    @Option(names = "--disable", description = "Switch the webhook off.")
    private boolean off;
  }

  @Option(names = "--name", paramLabel = "NAME", description = "Name to show.")
  private @Nullable String name;

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = WebhookUrlConverter.class,
      description = "URL to send events to: absolute, http or https.")
  private @Nullable URI url;

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      completionCandidates = EventOptions.Names.class,
      description = EventOptions.DESCRIPTION)
  private @Nullable List<String> events;

  @Mixin private EventOptions eventOptions;

  @ArgGroup private @Nullable Switch enabled;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Builds the patch.
   *
   * @throws ParameterException if nothing is to change, or an event is not known
   */
  public WebhookPatch patch() {
    WebhookPatch.Builder patch = WebhookPatch.builder();
    if (name != null) {
      patch.name(name);
    }
    if (url != null) {
      patch.url(url);
    }
    if (events != null) {
      patch.events(eventOptions.parse(events));
    }
    if (enabled != null) {
      patch.enabled(enabled.on && !enabled.off);
    }
    WebhookPatch built = patch.build();
    if (built.equals(WebhookPatch.builder().build())) {
      throw new ParameterException(
          command.commandLine(),
          "Nothing to change: give at least one of --name, --url, --event, --enable, --disable");
    }
    return built;
  }
}
