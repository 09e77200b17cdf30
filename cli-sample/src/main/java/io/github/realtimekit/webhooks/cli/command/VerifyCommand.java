package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.cli.option.KeyOptions;
import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.ExitCode;
import io.github.realtimekit.webhooks.receiver.Delivery;
import io.github.realtimekit.webhooks.receiver.DeliveryException;
import io.github.realtimekit.webhooks.receiver.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    customSynopsis = "rtk-webhooks verify --body FILE --signature TEXT [OPTIONS]",
    description = {
      "Verifies the signature of a delivery, and says why if it does not match.",
      "Exits with 3 if it does not match."
    },
    footer = {
      "%nExample:",
      "  rtk-webhooks verify --body delivery.json --signature \"$RTK_SIGNATURE\""
    })
public final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--body",
      paramLabel = "FILE",
      required = true,
      description = "File with the body, byte for byte as it came.")
  private Path bodyFile;

  @Option(
      names = "--signature",
      paramLabel = "TEXT",
      required = true,
      description = "Value of the header rtk-signature.")
  private String signature;

  @Mixin private KeyOptions keys;

  @Spec private CommandSpec spec;

  private final Console console;

  /** Called by picocli. */
  public VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    byte[] body = read();
    WebhookReceiver receiver = WebhookReceiver.builder().keys(keys.keys()).build();
    try {
      Delivery delivery =
          receiver.receive(body, name -> name.equals("rtk-signature") ? signature : null);
      console.out().println("Valid: " + delivery.event().type().value());
      return ExitCode.DONE.value();
    } catch (DeliveryException e) {
      if (e.reason() != DeliveryException.Reason.BAD_SIGNATURE) {
        throw e;
      }
      console.out().println("Invalid: " + SignatureDiagnosis.of(body, signature, keys.publicKey()));
      return ExitCode.DIFFERENT.value();
    }
  }

  private byte[] read() {
    try {
      return Files.readAllBytes(bodyFile);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "Cannot read the body: " + e.getMessage(), e);
    }
  }
}
