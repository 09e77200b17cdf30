package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An app of the sandbox: sets up what a test needs, and tells what was received. Thread-safe. */
public final class SandboxApp {
  private final AppKey key;
  private final Store store;
  private final PendingFailures failures;
  private final RequestLog requests;
  private final List<String> events;

  SandboxApp(
      AppKey key, Store store, PendingFailures failures, RequestLog requests, List<String> events) {
    this.key = key;
    this.store = store;
    this.failures = failures;
    this.requests = requests;
    this.events = events;
  }

  /** Returns the account id for the client. */
  public String accountId() {
    return key.accountId();
  }

  /** Returns the app id for the client. */
  public String appId() {
    return key.appId();
  }

  /**
   * Adds an enabled webhook for every event type of the spec.
   *
   * @return the id of the webhook
   * @throws IllegalStateException if another webhook of the app has the URL
   */
  public String addWebhook(String name, String url) {
    ObjectNode fields = Json.object().put("name", name).put("url", url).put("enabled", true);
    events.forEach(fields.putArray("events")::add);
    return store
        .create(key, fields)
        .orElseThrow(() -> new IllegalStateException("another webhook has the URL " + url))
        .get("id")
        .textValue();
  }

  /** Makes the next request to the app fail; each further call is for one more request. */
  public void failNext(Failure failure) {
    failures.add(key, failure);
  }

  /**
   * Returns the requests that named the app, oldest first, including those with a wrong token. The
   * sandbox keeps the latest, up to 16 million characters for all apps.
   */
  public List<Received> received() {
    return requests.of(key);
  }

  /** Removes the app's webhooks, pending failures and received requests. */
  public void clear() {
    requests.clear(key);
    store.clear(key);
    failures.clear(key);
  }
}
