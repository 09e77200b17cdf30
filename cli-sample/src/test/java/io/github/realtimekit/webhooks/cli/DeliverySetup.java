package io.github.realtimekit.webhooks.cli;

import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;

/** Keys, listeners and senders for the tests of deliveries. */
@SuppressWarnings("NullAway.Init")
abstract class DeliverySetup {
  /** Made once, since tests run at the same time. */
  private static final String KEY = newKey();

  static final DeliverySigner signer = DeliverySigner.fromPem(KEY);
  static final Path privateKey = Cli.file(KEY);
  static final Path publicKey = Cli.file(signer.publicKeyPem());

  final Cli cli = SharedSandbox.cli();

  @TempDir Path folder;

  private static String newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(Base64.getMimeEncoder().encodeToString(encoded));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
