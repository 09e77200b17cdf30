package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.cli.output.Console;
import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the public key that deliveries are verified with. */
public final class KeyOptions {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "PEM file with the public key, instead of fetching it.")
  private @Nullable Path file;

  @Option(
      names = "--keys-url",
      paramLabel = "URL",
      defaultValue = "https://api.realtime.cloudflare.com/.well-known/webhooks.json",
      description = "URL that serves the public key; RealtimeKit's by default.")
  private String url;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final Console console;

  /** Called by picocli. */
  public KeyOptions(Console console) {
    this.console = console;
  }

  /**
   * Returns the keys for a receiver.
   *
   * @throws ParameterException if the file holds no usable key, or the URL is not allowed
   */
  public WebhookKeys keys() {
    try {
      return file == null
          ? WebhookKeys.fetched(url, http())
          : WebhookKeys.pinned(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(file == null ? url : file.toString(), e);
    }
  }

  /**
   * Reads or fetches the key itself.
   *
   * @throws ParameterException if there is none to be had
   */
  public RSAPublicKey publicKey() {
    try {
      String pem = file == null ? fetch() : Files.readString(file);
      String base64 = pem.replaceAll("-----[A-Z ]+-----|\\\\n|\\s", "");
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(file == null ? url : file.toString(), e);
    }
  }

  private OkHttpClient http() {
    OkHttpClient.Builder http =
        new OkHttpClient.Builder().callTimeout(TIMEOUT).followRedirects(false);
    @Nullable EnvironmentProxy proxy = EnvironmentProxy.find(console, URI.create(url));
    if (proxy != null) {
      proxy.addTo(http);
    }
    return http.build();
  }

  private String fetch() throws IOException {
    try (Response response = http().newCall(new Request.Builder().url(url).build()).execute()) {
      String body = response.body() == null ? "" : response.body().string();
      if (Json.object(body).get("data") instanceof Map<?, ?> data
          && data.get("publicKey") instanceof String pem) {
        return pem;
      }
      throw new IOException("status " + response.code() + " without data.publicKey");
    }
  }

  private ParameterException unusable(String source, Exception e) {
    return new ParameterException(
        command.commandLine(), "No usable public key in " + source + ": " + e.getMessage(), e);
  }
}
