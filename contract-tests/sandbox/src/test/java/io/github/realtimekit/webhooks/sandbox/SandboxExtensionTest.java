package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes as another project would have them, and looks at what they met. */
class SandboxExtensionTest {
  private static final List<URI> BASE_URLS = new ArrayList<>();
  private static final Set<String> APPS = new LinkedHashSet<>();

  @BeforeEach
  void forget() {
    BASE_URLS.clear();
    APPS.clear();
  }

  static class OneForTheClass {
    @RegisterExtension static final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void first() {
      meet(sandbox.baseUrl(), sandbox.app());
    }

    @Test
    void second(SandboxApp app) {
      assertThat(sandbox.token()).isEqualTo(Sandbox.DEFAULT_TOKEN);
      meet(sandbox.baseUrl(), app);
    }

    @Nested
    class Inner {
      @Test
      void third() {
        meet(sandbox.baseUrl(), sandbox.app());
      }
    }
  }

  static class OneForEachCase {
    @RegisterExtension final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void first() {
      meet(sandbox.baseUrl(), sandbox.app());
    }

    @Test
    void second() {
      meet(sandbox.baseUrl(), sandbox.app());
    }
  }

  @ExtendWith(SandboxExtension.class)
  static class ByParameter {
    @Test
    void first(Sandbox sandbox, SandboxApp app, TestInfo ofJUnit) {
      assertThat(ofJUnit.getDisplayName()).contains("first");
      meet(sandbox.baseUrl(), app);
    }
  }

  @Test
  void oneForTheClass() {
    run(OneForTheClass.class, 3);

    assertThat(new LinkedHashSet<>(BASE_URLS)).hasSize(1);
    assertThat(APPS).hasSize(3);
    assertStopped();
  }

  @Test
  void oneForEachTest() {
    run(OneForEachCase.class, 2);

    assertThat(APPS).hasSize(2);
    assertStopped();
  }

  @Test
  void byParameter() {
    run(ByParameter.class, 1);

    assertThat(APPS).hasSize(1);
    assertStopped();
  }

  @Test
  void outsideOfTests() {
    SandboxExtension unused = new SandboxExtension();

    assertThatIllegalStateException().isThrownBy(unused::app);
    assertThatIllegalStateException().isThrownBy(unused::baseUrl);
  }

  /** Each test sees an app without webhooks, and leaves one behind. */
  private static void meet(URI baseUrl, SandboxApp app) {
    Wire wire = Wire.to(baseUrl).withApp(app.accountId(), app.appId());
    assertThat(wire.list().status()).isEqualTo(404);
    app.addWebhook("left behind", "https://example.com/hooks");
    assertThat(wire.list().data()).hasSize(1);
    BASE_URLS.add(baseUrl);
    APPS.add(app.appId());
  }

  private static void run(Class<?> tests, int count) {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents()
        .assertStatistics(statistics -> statistics.started(count).succeeded(count));
  }

  private static void assertStopped() {
    Wire wire = Wire.to(BASE_URLS.get(0));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(wire::list)
        .withCauseInstanceOf(ConnectException.class);
  }
}
