package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.provider.IProviderInfo;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.realtimekit.webhooks.spec.rules.HttpValidator;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kotlin.Pair;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jspecify.annotations.Nullable;

/** Records what went over the wire: Pact only tells whether it matched. */
final class RecordingTarget extends HttpTestTarget {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI baseUrl;
  private JsonNode sent = JSON.missingNode();
  private JsonNode received = JSON.missingNode();
  private int status;
  private List<Message> contradictions = List.of();

  RecordingTarget(URI baseUrl) {
    super(baseUrl.getHost(), port(baseUrl), baseUrl.getPath(), () -> RecordingTarget::client);
    this.baseUrl = baseUrl;
  }

  private static int port(URI url) {
    int standard = url.getScheme().equals("https") ? 443 : 80;
    return url.getPort() == -1 ? standard : url.getPort();
  }

  @Override
  public IProviderInfo getProviderInfo(String serviceName, @Nullable PactSource source) {
    ProviderInfo provider = (ProviderInfo) super.getProviderInfo(serviceName, source);
    provider.setProtocol(baseUrl.getScheme());
    return provider;
  }

  /** Pact's own client repeats a request after a 429, and would never see one. */
  private static CloseableHttpClient client(IProviderInfo provider) {
    return HttpClients.custom().disableAutomaticRetries().disableRedirectHandling().build();
  }

  /** Returns the request body, with the values that the states gave. */
  JsonNode sent() {
    return sent;
  }

  /** Returns the body of the response. */
  JsonNode received() {
    return received;
  }

  /** Returns the values at this place of the response; an array counts with all its entries. */
  List<String> receivedAt(String pointer) {
    int entry = pointer.indexOf("/0/");
    if (entry < 0) {
      return List.of(received.at(pointer).asText());
    }
    List<String> values = new ArrayList<>();
    received
        .at(pointer.substring(0, entry))
        .forEach(each -> values.add(each.at(pointer.substring(entry + 2)).asText()));
    return values;
  }

  int status() {
    return status;
  }

  /** Returns where the response breaks the spec. */
  List<Message> contradictions() {
    return contradictions;
  }

  @Override
  public Pair<Object, Object> prepareRequest(
      Pact pact, Interaction interaction, Map<String, Object> context) {
    sent =
        parse(
            ((V4Interaction.SynchronousHttp) interaction)
                .getRequest()
                .generatedRequest(context, GeneratorTestMode.Provider)
                .getBody()
                .valueAsString());
    return super.prepareRequest(pact, interaction, context);
  }

  @Override
  public ProviderResponse executeInteraction(Object client, Object request) {
    ProviderResponse response = super.executeInteraction(client, request);
    received = parse(response.getBody().valueAsString());
    status = response.getStatusCode();
    contradictions =
        HttpValidator.response(
            ((HttpUriRequest) request).getMethod(),
            ((HttpUriRequest) request).getRequestUri().substring(getPath().length()),
            status,
            response.getHeaders(),
            received.toString());
    return response;
  }

  /**
   * Returns the values that a state gave for the response body, by their place. Pact compares them
   * by type only.
   */
  static Map<String, String> injected(Interaction interaction, Map<String, Object> context) {
    Map<String, String> values = new LinkedHashMap<>();
    ((V4Interaction.SynchronousHttp) interaction)
        .getResponse()
        .getGenerators()
        .getCategories()
        .getOrDefault(Category.BODY, Map.of())
        .forEach(
            (path, generator) ->
                values.put(pointer(path), String.valueOf(generator.generate(context, ""))));
    return values;
  }

  /** From {@code $.data[0].id} to {@code /data/0/id}. */
  private static String pointer(String jsonPath) {
    return jsonPath.substring(1).replaceAll("[.\\[]", "/").replace("]", "");
  }

  /** Anything but JSON becomes a string. */
  private static JsonNode parse(String body) {
    if (body.isEmpty()) {
      return JSON.missingNode();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(body);
    }
  }
}
