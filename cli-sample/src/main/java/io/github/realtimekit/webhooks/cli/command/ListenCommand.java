package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.RealtimeKitException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import io.github.realtimekit.webhooks.cli.option.Connection;
import io.github.realtimekit.webhooks.cli.option.Converters;
import io.github.realtimekit.webhooks.cli.option.InputFile;
import io.github.realtimekit.webhooks.cli.option.InterruptHook;
import io.github.realtimekit.webhooks.cli.option.Keys;
import io.github.realtimekit.webhooks.cli.option.Output.Format;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    description = {
      "Receives deliveries on this machine, verifies them, and prints a line for each.",
      "RealtimeKit reaches it through a tunnel of yours; --register adds a webhook for the tunnel's"
          + " URL and deletes it at the end."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks listen --dev   # and elsewhere:",
      "  rtk-webhooks trigger meeting.ended --to http://localhost:8787",
      "",
      "  rtk-webhooks listen --register https://my-tunnel.example \\",
      "      --forward-to http://localhost:8080/hooks",
      "  rtk-webhooks listen --output ndjson --count 1 --within 60"
    })
public final class ListenCommand implements Callable<Integer> {
  private static final String NAME = "rtk-webhooks listen";
  private static final int MAX_PORT = 65535;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8787",
      description = "Port on loopback; ${DEFAULT-VALUE} by default, 0 for any free one.")
  private int port;

  @Option(
      names = "--forward-to",
      paramLabel = "URL",
      converter = Converters.WebhookUrl.class,
      description = "Send verified deliveries on, and respond with the status of that response.")
  private @Nullable URI forwardTo;

  @Option(
      names = "--forward-timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "Time limit for --forward-to; ${DEFAULT-VALUE} by default, 0 for none. RealtimeKit"
              + " itself waits about 3 seconds.")
  private int forwardTimeout;

  @Option(
      names = "--register",
      paramLabel = "URL",
      converter = Converters.WebhookUrl.class,
      description = "Add a webhook for this public URL, and delete it at the end.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "0",
      description = "Stop after this many verified deliveries; 0, the default, for no end.")
  private int count;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "Stop after this time, with exit code 1 if --count is not reached; 0, the default, for"
              + " no limit.")
  private int within;

  @Option(
      names = "--save",
      paramLabel = "FOLDER",
      description = "Store each delivery in a file, for verify and trigger --delivery.")
  private @Nullable Path folder;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description =
          "ndjson for one JSON object per delivery, with headers and body, which may hold secrets.")
  private @Nullable Format format;

  @Mixin private Keys keys;
  @Mixin private Connection connection;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check("--port", port, MAX_PORT);
    check("--count", count, Integer.MAX_VALUE);
    check("--within", within, Integer.MAX_VALUE);
    check("--forward-timeout", forwardTimeout, Integer.MAX_VALUE);
    WebhookReceiver receiver = WebhookReceiver.builder().keys(keys.keys()).build();
    @Nullable Forwarder forwarder =
        forwardTo == null ? null : new Forwarder(forwardTo, Duration.ofSeconds(forwardTimeout));
    makeFolder();
    boolean json = format == Format.json || format == Format.ndjson;
    DeliveryLog log =
        new DeliveryLog(spec.commandLine().getOut(), spec.commandLine().getErr(), json, folder);
    try (DeliveryServer server = DeliveryServer.start(port, count, receiver, forwarder, log)) {
      note("Listening on " + server.url() + "; Ctrl-C stops.");
      return publicUrl == null ? await(server) : awaitRegistered(server, publicUrl);
    } catch (BindException e) {
      throw new ParameterException(
          spec.commandLine(), "Cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  private void makeFolder() {
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "Cannot make the folder " + folder + ": " + InputFile.reason(e), e);
    }
  }

  private void check(String option, int value, int max) {
    if (value < 0 || value > max) {
      throw new ParameterException(
          spec.commandLine(), "%s must be from 0 to %d".formatted(option, max));
    }
  }

  private int await(DeliveryServer server) throws InterruptedException {
    int missing = server.await(within);
    if (missing > 0) {
      note("%d of %d deliveries came within %d s.".formatted(count - missing, count, within));
    }
    return missing == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Deletes the registration even if the process is interrupted. */
  private int awaitRegistered(DeliveryServer server, URI url) throws InterruptedException {
    try (WebhooksClient client = connection.open()) {
      UUID id = register(client, url);
      InterruptHook atInterrupt = new InterruptHook(() -> delete(client, id));
      try {
        return await(server);
      } finally {
        if (atInterrupt.cancel()) {
          delete(client, id);
        }
      }
    }
  }

  /** Takes over the webhook of a run that was killed. */
  private UUID register(WebhooksClient client, URI url) {
    for (Webhook webhook : client.listWebhooks()) {
      if (Field.name.text(webhook).equals(NAME)) {
        String id = Field.id.text(webhook);
        if (Field.url.text(webhook).equals(url.toString())) {
          note("Found webhook " + id + " of an earlier run for " + url + ".");
          return UUID.fromString(id);
        }
        note(
            "Webhook %s for %s is of another run; if that has ended: rtk-webhooks delete %s"
                .formatted(id, Field.url.text(webhook), id));
      }
    }
    WebhookRequest request =
        WebhookRequest.builder().name(NAME).url(url).events(EventType.known()).build();
    UUID id = client.createWebhook(request).id();
    note("Added webhook " + id + " for " + url + ".");
    return id;
  }

  private void delete(WebhooksClient client, UUID id) {
    try {
      client.deleteWebhook(id);
      note("Deleted webhook " + id + ".");
    } catch (RealtimeKitException e) {
      note("Webhook " + id + " was not deleted: " + e.getMessage());
    }
  }

  private void note(String text) {
    spec.commandLine().getErr().println(text);
    spec.commandLine().getErr().flush();
  }
}
