package io.github.realtimekit.webhooks.cli.command;

import io.github.realtimekit.webhooks.NotFoundException;
import io.github.realtimekit.webhooks.Webhook;
import io.github.realtimekit.webhooks.WebhookPatch;
import io.github.realtimekit.webhooks.WebhookRequest;
import io.github.realtimekit.webhooks.WebhooksClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Difference between the webhooks that an app has and those that it should have. Compare first,
 * look at the {@link #steps()}, then {@link #apply(WebhooksClient) apply} them. For a single
 * webhook {@link WebhooksClient#ensureWebhook} does all of it.
 *
 * <pre>{@code
 * WebhookPlan plan = WebhookPlan.builder().webhook(request).prunePrefix("staging ").plan(webhooks);
 * plan.steps().forEach(System.out::println);
 * plan.apply(webhooks);
 * }</pre>
 *
 * <p>A webhook is identified by its id if one is given, else by its URL, of which an app has each
 * only once. If neither is found and exactly one other webhook has the same name, that one is
 * probably meant, with a new URL: the plan proposes a {@link Action#MOVE}, which is applied only
 * after {@link Builder#adopt}. An edit sends only the fields that differ; the order of events does
 * not matter, and {@code enabled} is left alone unless the request has it.
 *
 * <p>A plan is immutable and thread-safe. Applying it again after a failure halfway is safe if it
 * is planned anew.
 */
public final class WebhookPlan {
  /** Kinds of {@link Step}. */
  public enum Action {
    /** Nothing differs. */
    KEEP,
    /** No webhook has the id, the URL or the name. */
    CREATE,
    /** Some fields differ. */
    EDIT,
    /** Another URL for the one webhook of the same name. */
    MOVE,
    /** No request is about the webhook, and its name has the prefix to prune. */
    DELETE
  }

  /**
   * One step of a plan.
   *
   * @param before the webhook as it is; null for {@link Action#CREATE}
   * @param request the webhook as it should be; null for {@link Action#DELETE}
   * @param patch the fields that differ; null unless the action is {@link Action#EDIT} or {@link
   *     Action#MOVE}
   */
  public record Step(
      Action action,
      @Nullable Webhook before,
      @Nullable WebhookRequest request,
      @Nullable WebhookPatch patch) {

    /** Returns the name that the webhook has after the step, or had before it is deleted. */
    public String name() {
      return request != null ? request.name() : existing().name();
    }

    /** Returns the URL that the webhook has after the step, or had before it is deleted. */
    public URI url() {
      return request != null ? request.url() : existing().url();
    }

    private Webhook existing() {
      return Objects.requireNonNull(before, "before");
    }

    private void apply(WebhooksClient webhooks) {
      switch (action) {
        case CREATE -> webhooks.ensureWebhook(Objects.requireNonNull(request, "request"));
        case EDIT, MOVE ->
            webhooks.editWebhook(existing().id(), Objects.requireNonNull(patch, "patch"));
        case DELETE -> delete(webhooks, existing().id());
        case KEEP -> {}
      }
    }
  }

  private static final WebhookPatch NO_CHANGE = WebhookPatch.builder().build();

  private final List<Step> steps;
  private final boolean adopt;

  private WebhookPlan(List<Step> steps, boolean adopt) {
    this.steps = List.copyOf(steps);
    this.adopt = adopt;
  }

  /** Returns a builder without any webhooks. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a step for each requested webhook in order, then those that delete one. */
  public List<Step> steps() {
    return steps;
  }

  /** Returns whether the app is as it should be. */
  public boolean isDone() {
    return steps.stream().allMatch(step -> step.action() == Action.KEEP);
  }

  /** Returns the moves that {@link #apply} would refuse, since {@link Builder#adopt} is not set. */
  public List<Step> unadoptedMoves() {
    return adopt ? List.of() : steps.stream().filter(s -> s.action() == Action.MOVE).toList();
  }

  /**
   * Applies all steps in order.
   *
   * @throws IllegalStateException if there are {@link #unadoptedMoves()}; nothing is changed then
   * @throws io.github.realtimekit.webhooks.RealtimeKitException if a call fails; the steps before
   *     it have been applied
   */
  public void apply(WebhooksClient webhooks) {
    apply(webhooks, step -> {});
  }

  /**
   * Applies all steps in order, and reports each one that changed something.
   *
   * @throws IllegalStateException if there are {@link #unadoptedMoves()}; nothing is changed then
   * @throws io.github.realtimekit.webhooks.RealtimeKitException if a call fails; the steps before
   *     it have been applied
   */
  public void apply(WebhooksClient webhooks, Consumer<Step> applied) {
    if (!unadoptedMoves().isEmpty()) {
      Step move = unadoptedMoves().get(0);
      throw new IllegalStateException(
          "The webhook '%s' would move from %s to %s: adopt it, or choose another name"
              .formatted(move.name(), move.existing().url(), move.url()));
    }
    for (Step step : steps) {
      if (step.action() != Action.KEEP) {
        step.apply(webhooks);
        applied.accept(step);
      }
    }
  }

  private static void delete(WebhooksClient webhooks, UUID id) {
    try {
      webhooks.deleteWebhook(id);
    } catch (NotFoundException gone) {
      // Someone else deleted it, which is what the plan wants.
    }
  }

  private static WebhookPatch difference(Webhook before, WebhookRequest request) {
    WebhookPatch.Builder patch = WebhookPatch.builder();
    if (!before.name().equals(request.name())) {
      patch.name(request.name());
    }
    if (!before.url().equals(request.url())) {
      patch.url(request.url());
    }
    if (!Set.copyOf(before.events()).equals(Set.copyOf(request.events()))) {
      patch.events(request.events());
    }
    @Nullable Boolean enabled = request.enabled();
    if (enabled != null && !enabled.equals(before.enabled())) {
      patch.enabled(enabled);
    }
    return patch.build();
  }

  /** Collects the webhooks that an app should have. Not thread-safe. */
  public static final class Builder {
    private record Wanted(@Nullable UUID id, WebhookRequest request) {}

    private final List<Wanted> wanted = new ArrayList<>();
    private boolean adopt;
    private @Nullable String prunePrefix;

    private Builder() {}

    /** Adds a webhook that its URL identifies. */
    public Builder webhook(WebhookRequest request) {
      wanted.add(new Wanted(null, request));
      return this;
    }

    /** Adds a webhook that its id identifies, so that its URL may change. */
    public Builder webhook(UUID id, WebhookRequest request) {
      wanted.add(new Wanted(id, request));
      return this;
    }

    /** Sets whether moves are applied; false by default. */
    public Builder adopt(boolean adopt) {
      this.adopt = adopt;
      return this;
    }

    /**
     * Deletes the webhooks whose name begins with this prefix and that were not added here; without
     * it none is deleted.
     *
     * @throws IllegalArgumentException if it is blank, since that would be every webhook of the app
     */
    public Builder prunePrefix(String namePrefix) {
      if (namePrefix.isBlank()) {
        throw new IllegalArgumentException("The name prefix to prune is blank");
      }
      this.prunePrefix = namePrefix;
      return this;
    }

    /**
     * Lists the webhooks of the app and compares them.
     *
     * @throws IllegalArgumentException if two of the added webhooks are the same one, or if the app
     *     has none with an id that was given
     * @throws io.github.realtimekit.webhooks.RealtimeKitException if the call fails
     */
    public WebhookPlan plan(WebhooksClient webhooks) {
      checkUrls();
      List<Webhook> others = new ArrayList<>(webhooks.listWebhooks());
      Map<Wanted, Webhook> found = new HashMap<>();
      // Ids first: a webhook that one names is not free for a URL, and neither is for a name.
      wanted.stream()
          .sorted(Comparator.comparing(each -> each.id() == null))
          .forEach(each -> take(others, each).ifPresent(webhook -> found.put(each, webhook)));
      List<Step> steps = new ArrayList<>();
      for (Wanted each : wanted) {
        @Nullable Webhook before = found.get(each);
        steps.add(
            before == null
                ? createOrMove(others, each.request())
                : edit(Action.EDIT, before, each.request()));
      }
      if (prunePrefix != null) {
        String prefix = prunePrefix;
        others.stream()
            .filter(webhook -> webhook.name().startsWith(prefix))
            .forEach(webhook -> steps.add(new Step(Action.DELETE, webhook, null, null)));
      }
      return new WebhookPlan(steps, adopt);
    }

    private void checkUrls() {
      Set<URI> urls = new HashSet<>();
      for (Wanted each : wanted) {
        if (!urls.add(each.request().url())) {
          throw new IllegalArgumentException(
              "Two webhooks have the URL "
                  + each.request().url()
                  + ", and an app can have only one");
        }
      }
    }

    private static Optional<Webhook> take(List<Webhook> others, Wanted wanted) {
      UUID id = wanted.id();
      Optional<Webhook> match =
          others.stream()
              .filter(
                  webhook ->
                      id == null
                          ? webhook.url().equals(wanted.request().url())
                          : webhook.id().equals(id))
              .findFirst();
      if (match.isEmpty() && id != null) {
        throw new IllegalArgumentException(
            "The app has no webhook with the id " + id + ", or it was added twice");
      }
      match.ifPresent(others::remove);
      return match;
    }

    private static Step createOrMove(List<Webhook> others, WebhookRequest request) {
      List<Webhook> sameName =
          others.stream().filter(webhook -> webhook.name().equals(request.name())).toList();
      if (sameName.size() != 1) {
        return new Step(Action.CREATE, null, request, null);
      }
      others.remove(sameName.get(0));
      return edit(Action.MOVE, sameName.get(0), request);
    }

    private static Step edit(Action action, Webhook before, WebhookRequest request) {
      WebhookPatch patch = difference(before, request);
      return patch.equals(NO_CHANGE)
          ? new Step(Action.KEEP, before, request, null)
          : new Step(action, before, request, patch);
    }
  }
}
