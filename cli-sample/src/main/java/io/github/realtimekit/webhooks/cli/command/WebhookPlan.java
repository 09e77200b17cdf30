package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.MissingFieldException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.cli.output.Change;
import io.github.realtimekit.webhooks.cli.output.Field;
import io.github.realtimekit.webhooks.cli.output.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Steps from the webhooks that an app has to those that it should have, deletes last.
 *
 * <p>A webhook is identified by its id if one is given, else by its URL, of which an app has each
 * only once. If neither is found and exactly one other webhook has the same name, that one is
 * probably meant, with a new URL: that is a move. An edit holds only the fields that differ; the
 * order of events does not matter, and {@code enabled} is left alone unless the request has it.
 */
record WebhookPlan(List<Step> steps) {
  /** Kinds of {@link Step}, as they are printed. */
  enum Action {
    keep,
    create,
    edit,
    move,
    delete
  }

  /**
   * A webhook that the app should have.
   *
   * @param id null if its URL identifies it
   */
  record Wanted(@Nullable UUID id, WebhookRequest request) {}

  /**
   * One step of a plan.
   *
   * @param before the webhook as it is; null to create one
   * @param request the webhook as it should be; null to delete it
   * @param patch the fields that differ; empty unless it is an edit or a move
   */
  record Step(
      Action action,
      @Nullable Webhook before,
      @Nullable WebhookRequest request,
      WebhookPatch patch) {

    /** Returns the name that the webhook has after the step, or had before it is deleted. */
    String name() {
      return request == null ? Field.name.text(existing()) : request.name();
    }

    Webhook existing() {
      return Objects.requireNonNull(before, "before");
    }

    WebhookRequest wanted() {
      return Objects.requireNonNull(request, "request");
    }

    /** Returns what changes, by the fields' names in JSON. */
    Map<String, Change> changes() {
      Map<String, Object> old = before == null ? Map.of() : Json.fields(before);
      Map<String, Object> sent =
          switch (action) {
            case create -> Json.fields(wanted());
            case edit, move -> Json.fields(patch);
            case keep, delete -> Map.of();
          };
      Set<String> changed = (action == Action.delete ? old : sent).keySet();
      Map<String, Change> changes = new LinkedHashMap<>();
      Stream.of("name", "url", "events", "enabled")
          .filter(changed::contains)
          .forEach(field -> changes.put(field, new Change(old.get(field), sent.get(field))));
      return changes;
    }
  }

  private static final WebhookPatch NO_CHANGE = WebhookPatch.builder().build();

  /** Ways to find a webhook, best first: what one of them takes is not free for the next. */
  private static final List<BiPredicate<Wanted, Webhook>> MATCHES =
      List.of(
          (wanted, webhook) -> has(webhook, Webhook::id, id -> id.equals(wanted.id())),
          (wanted, webhook) ->
              wanted.id() == null && has(webhook, Webhook::url, wanted.request().url()::equals),
          (wanted, webhook) ->
              wanted.id() == null
                  && has(webhook, Webhook::url, url -> isSame(url, wanted.request().url())));

  /**
   * Compares what an app should have with what it has.
   *
   * @param prunePrefix start of the names of those to delete if they are not wanted; null to delete
   *     none
   * @throws IllegalArgumentException if the app has none with an id that is given
   */
  static WebhookPlan of(List<Wanted> wanted, @Nullable String prunePrefix, List<Webhook> existing) {
    List<Webhook> others = new ArrayList<>(existing);
    Map<Wanted, Webhook> found = new HashMap<>();
    for (BiPredicate<Wanted, Webhook> match : MATCHES) {
      for (Wanted each : wanted) {
        if (!found.containsKey(each)) {
          others.stream()
              .filter(webhook -> match.test(each, webhook))
              .findFirst()
              .ifPresent(webhook -> found.put(each, webhook));
          others.remove(found.get(each));
        }
      }
    }
    List<Step> steps = new ArrayList<>();
    for (Wanted each : wanted) {
      @Nullable Webhook before = found.get(each);
      if (before == null && each.id() != null) {
        throw new IllegalArgumentException("The app has no webhook with the id " + each.id());
      }
      steps.add(
          before == null
              ? createOrMove(others, each.request())
              : edit(Action.edit, before, each.request()));
    }
    if (prunePrefix != null) {
      others.stream()
          .filter(webhook -> has(webhook, Webhook::name, name -> name.startsWith(prunePrefix)))
          .forEach(webhook -> steps.add(new Step(Action.delete, webhook, null, NO_CHANGE)));
    }
    return new WebhookPlan(List.copyOf(steps));
  }

  /** Compares as {@code ensureWebhook} does: without a slash at the end and the default port. */
  private static boolean isSame(URI one, URI other) {
    return withoutSlash(parsed(one)).equals(withoutSlash(parsed(other)));
  }

  /** Returns the URL in a form that is equal for host names in any case and a default port. */
  static Object parsed(URI uri) {
    @Nullable HttpUrl url = HttpUrl.get(uri);
    return url == null ? uri : url;
  }

  private static Object withoutSlash(Object parsed) {
    return parsed instanceof HttpUrl url && url.encodedPath().endsWith("/")
        ? url.newBuilder().removePathSegment(url.pathSize() - 1).build()
        : parsed;
  }

  private static Step createOrMove(List<Webhook> others, WebhookRequest request) {
    List<Webhook> sameName =
        others.stream()
            .filter(webhook -> has(webhook, Webhook::name, request.name()::equals))
            .toList();
    if (sameName.size() != 1) {
      return new Step(Action.create, null, request, NO_CHANGE);
    }
    others.remove(sameName.get(0));
    return edit(Action.move, sameName.get(0), request);
  }

  private static Step edit(Action action, Webhook before, WebhookRequest request) {
    WebhookPatch.Builder patch = WebhookPatch.builder();
    if (!has(before, Webhook::name, request.name()::equals)) {
      patch.name(request.name());
    }
    if (!has(before, Webhook::url, url -> isSame(url, request.url()))) {
      patch.url(request.url());
    }
    if (!has(
        before,
        Webhook::events,
        events -> Set.copyOf(events).equals(Set.copyOf(request.events())))) {
      patch.events(request.events());
    }
    @Nullable Boolean enabled = request.enabled();
    if (enabled != null && !has(before, Webhook::enabled, enabled::equals)) {
      patch.enabled(enabled);
    }
    WebhookPatch differing = patch.build();
    return new Step(differing.equals(NO_CHANGE) ? Action.keep : action, before, request, differing);
  }

  /** Returns whether a field is there, can be read and has a value that fits. */
  private static <T> boolean has(
      Webhook webhook, Function<Webhook, T> field, Function<T, Boolean> fits) {
    try {
      return fits.apply(field.apply(webhook));
    } catch (MissingFieldException e) {
      return false;
    }
  }

  /** Returns the steps that change something. */
  List<Step> changing() {
    return steps.stream().filter(step -> step.action() != Action.keep).toList();
  }

  /** Returns whether the app is as it should be. */
  boolean isDone() {
    return changing().isEmpty();
  }
}
