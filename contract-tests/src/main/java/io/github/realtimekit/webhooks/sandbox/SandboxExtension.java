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
 * Gives each JUnit 5 test an app of its own in a running sandbox. As a static field with
 * {@code @RegisterExtension}, or with {@code @ExtendWith}, one sandbox serves all tests of the
 * class; as a field of the instance, each test has its own. A test may also take a {@link
 * SandboxApp} or the {@link Sandbox} as parameter, which is the way where tests run in parallel and
 * start threads of their own.
 */
public final class SandboxExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  /** One for each thread that runs a test, so that tests may run in parallel. */
  private final Map<Thread, SandboxApp> apps = new ConcurrentHashMap<>();

  private @Nullable Sandbox sandbox;
  private int users;

  /** Returns where the API begins, to be given to the client. */
  public URI baseUrl() {
    return sandbox().baseUrl();
  }

  /** Returns the one token that is accepted, to be given to the client. */
  public String token() {
    return sandbox().token();
  }

  /**
   * Returns the app of the running test, without webhooks when the test begins.
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
   * @throws IllegalStateException if it does not run
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

  /** Classes, nested ones and tests use it; the first starts it, the last stops it. */
  private synchronized void enter() throws IOException {
    if (users++ == 0) {
      sandbox = Sandbox.start(0, Sandbox.DEFAULT_TOKEN, false);
    }
  }

  private synchronized void leave() {
    if (--users == 0) {
      sandbox().close();
      sandbox = null;
    }
  }
}
