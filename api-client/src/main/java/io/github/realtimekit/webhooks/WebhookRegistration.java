package io.github.realtimekit.webhooks;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Creates or edits the webhook with a URL, so that the app has it as requested. */
final class WebhookRegistration {
  private static final WebhookPatch NO_CHANGE = WebhookPatch.builder().build();

  private final WebhooksClient webhooks;
  private final WebhookRequest request;

  private WebhookRegistration(WebhooksClient webhooks, WebhookRequest request) {
    this.webhooks = webhooks;
    this.request = request;
  }

  static Webhook ensure(WebhooksClient webhooks, WebhookRequest request) {
    return new WebhookRegistration(webhooks, request).ensure();
  }

  private Webhook ensure() {
    Optional<Webhook> existing = find();
    if (existing.isPresent()) {
      try {
        return edit(existing.get());
      } catch (NotFoundException deletedMeanwhile) {
        // Created again below.
      }
    }
    try {
      Webhook created = webhooks.createWebhook(request);
      return complete(created, created.id());
    } catch (RealtimeKitException e) {
      if (!(e instanceof ConflictException) && !e.outcomeUnknown()) {
        throw e;
      }
      // Another replica created it first, or this call did although it failed.
      return edit(findAfter(e).orElseThrow(() -> e));
    }
  }

  private Optional<Webhook> findAfter(RealtimeKitException failure) {
    try {
      return find();
    } catch (RealtimeKitException e) {
      failure.addSuppressed(e);
      return Optional.empty();
    }
  }

  private Optional<Webhook> find() {
    Object url = normalized(request.url());
    // An app may have a URL both with and without a slash: an exact match wins.
    return webhooks.listWebhooks().stream()
        .filter(webhook -> holds(webhook::url, each -> normalized(each).equals(url)))
        .min(Comparator.comparing(webhook -> !webhook.url().equals(request.url())));
  }

  private static Object normalized(URI uri) {
    @Nullable HttpUrl url = HttpUrl.get(uri);
    if (url == null) {
      return uri;
    }
    int last = url.pathSize() - 1;
    boolean endsWithSlash = url.pathSegments().get(last).isEmpty();
    return endsWithSlash ? url.newBuilder().removePathSegment(last).build() : url;
  }

  private Webhook edit(Webhook listed) {
    Webhook existing = complete(listed, listed.id());
    WebhookPatch patch = difference(existing);
    return patch.equals(NO_CHANGE)
        ? existing
        : complete(webhooks.editWebhook(listed.id(), patch), listed.id());
  }

  private Webhook complete(Webhook webhook, UUID id) {
    return webhook.missingFields().isEmpty() ? webhook : webhooks.getWebhook(id);
  }

  private WebhookPatch difference(Webhook existing) {
    WebhookPatch.Builder patch = WebhookPatch.builder();
    Set<EventType> wanted = new HashSet<>(request.events());
    if (!holds(existing::name, request.name()::equals)) {
      patch.name(request.name());
    }
    if (!holds(existing::events, events -> new HashSet<>(events).equals(wanted))) {
      patch.events(request.events());
    }
    @Nullable Boolean enabled = request.enabled();
    if (enabled != null && !holds(existing::enabled, enabled::equals)) {
      patch.enabled(enabled);
    }
    return patch.build();
  }

  /** Returns whether a field is there, can be read and has a value that fits. */
  private static <T> boolean holds(Supplier<T> field, Predicate<? super T> condition) {
    try {
      return condition.test(field.get());
    } catch (MissingFieldException e) {
      return false;
    }
  }
}
