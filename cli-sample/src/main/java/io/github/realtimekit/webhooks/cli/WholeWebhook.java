package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.WebhookRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All details of a webhook. */
final class WholeWebhook {
  private final OptionSpec name = Details.name().required(true).build();
  private final OptionSpec url = Details.url().required(true).build();
  private final OptionSpec events = Details.events().required(true).build();
  private final OptionSpec allowUnknownEvent = Details.allowUnknownEvent();
  private final OptionSpec disabled =
      Options.flag("Leave it switched off; on by default.", "--disabled");

  CommandSpec options() {
    return CommandSpec.create()
        .addOption(name)
        .addOption(url)
        .addOption(events)
        .addOption(allowUnknownEvent)
        .addOption(disabled);
  }

  WebhookRequest request() {
    return WebhookRequest.builder()
        .name(name.getValue())
        .url(url.getValue())
        .events(Events.parse(events.getValue(), Options.isGiven(allowUnknownEvent)))
        .enabled(!Options.isGiven(disabled))
        .build();
  }
}
