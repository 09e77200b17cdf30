package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.option.EventOptions;
import io.github.realtimekit.webhooks.cli.option.WebhookUrlConverter;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trigger",
    customSynopsis = "rtk-webhooks trigger EVENT --to URL [OPTIONS]",
    description = {
      "Signs a sample event and sends it to a receiver of yours.",
      "The receiver has to trust the key: listen --key and WebhookKeys.pinned take the public one."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks trigger meeting.ended --to http://localhost:8080/hooks",
      "  openssl genpkey -algorithm RSA -out key.pem",
      "  rtk-webhooks trigger meeting.ended --to http://localhost:8080/hooks \\",
      "      --key key.pem --set meeting.title=Planning"
    })
public final class TriggerCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "EVENT",
      completionCandidates = EventOptions.Names.class,
      description = "Type of the event, such as meeting.ended.")
  private String event;

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      converter = WebhookUrlConverter.class,
      description = "URL of the receiver.")
  private URI to;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Set a field of the sample; dots lead into objects. Can be repeated.")
  private Map<String, String> changes = new LinkedHashMap<>();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "PEM file with the private key to sign with; by default a new key.")
  private @Nullable Path keyFile;

  @Option(
      names = "--webhook-id",
      paramLabel = "ID",
      description = "Id to send as rtk-webhook-id; by default a random one.")
  private @Nullable UUID webhookId;

  @Spec private CommandSpec spec;

  private final Console console;

  /** Called by picocli. */
  public TriggerCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, Object> sample = SampleEvent.of(event);
    changes.forEach((path, value) -> set(sample, path, value));
    byte[] body = Json.oneLine(sample).getBytes(StandardCharsets.UTF_8);
    DeliverySigner signer = signer();
    if (keyFile == null) {
      console.note("Signed with a new key. To accept it, pin its public key:");
      console.err().print(signer.publicKeyPem());
    }
    Request.Builder request =
        new Request.Builder()
            .url(to.toString())
            .post(RequestBody.create(body, MediaType.get("application/json")));
    UUID id = webhookId == null ? UUID.randomUUID() : webhookId;
    signer.headers(body, id.toString()).forEach(request::header);
    return send(request.build());
  }

  private int send(Request request) {
    OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();
    long start = System.nanoTime();
    try (Response response = http.newCall(request).execute()) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      console.out().println("%s: status %d in %d ms".formatted(event, response.code(), millis));
      return (response.isSuccessful() ? ExitCode.DONE : ExitCode.FAILED).value();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send to " + to + ": " + e.getMessage(), e);
    }
  }

  private DeliverySigner signer() {
    if (keyFile == null) {
      return DeliverySigner.generate();
    }
    try {
      return DeliverySigner.fromPem(Files.readString(keyFile));
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "No usable private key in " + keyFile + ": " + e.getMessage(), e);
    }
  }

  /** Sets text, or a number, a boolean or null where the value is written as one in JSON. */
  @SuppressWarnings("unchecked")
  private static void set(Map<String, Object> sample, String path, String value) {
    Map<String, Object> object = sample;
    Iterator<String> names = List.of(path.split("\\.", -1)).iterator();
    String name = names.next();
    while (names.hasNext()) {
      Object child = object.get(name);
      Map<String, Object> next = new LinkedHashMap<>();
      if (child instanceof Map<?, ?> map) {
        next.putAll((Map<String, Object>) map);
      }
      object.put(name, next);
      object = next;
      name = names.next();
    }
    object.put(name, Json.valueOrText(value));
  }
}
