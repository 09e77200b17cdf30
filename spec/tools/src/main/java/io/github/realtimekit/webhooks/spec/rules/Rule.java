package io.github.realtimekit.webhooks.spec.rules;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.tree.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule that our spec keeps beyond those of OpenAPI. Lists each violation with its place and reason.
 */
public record Rule(String name, Function<Spec, List<String>> violations) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

  /** Rules that the YAML alone can break. */
  public static final List<Rule> OF_YAML =
      List.of(
          new Rule("parses", spec -> List.copyOf(Parser.parse(spec).getMessages())),
          new Rule("pathParameters", Rule::pathParameters),
          new Rule("responses", Rule::responses),
          new Rule("operationIds", Rule::operationIds),
          new Rule("noPatchDefault", Rule::patchDefaults),
          new Rule("described", Rule::undescribed),
          new Rule("enums", Rule::inlineEnums),
          new Rule("examples", Examples::invalid));

  public static final List<Rule> ALL =
      Stream.concat(
              OF_YAML.stream(),
              Stream.of(new Rule("sources", spec -> Sources.load().differencesFrom(spec))))
          .toList();

  /** Compares a path with its parameters: the parser accepts one that is not declared. */
  private static List<String> pathParameters(Spec spec) {
    List<String> found = new ArrayList<>();
    for (var operation : spec.operations()) {
      Set<String> named =
          PLACEHOLDER
              .matcher(operation.path())
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> declared =
          operation.parameters().stream()
              .filter(parameter -> parameter.path("in").asText().equals("path"))
              .map(parameter -> parameter.path("name").asText())
              .collect(Collectors.toCollection(TreeSet::new));
      if (!named.equals(declared)) {
        found.add(operation.pointer() + ": the path names " + named + ", declared are " + declared);
      }
    }
    return found;
  }

  private static List<String> responses(Spec spec) {
    List<String> found = new ArrayList<>();
    for (var operation : spec.operations()) {
      Set<String> statuses = new HashSet<>();
      operation.node().path("responses").fieldNames().forEachRemaining(statuses::add);
      if (statuses.stream().noneMatch(status -> status.startsWith("2"))) {
        found.add(operation.pointer() + ": no 2xx response");
      }
      for (String status : List.of("401", "403", "429")) {
        if (!statuses.contains(status)) {
          found.add(
              "%s: no %s response, which the API may send to any request"
                  .formatted(operation.pointer(), status));
        }
      }
      if (operation.node().path("security").isEmpty()) {
        found.add(operation.pointer() + ": no security of its own, so a missing token passes");
      }
    }
    return found;
  }

  private static List<String> operationIds(Spec spec) {
    List<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (var operation : spec.operations()) {
      if (operation.id().isEmpty()) {
        found.add(operation.pointer() + ": no operationId");
      } else if (!seen.add(operation.id())) {
        found.add(operation.pointer() + ": operationId " + operation.id() + " is taken");
      }
    }
    return found;
  }

  /** Rejects defaults in a PATCH: generated clients send them, and so change unset fields. */
  private static List<String> patchDefaults(Spec spec) {
    List<String> found = new ArrayList<>();
    for (var operation : spec.operations()) {
      if (operation.method().equals("PATCH")) {
        var body = operation.requestBody();
        Walk.expanded(
            spec,
            body,
            (pointer, node) -> {
              if (node.has("default")) {
                found.add(
                    "%s/requestBody%s: a default, which is sent with each %s"
                        .formatted(operation.pointer(), pointer, operation.id()));
              }
            });
      }
    }
    return found;
  }

  private static List<String> undescribed(Spec spec) {
    List<String> found = new ArrayList<>();
    for (var schema : spec.schemas().entrySet()) {
      for (String key : List.of("description", "example")) {
        if (!schema.getValue().has(key)) {
          found.add("/components/schemas/" + schema.getKey() + ": no " + key);
        }
      }
    }
    return found;
  }

  /** Rejects inline enums, for which the generator invents class names. */
  private static List<String> inlineEnums(Spec spec) {
    List<String> found = new ArrayList<>();
    Walk.written(
        spec.tree(),
        (pointer, node) -> {
          // Neither makes a class: the first keeps that of the enum it refers to, the second is a
          // Boolean.
          boolean plain = node.has("allOf") || node.path("type").asText().equals("boolean");
          if (node.has("enum") && !plain && !pointer.matches("/components/schemas/[^/]+")) {
            found.add(pointer + ": an enum that is not a component schema");
          }
        });
    return found;
  }
}
