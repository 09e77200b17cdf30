package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.EventType;
import io.github.realtimekit.webhooks.cli.option.Converters;
import io.github.realtimekit.webhooks.cli.option.DevelopmentKey;
import io.github.realtimekit.webhooks.cli.option.Events;
import io.github.realtimekit.webhooks.cli.option.InputFile;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trigger",
    description = {
      "Signs a sample event and sends it to a receiver of yours, or sends a stored delivery again.",
      "The development key signs, which listen --dev trusts. It is made on first use, in the"
          + " user's configuration folder."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks listen --dev   # and elsewhere:",
      "  rtk-webhooks trigger meeting.ended --to http://localhost:8787",
      "",
      "  rtk-webhooks trigger meeting.ended --print --set meeting.title=Planning",
      "  rtk-webhooks trigger --delivery delivery.json --to http://localhost:8080/hooks"
    })
public final class TriggerCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "EVENT",
      arity = "0..1",
      completionCandidates = Events.class,
      description = "Type of the event, such as meeting.ended.")
  private @Nullable String event;

  @Option(
      names = "--to",
      paramLabel = "URL",
      converter = Converters.WebhookUrl.class,
      description = "URL of the receiver.")
  private @Nullable URI to;

  @Option(names = "--print", description = "Print the body, and send nothing.")
  private boolean print;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Set a field of the sample; dots lead into objects. Can be repeated.")
  private Map<String, String> changes = new LinkedHashMap<>();

  @Option(
      names = "--delivery",
      paramLabel = "FILE",
      description =
          "Send what listen stored, with its signature, or - for standard input; sign it anew if"
              + " --key is given.")
  private @Nullable Path deliveryFile;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "PEM file with the private key to sign with, instead of the development key.")
  private @Nullable Path keyFile;

  @Option(
      names = "--webhook-id",
      paramLabel = "ID",
      description = "Id to send as rtk-webhook-id; by default a random one.")
  private @Nullable UUID webhookId;

  @Option(
      names = "--allow-unknown-event",
      description = "Accept an event type that events --offline does not list.")
  private boolean allowUnknownEvent;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if ((event == null) == (deliveryFile == null)) {
      throw invalid("Give either an event, such as meeting.ended, or --delivery FILE", null);
    }
    if (deliveryFile != null && !changes.isEmpty()) {
      throw invalid("--set changes a sample, and not a stored delivery", null);
    }
    if (to == null && !print) {
      throw invalid("Missing required option: '--to=URL', or --print", null);
    }
    StoredDelivery delivery =
        deliveryFile == null ? sample(String.valueOf(event)) : stored(deliveryFile);
    if (print || to == null) {
      spec.commandLine().getOut().println(delivery.body().utf8());
      return ExitCode.DONE;
    }
    Forwarder.Result result = new Forwarder(to, Duration.ofSeconds(30)).send(delivery);
    if (result.failure() != null) {
      throw new UncheckedIOException(
          "cannot send to " + to + ": " + result.failure(), new ConnectException());
    }
    spec.commandLine().getOut().println((event == null ? "delivery" : event) + ": " + result);
    return result.status() / 100 == 2 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private StoredDelivery sample(String name) {
    List<EventType> types;
    try {
      types = Events.parse(List.of(name), allowUnknownEvent);
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage(), e);
    }
    if (types.size() != 1) {
      throw invalid("Give one event, such as meeting.ended", null);
    }
    Map<String, Object> sample = SampleEvent.of(types.get(0).value());
    changes.forEach(
        (path, value) -> {
          if (!SampleEvent.set(sample, path, Json.valueOrText(value))) {
            spec.commandLine().getErr().println("The sample has no " + path + ": added it.");
          }
        });
    return signed(ByteString.encodeUtf8(Json.oneLine(sample)));
  }

  private StoredDelivery signed(ByteString body) {
    UUID id = webhookId == null ? UUID.randomUUID() : webhookId;
    Map<String, String> headers =
        new LinkedHashMap<>(signer().headers(body.toByteArray(), id.toString()));
    headers.put("Content-Type", "application/json");
    return new StoredDelivery(headers, body);
  }

  private StoredDelivery stored(Path file) {
    try {
      StoredDelivery stored = StoredDelivery.read(file);
      return keyFile == null ? stored : signed(stored.body());
    } catch (IOException e) {
      throw invalid(e.getMessage(), e);
    }
  }

  private DeliverySigner signer() {
    try {
      return keyFile == null
          ? DevelopmentKey.signer()
          : DeliverySigner.fromPem(new String(InputFile.read(keyFile), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw invalid(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      String source = keyFile == null ? "the development key" : keyFile.toString();
      throw invalid("No usable private key in " + source + ": " + e.getMessage(), e);
    }
  }

  private ParameterException invalid(@Nullable String message, @Nullable Exception cause) {
    return new ParameterException(spec.commandLine(), String.valueOf(message), cause);
  }
}
