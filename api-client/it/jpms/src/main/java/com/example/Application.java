package com.example;

import io.github.realtimekit.webhooks.ConnectionException;
import io.github.realtimekit.webhooks.WebhooksClient;

/** Makes a call from a named module to a port that nobody listens on, and checks that no internal class is accessible. */
public final class Application {
  private Application() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    try (WebhooksClient webhooks =
        WebhooksClient.builder()
            .apiToken("test-token")
            .accountId("acc")
            .appId("app")
            .baseUrl("http://127.0.0.1:1")
            .maxRetries(0)
            .build()) {
      webhooks.listWebhooks();
      throw new AssertionError("something listens on port 1");
    } catch (ConnectionException e) {
      if (!WebhooksClient.class.getModule().isNamed() || !Application.class.getModule().isNamed()) {
        throw new AssertionError("not on the module path");
      }
    }
    assertInternalClassIsNotAccessible();
  }

  private static void assertInternalClassIsNotAccessible() throws ReflectiveOperationException {
    try {
      Class.forName("io.github.realtimekit.webhooks.internal.WireInterceptor").getConstructor().newInstance();
      throw new AssertionError("an internal class is accessible");
    } catch (IllegalAccessException expected) {
      System.out.println(expected.getMessage());
    }
  }
}
