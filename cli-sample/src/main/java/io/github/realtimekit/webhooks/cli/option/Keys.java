package io.github.realtimekit.webhooks.cli.option;

import io.github.realtimekit.webhooks.cli.output.Json;
import io.github.realtimekit.webhooks.receiver.WebhookKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
public final class Keys {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Option(
      names = "--dev",
      description = "Trust the development key, which trigger signs with, and no other.")
  private boolean development;

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

  /**
   * Returns the keys for a receiver, which fetches them with the first delivery.
   *
   * @throws ParameterException if there is no usable key, or the URL would be fetched unencrypted
   */
  public WebhookKeys keys() {
    try {
      @Nullable String local = local();
      return local == null ? WebhookKeys.fetched(url, http()) : WebhookKeys.pinned(local);
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  /**
   * Reads or fetches the key.
   *
   * @return PEM text
   * @throws ParameterException if there is no usable key, or the URL would be fetched unencrypted
   * @throws UncheckedIOException if it cannot be fetched
   */
  public String pem() {
    try {
      @Nullable String local = local();
      String pem = local == null ? fetch() : local;
      WebhookKeys.pinned(pem);
      return pem;
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private @Nullable String local() {
    try {
      return development
          ? DevelopmentKey.signer().publicKeyPem()
          : file == null ? null : new String(InputFile.read(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private OkHttpClient http() {
    OkHttpClient.Builder http =
        new OkHttpClient.Builder().callTimeout(TIMEOUT).followRedirects(false);
    @Nullable EnvironmentProxy proxy = EnvironmentProxy.find(URI.create(url), System.getenv());
    if (proxy != null) {
      proxy.addTo(http);
    }
    return http.build();
  }

  private String fetch() {
    WebhookKeys unused = WebhookKeys.fetched(url, http()); // Throws if the URL is not allowed.
    Request request = new Request.Builder().url(url).build();
    try (Response response = http().newCall(request).execute()) {
      String body = response.body() == null ? "" : response.body().string();
      if (Json.valueOrText(body) instanceof Map<?, ?> envelope
          && envelope.get("data") instanceof Map<?, ?> data
          && data.get("publicKey") instanceof String pem) {
        return pem.replace("\\n", "\n");
      }
      throw new IOException("status " + response.code() + " without data.publicKey");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fetch the key from " + url + ": " + e.getMessage(), e);
    }
  }

  private ParameterException unusable(Exception e) {
    String source = development ? "the development key" : file == null ? url : file.toString();
    return new ParameterException(
        command.commandLine(), "No usable public key in " + source + ": " + e.getMessage(), e);
  }
}
