package io.github.realtimekit.webhooks.contract;

import io.github.realtimekit.webhooks.spec.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of the spec that the contract covers. */
record Coverage(Promises promises, List<Interaction> contract) {
  List<Interaction> of(Operation operation, int status) {
    return contract.stream()
        .filter(
            interaction ->
                promises.concerns(interaction, operation) && interaction.status() == status)
        .toList();
  }

  /** Every status of every operation, so the columns of the page. */
  Set<Integer> statuses() {
    return promises.spec().operations().stream()
        .flatMap(operation -> promises.statuses(operation).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A sentence for each way in which contract and spec do not cover each other. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    Set<String> unreadUsed = new LinkedHashSet<>();
    for (Operation operation : promises.spec().operations()) {
      neverSent(operation).forEach(gaps::add);
      for (int status : promises.statuses(operation)) {
        if (of(operation, status).isEmpty()) {
          gaps.add("%s %d has no interaction".formatted(operation.id(), status));
        } else {
          neverRead(operation, status, unreadUsed).forEach(gaps::add);
        }
      }
    }
    contract.stream().flatMap(interaction -> notInSpec(interaction).stream()).forEach(gaps::add);
    Stream.of(Unread.values())
        .filter(unread -> !unreadUsed.contains(unread.field))
        .map(unread -> "Unread.%s excuses nothing any more".formatted(unread))
        .forEach(gaps::add);
    return gaps;
  }

  private Stream<String> neverSent(Operation operation) {
    Set<String> sent =
        contract.stream()
            .filter(
                interaction ->
                    promises.concerns(interaction, operation) && interaction.status() < 300)
            .flatMap(interaction -> Fields.of(interaction.sent()).stream())
            .collect(Collectors.toSet());
    return promises.requestFields(operation).stream()
        .filter(field -> !sent.contains(field))
        .map(field -> "%s never sends %s where it succeeds".formatted(operation.id(), field));
  }

  private List<String> neverRead(Operation operation, int status, Set<String> unreadUsed) {
    Set<String> read = new LinkedHashSet<>();
    for (Interaction interaction : of(operation, status)) {
      read.addAll(Fields.of(interaction.read()));
      interaction.readHeaderNames().forEach(name -> read.add("header " + name));
    }
    Set<String> promised = new LinkedHashSet<>(promises.requiredResponseFields(operation, status));
    promises.responseHeaders(operation, status).forEach(name -> promised.add("header " + name));
    promised.removeAll(read);
    Set<String> excused = Unread.of(operation, status);
    promised.stream().filter(excused::contains).forEach(unreadUsed::add);
    return promised.stream()
        .filter(field -> !excused.contains(field))
        .map(field -> "%s %d: %s is never read".formatted(operation.id(), status, field))
        .toList();
  }

  private List<String> notInSpec(Interaction interaction) {
    Optional<Operation> found = promises.operationOf(interaction);
    if (found.isEmpty()) {
      return List.of(
          "\"%s\": the spec has no %s %s"
              .formatted(interaction, interaction.method(), interaction.path()));
    }
    Operation operation = found.get();
    if (!promises.statuses(operation).contains(interaction.status())) {
      return List.of(
          "\"%s\": the spec has no status %d for %s"
              .formatted(interaction, interaction.status(), operation.id()));
    }
    Set<String> unknown = new LinkedHashSet<>(Fields.of(interaction.read()));
    unknown.removeAll(promises.responseFields(operation, interaction.status()));
    Set<String> unknownSent = new LinkedHashSet<>(Fields.of(interaction.sent()));
    unknownSent.removeAll(promises.requestFields(operation));
    return Stream.concat(
            unknown.stream()
                .map(field -> "\"%s\": the spec has no %s to read".formatted(interaction, field)),
            unknownSent.stream()
                .map(field -> "\"%s\": the spec has no %s to send".formatted(interaction, field)))
        .toList();
  }
}
