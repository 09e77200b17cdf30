package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.realtimekit.webhooks.sandbox.Response.ErrorResponseException;
import io.github.realtimekit.webhooks.spec.Operation;
import io.github.realtimekit.webhooks.spec.Spec;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the operation that a request is for, as the spec's paths and methods say. */
final class Router {
  /** Stricter than UUID.fromString, which accepts shortened ones. */
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final String APP = "{app_id}";

  /**
   * A request for one of the spec's operations.
   *
   * @param parameters those of the path, decoded and checked
   */
  record Call(Operation operation, Map<String, String> parameters, String body) {
    Apps.Key app() {
      return new Apps.Key(
          parameters.getOrDefault("account_id", ""), parameters.getOrDefault("app_id", ""));
    }

    boolean isForOneWebhook() {
      return parameters.containsKey("webhook_id");
    }

    UUID webhookId() {
      return UUID.fromString(parameter("webhook_id").toLowerCase(Locale.ROOT));
    }

    private String parameter(String name) {
      String value = parameters.get(name);
      if (value == null) {
        throw new IllegalStateException(operation.path() + " has no parameter " + name);
      }
      return value;
    }
  }

  private final Spec spec;
  private final String basePath;
  private final Pattern appPath;

  Router(Spec spec) {
    this.spec = spec;
    this.basePath = URI.create(spec.tree().at("/servers/0/url").asText()).getPath();
    String path =
        spec.operations().stream()
            .map(Operation::path)
            .filter(each -> each.contains(APP))
            .findFirst()
            .orElseThrow();
    String beforeApp = path.substring(0, path.indexOf(APP) + APP.length());
    this.appPath = Pattern.compile(beforeApp.replaceAll("\\{[^}]+}", "([^/]+)") + "/.*");
  }

  /** Returns the path at which the API begins, as in {@code /client/v4}. */
  String basePath() {
    return basePath;
  }

  /**
   * Returns the call, whose body may still break the spec.
   *
   * @throws ErrorResponseException if the spec has no such path or method, or the id of a webhook
   *     is malformed
   */
  Call route(String method, String rawPath, String body) {
    String path = relative(rawPath).orElseThrow(Router::unknownPath);
    Operation operation = spec.operation(method, path).orElseThrow(() -> noOperation(path));
    Map<String, String> parameters = new LinkedHashMap<>();
    operation
        .match(path)
        .orElseThrow()
        .forEach((name, value) -> parameters.put(name, decoded(value)));
    for (JsonNode parameter : operation.parameters()) {
      String value = parameters.get(parameter.path("name").asText());
      if (value != null
          && parameter.at("/schema/format").asText().equals("uuid")
          && !UUID_FORM.matcher(value).matches()) {
        throw new ErrorResponseException(Response.named("malformed webhook id"));
      }
    }
    return new Call(operation, parameters, body);
  }

  /** Returns the app that a path names. */
  Optional<Apps.Key> app(String rawPath) {
    return relative(rawPath)
        .map(appPath::matcher)
        .filter(Matcher::matches)
        .map(path -> new Apps.Key(decoded(path.group(1)), decoded(path.group(2))));
  }

  private Optional<String> relative(String rawPath) {
    return rawPath.startsWith(basePath)
        ? Optional.of(rawPath.substring(basePath.length()))
        : Optional.empty();
  }

  private ErrorResponseException noOperation(String path) {
    List<Operation> others =
        spec.operations().stream().filter(each -> each.match(path).isPresent()).toList();
    if (others.isEmpty()) {
      return unknownPath();
    }
    String allow = others.stream().map(Operation::method).collect(Collectors.joining(", "));
    return new ErrorResponseException(
        Response.named("method not allowed").withHeader("Allow", allow));
  }

  private static ErrorResponseException unknownPath() {
    return new ErrorResponseException(Response.named("unknown path"));
  }

  /** A plus stands for itself in a path; the decoder, made for forms, takes it for a space. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
