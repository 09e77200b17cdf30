package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.ConnectionOptions;
import io.github.realtimekit.webhooks.cli.option.InterruptHook;
import io.github.realtimekit.webhooks.cli.option.KeyOptions;
import io.github.realtimekit.webhooks.cli.option.WebhookUrlConverter;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.DeliveryPrinter;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.Format;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "listen",
    customSynopsis = "rtk-webhooks listen [OPTIONS]",
    description = {
      "Receives deliveries on this machine, verifies them, and prints a line for each.",
      "RealtimeKit reaches it through a tunnel of yours; --register adds a webhook for the tunnel's"
          + " URL and deletes it at the end."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks listen --register https://my-tunnel.example \\",
      "      --forward-to http://localhost:8080/hooks",
      "  rtk-webhooks listen --output ndjson --count 1"
    })
public final class ListenCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8787",
      description = "Port on loopback; ${DEFAULT-VALUE} by default, 0 for any free one.")
  private int port;

  @Option(
      names = "--forward-to",
      paramLabel = "URL",
      converter = WebhookUrlConverter.class,
      description = "Send verified deliveries on, and respond with the status of that response.")
  private @Nullable URI forwardTo;

  @Option(
      names = "--register",
      paramLabel = "URL",
      converter = WebhookUrlConverter.class,
      description = "Add a webhook for this public URL, and delete it at the end.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "0",
      description = "Stop after this many deliveries; 0, the default, for no end.")
  private int count;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "ndjson for one JSON object a line, with the whole event.")
  private @Nullable Format format;

  @Spec private CommandSpec spec;
  @Mixin private KeyOptions keys;
  @Mixin private ConnectionOptions connection;

  private final Console console;

  /** Called by picocli. */
  public ListenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    WebhookReceiver receiver = WebhookReceiver.builder().keys(keys.keys()).build();
    DeliveryPrinter printer =
        new DeliveryPrinter(console, format == Format.NDJSON || format == Format.JSON);
    try (DeliveryServer server = DeliveryServer.start(port, receiver, forwardTo, printer)) {
      console.note("Listening on " + server.url() + "; Ctrl-C stops.");
      if (publicUrl == null) {
        server.await(count);
      } else {
        awaitRegistered(server, publicUrl);
      }
    } catch (BindException e) {
      throw new ParameterException(spec.commandLine(), "Port " + port + " is in use", e);
    }
    return ExitCode.DONE.value();
  }

  /** Deletes the registration even if the process is interrupted. */
  private void awaitRegistered(DeliveryServer server, URI url) throws InterruptedException {
    try (WebhooksClient client = connection.open()) {
      UUID id =
          client
              .createWebhook(
                  WebhookRequest.builder()
                      .name("rtk-webhooks listen")
                      .url(url)
                      .events(EventType.known())
                      .build())
              .id();
      InterruptHook atInterrupt = new InterruptHook(() -> delete(client, id));
      try {
        console.note("Added webhook " + id + " for " + url + ".");
        server.await(count);
      } finally {
        if (atInterrupt.cancel()) {
          delete(client, id);
        }
      }
    }
  }

  private void delete(WebhooksClient client, UUID id) {
    try {
      client.deleteWebhook(id);
      console.note("Deleted webhook " + id + ".");
    } catch (RealtimeKitException e) {
      console.note("Webhook " + id + " was not deleted: " + e.getMessage());
    }
  }
}
