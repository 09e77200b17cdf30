package io.github.realtimekit.webhooks.readme;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** A provider in another process, which sets up states over HTTP: the sandbox's jar. */
final class OurProvider {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STATES =
      "src/test/java/io/github/realtimekit/webhooks/provider/PactStates.java";
  private static final URI API;
  private static final URI STATES_URL;

  static {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("sandbox.jar"),
                  STATES)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      BufferedReader out = process.inputReader();
      API = URI.create(out.readLine());
      STATES_URL = URI.create(out.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OurProvider() {}

  static int port() {
    return API.getPort();
  }

  /** Sets up a state by Pact's protocol, and returns the values for its parameters. */
  static Map<String, String> setUp(String state, Map<String, ?> parameters) {
    try {
      String body = JSON.writeValueAsString(Map.of("state", state, "params", parameters));
      HttpRequest request =
          HttpRequest.newBuilder(STATES_URL).POST(BodyPublishers.ofString(body)).build();
      return JSON.readValue(
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body(),
          new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
