package io.github.realtimekit.webhooks.spec;

import io.github.realtimekit.webhooks.spec.Difference.Direction;
import io.github.realtimekit.webhooks.spec.Difference.Kind;
import io.github.realtimekit.webhooks.spec.Verdict.Level;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/** What openapi-diff finds breaking in an operation where our own rules find nothing that is. */
final class SecondOpinion {
  /** An answer may gain a value: ours are open sets. */
  private static final OpenApiDiffOptions OPTIONS =
      OpenApiDiffOptions.builder()
          .configProperty("incompatible.response.enum.increased", "false")
          .build();

  /** Changes that openapi-diff takes for breaking, and that are not. */
  private static final List<Predicate<Difference>> FALSE_ALARMS =
      List.of(d -> d.kind() == Kind.REQUIRED && d.where().endsWith(" body"));

  private SecondOpinion() {}

  static List<Change> breakingBeyond(List<Change> ours, Spec released, Spec later) {
    ChangedOpenApi diff =
        OpenApiCompare.fromSpecifications(released.model(), later.model(), OPTIONS);
    return diff.getChangedOperations().stream()
        .filter(ChangedOperation::isIncompatible)
        .map(operation -> operation.getOldOperation().getOperationId())
        .filter(id -> ours.stream().noneMatch(change -> explains(change, id)))
        .map(SecondOpinion::unexplained)
        .toList();
  }

  private static boolean explains(Change change, String operationId) {
    return change.operations().contains(operationId)
        && (change.level() == Level.BREAKING
            || FALSE_ALARMS.stream().anyMatch(alarm -> alarm.test(change.difference())));
  }

  private static Change unexplained(String operationId) {
    Difference difference =
        Difference.of(
            Kind.KEYWORD, Direction.NEITHER, operationId, "", "openapi-diff calls it incompatible");
    return new Change(difference, Set.of(operationId), Verdict.of(difference));
  }
}
