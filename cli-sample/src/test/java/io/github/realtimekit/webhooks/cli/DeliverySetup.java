package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Keys, listeners and senders for the tests of deliveries. */
@SuppressWarnings("NullAway.Init")
abstract class DeliverySetup {
  final Cli cli = SharedSandbox.cli();

  @TempDir static Path folder;

  static Path privateKey;
  static Path publicKey;
  static DeliverySigner signer;

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(encoded));
    privateKey = Files.writeString(folder.resolve("key.pem"), pem);
    signer = DeliverySigner.fromPem(pem);
    publicKey = Files.writeString(folder.resolve("public.pem"), signer.publicKeyPem());
  }

  /** A listener that ends after a number of deliveries. */
  record Listening(String url, CompletableFuture<Cli.Run> run) {
    Cli.Run end() throws Exception {
      return run.get();
    }
  }

  Listening listen(Cli cli, String options) throws InterruptedException {
    Cli.Running running = cli.start("listen --port 0 --key " + publicKey + " " + options);
    return new Listening(running.err().await("Listening on (.*);"), running.end());
  }

  Cli.Run trigger(String line) {
    return cli.run("trigger " + line + " --key " + privateKey);
  }

  static int post(String url, byte[] body, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
