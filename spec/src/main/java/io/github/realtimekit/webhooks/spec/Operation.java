package io.github.realtimekit.webhooks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of a {@link Spec}. What the operation refers to is resolved; schemas are as they
 * were written, since their names matter: see {@link Spec#resolve}.
 *
 * @param method in upper case
 * @param path as the document has it, with parameters in braces
 * @param node the operation itself
 * @param parameters those of the path first, then the operation's own
 * @param requestBody a missing node if the operation has none
 * @param responses by status code, in order
 */
public record Operation(
    String method,
    String path,
    JsonNode node,
    List<JsonNode> parameters,
    JsonNode requestBody,
    Map<String, JsonNode> responses) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final String JSON_SCHEMA = "/content/application~1json/schema";

  /** Returns the {@code operationId}, empty if it has none. */
  public String id() {
    return node.path("operationId").asText();
  }

  /** Returns method and path, which identify the operation whatever its {@code operationId}. */
  public String key() {
    return method + " " + path;
  }

  /** Returns the JSON pointer of the operation in its document. */
  public String pointer() {
    return "/paths/"
        + path.replace("~", "~0").replace("/", "~1")
        + "/"
        + method.toLowerCase(Locale.ROOT);
  }

  /** Returns the parameters by place and name, as in {@code path app_id}. */
  public Map<String, JsonNode> parametersByName() {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    for (JsonNode parameter : parameters) {
      named.put(parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
    }
    return named;
  }

  /** Returns the schema of the JSON request body, a missing node if there is none. */
  public JsonNode requestSchema() {
    return requestBody.at(JSON_SCHEMA);
  }

  /** Returns the response with this status code, a missing node if there is none. */
  public JsonNode response(String status) {
    return responses.getOrDefault(status, MissingNode.getInstance());
  }

  /** Returns the schema of the JSON response body, a missing node if there is none. */
  public JsonNode responseSchema(String status) {
    return response(status).at(JSON_SCHEMA);
  }

  /** Returns the values of the path's parameters by name, still encoded, if the path fits. */
  public Optional<Map<String, String>> match(String requestPath) {
    List<String> names = PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
    Matcher matcher = pattern().matcher(requestPath);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(values);
  }

  long pathParameters() {
    return PARAMETER.matcher(path).results().count();
  }

  private Pattern pattern() {
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    for (MatchResult parameter : PARAMETER.matcher(path).results().toList()) {
      pattern.append(Pattern.quote(path.substring(end, parameter.start()))).append("([^/]+)");
      end = parameter.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(path.substring(end))).toString());
  }

  @Override
  public String toString() {
    return id().isEmpty() ? key() : id();
  }
}
