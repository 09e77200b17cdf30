package io.github.realtimekit.webhooks.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit 5 extension that gives each test an app of its own in a running sandbox. As a static field
 * with {@code @RegisterExtension}, or with {@code @ExtendWith}, one sandbox serves all tests of the
 * class; as an instance field, each test has its own. A test can also take a {@link SandboxApp} or
 * the {@link Sandbox} as parameter; tests that use the app from other threads must.
 */
public final class SandboxExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  /** By the thread that runs the test, since tests may run in parallel. */
  private final Map<Thread, SandboxApp> apps = new ConcurrentHashMap<>();

  private @Nullable Sandbox sandbox;
  private int users;

  /** Returns the base URL for the client. */
  public URI baseUrl() {
    return sandbox().baseUrl();
  }

  /** Returns the token for the client. */
  public String token() {
    return sandbox().token();
  }

  /**
   * Returns the app of the running test, which has no webhooks at first.
   *
   * @throws IllegalStateException if no test runs in this thread
   */
  public SandboxApp app() {
    SandboxApp current = apps.get(Thread.currentThread());
    if (current == null) {
      throw new IllegalStateException("no test of the sandbox runs in this thread");
    }
    return current;
  }

  /**
   * Returns the sandbox, for further apps.
   *
   * @throws IllegalStateException if no test runs
   */
  public synchronized Sandbox sandbox() {
    if (sandbox == null) {
      throw new IllegalStateException("the sandbox runs while tests run, not before or after");
    }
    return sandbox;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    enter();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    enter();
    apps.put(
        Thread.currentThread(),
        sandbox().app("account-" + UUID.randomUUID(), "app-" + UUID.randomUUID()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    apps.remove(Thread.currentThread());
    leave();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    leave();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Sandbox.class
        || (type == SandboxApp.class && apps.containsKey(Thread.currentThread()));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class ? sandbox() : app();
  }

  /** Classes, nested classes and tests use it: the first starts it, the last stops it. */
  private synchronized void enter() throws IOException {
    if (users++ == 0) {
      sandbox = Sandbox.builder().start();
    }
  }

  private synchronized void leave() {
    if (--users == 0) {
      sandbox().close();
      sandbox = null;
    }
  }
}
