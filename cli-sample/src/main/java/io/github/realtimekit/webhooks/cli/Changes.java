package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookPatch;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The details of a webhook to change. */
final class Changes {
  private final OptionSpec name = Details.name().build();
  private final OptionSpec url = Details.url().build();
  private final OptionSpec events = Details.events().build();
  private final OptionSpec allowUnknownEvent = Details.allowUnknownEvent();
  private final OptionSpec enable = Options.flag("Switch it on.", "--enable");
  private final OptionSpec disable = Options.flag("Switch it off.", "--disable");

  CommandSpec options() {
    return CommandSpec.create()
        .addOption(name)
        .addOption(url)
        .addOption(events)
        .addOption(allowUnknownEvent)
        .addArgGroup(ArgGroupSpec.builder().addArg(enable).addArg(disable).build());
  }

  WebhookPatch patch() {
    WebhookPatch.Builder patch = WebhookPatch.builder();
    @Nullable String newName = name.getValue();
    if (newName != null) {
      patch.name(newName);
    }
    @Nullable URI newUrl = url.getValue();
    if (newUrl != null) {
      patch.url(newUrl);
    }
    @Nullable List<String> newEvents = events.getValue();
    if (newEvents != null) {
      patch.events(Events.parse(newEvents, Options.isGiven(allowUnknownEvent)));
    }
    if (Options.isGiven(enable) || Options.isGiven(disable)) {
      patch.enabled(Options.isGiven(enable));
    }
    if (patch.build().equals(WebhookPatch.builder().build())) {
      throw new UsageException(
          "Nothing to change: give at least one of --name, --url, --event, --enable, --disable");
    }
    return patch.build();
  }
}
