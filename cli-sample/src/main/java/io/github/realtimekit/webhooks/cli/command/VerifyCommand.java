package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.option.InputFile;
import io.github.realtimekit.webhooks.cli.option.Keys;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.cli.output.TerminalText;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    description = {
      "Verifies the signature of a delivery, and says why if it does not match.",
      "Exits with 3 if it does not match."
    },
    footer = {
      "%nExamples:",
      "  rtk-webhooks verify --body delivery.json --signature \"$RTK_SIGNATURE\"",
      "  rtk-webhooks listen -o ndjson --count 1 | rtk-webhooks verify --delivery -"
    })
public final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "File with the body, byte for byte as it came.")
  private @Nullable Path bodyFile;

  @Option(
      names = "--signature",
      paramLabel = "TEXT",
      description = "Value of the header rtk-signature.")
  private @Nullable String signature;

  @Option(
      names = "--delivery",
      paramLabel = "FILE",
      description = "Delivery that listen stored, instead of the two; - for standard input.")
  private @Nullable Path deliveryFile;

  @Mixin private Keys keys;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    StoredDelivery stored = read();
    String pem = keys.pem();
    WebhookReceiver receiver =
        WebhookReceiver.builder()
            .keys(WebhookKeys.pinned(pem))
            .maxBodyBytes(Math.max(1, stored.body().size()))
            .build();
    try {
      Delivery delivery = receiver.receive(stored.body().toByteArray(), stored::header);
      String reading = EventReading.of(delivery.event()).toString();
      String type = delivery.event().type().value();
      print("Valid: " + type + (reading.isEmpty() ? "" : "; " + reading));
      return ExitCode.DONE;
    } catch (DeliveryException e) {
      @Nullable String given = stored.header("rtk-signature");
      print(
          "Invalid: "
              + (given == null
                  ? "there is no signature."
                  : SignatureDiagnosis.of(stored.body().toByteArray(), given, pem)));
      return ExitCode.DIFFERENT;
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().println(TerminalText.printable(text));
  }

  private StoredDelivery read() {
    try {
      if (deliveryFile != null && bodyFile == null && signature == null) {
        return StoredDelivery.read(deliveryFile);
      }
      if (deliveryFile == null && bodyFile != null && signature != null) {
        return new StoredDelivery(
            Map.of("rtk-signature", signature), ByteString.of(InputFile.read(bodyFile)));
      }
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    throw new ParameterException(
        spec.commandLine(), "Give --body and --signature, or --delivery alone");
  }
}
