package io.github.realtimekit.webhooks.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit 5 extension that runs a sandbox, from its first use on. In a static field with
 * {@code @RegisterExtension}, or with {@code @ExtendWith}, the sandbox serves all tests of the
 * class and stops when the last test of the run is done; in an instance field, each test has its
 * own. Before each test, {@link #app()} becomes empty and the key endpoint works. Tests that run in
 * parallel with others of their class take a {@link SandboxApp} as parameter, which is the test's
 * own; {@link Sandbox} can be a parameter, too.
 */
public final class SandboxExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

  /** JUnit closes the first type before version 5.13, and warns of it alone since then. */
  @SuppressWarnings("deprecation")
  private record Closing(SandboxExtension extension)
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    @Override
    public void close() {
      extension.close();
    }
  }

  private @Nullable Sandbox sandbox;

  /** Returns the base URL for the client. */
  public URI baseUrl() {
    return sandbox().baseUrl();
  }

  /** Returns the token for the client. */
  public String token() {
    return sandbox().token();
  }

  /** Returns the app of all tests, also before a test starts; it is emptied before each. */
  public SandboxApp app() {
    return sandbox().app("account", "app");
  }

  /**
   * Returns the sandbox, for further apps, also before a test starts.
   *
   * @throws UncheckedIOException if it cannot listen
   */
  public synchronized Sandbox sandbox() {
    if (sandbox == null) {
      try {
        sandbox = Sandbox.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sandbox;
  }

  /** Frameworks keep what has the base URL beyond a class, so the sandbox lives as long. */
  @Override
  public void beforeAll(ExtensionContext context) {
    closeWith(context.getRoot());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    closeWith(context);
    app().clear();
    sandbox().keyEndpointDown(false);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Sandbox.class
        || (type == SandboxApp.class && context.getTestMethod().isPresent());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class
        ? sandbox()
        : context.getStore(NAMESPACE).getOrComputeIfAbsent(SandboxApp.class, key -> newApp());
  }

  private SandboxApp newApp() {
    return sandbox().app("account-" + UUID.randomUUID(), "app-" + UUID.randomUUID());
  }

  /** Closes the sandbox when the context ends, or the one around it that does so already. */
  private void closeWith(ExtensionContext context) {
    context.getStore(NAMESPACE).getOrComputeIfAbsent(this, key -> new Closing(this));
  }

  private synchronized void close() {
    if (sandbox != null) {
      sandbox.close();
      sandbox = null;
    }
  }
}
