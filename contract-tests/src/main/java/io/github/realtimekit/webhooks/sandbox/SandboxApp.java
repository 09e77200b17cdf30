package io.github.realtimekit.webhooks.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One app of the sandbox from behind: what a test needs to be so before it calls the API. */
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

  /** Returns the account's identifier, to be given to the client. */
  public String accountId() {
    return key.accountId();
  }

  /** Returns the app's identifier, to be given to the client. */
  public String appId() {
    return key.appId();
  }

  /**
   * Returns the id of a new webhook that is switched on and told about every event of the spec.
   *
   * @throws IllegalStateException if another webhook of the app has the url
   */
  public String addWebhook(String name, String url) {
    ObjectNode fields = Json.object().put("name", name).put("url", url).put("enabled", true);
    events.forEach(fields.putArray("events")::add);
    return store
        .create(key, fields)
        .orElseThrow(() -> new IllegalStateException("another webhook has the url " + url))
        .get("id")
        .textValue();
  }

  /** Answers the next request to the app with the failure; called again, the one after it too. */
  public void failNext(Failure failure) {
    failures.add(key, failure);
  }

  /**
   * Returns the requests that named the app, oldest first, those with a refused token too; of very
   * many the last.
   */
  public List<Received> received() {
    return requests.of(key);
  }

  /** Leaves the app without webhooks, without failures to come, and with no requests received. */
  public void clear() {
    requests.clear(key);
    store.clear(key);
    failures.clear(key);
  }
}
