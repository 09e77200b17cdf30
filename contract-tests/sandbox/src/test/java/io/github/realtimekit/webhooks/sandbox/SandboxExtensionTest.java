package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes as another project would have them, and looks at what they met. */
class SandboxExtensionTest {
  private static final List<URI> BASE_URLS = new CopyOnWriteArrayList<>();
  private static final Set<String> APPS = ConcurrentHashMap.newKeySet();

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

  /** As a framework does that starts the code under test before the first test. */
  static class UsedBeforeTests {
    @RegisterExtension static final SandboxExtension sandbox = new SandboxExtension();

    static final URI BASE_URL = sandbox.baseUrl();
    static final SandboxApp APP = sandbox.app();

    @Test
    void first() {
      meet(BASE_URL, APP);
    }

    @Test
    void second() throws Exception {
      CompletableFuture.runAsync(() -> meet(sandbox.baseUrl(), sandbox.app())).get();
    }
  }

  abstract static class Base {
    @RegisterExtension static final SandboxExtension sandbox = new SandboxExtension();

    @Test
    void test() {
      meet(sandbox.baseUrl(), sandbox.app());
    }
  }

  static class FirstOfABase extends Base {}

  static class SecondOfABase extends Base {}

  @ExtendWith(SandboxExtension.class)
  @Execution(ExecutionMode.CONCURRENT)
  static class InParallel {
    private static final CyclicBarrier ALL = new CyclicBarrier(4);

    private SandboxApp beforeEach;

    @BeforeEach
    void start(SandboxApp app) {
      beforeEach = app;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void test(int number, Sandbox sandbox, SandboxApp app) throws Exception {
      assertThat(app).isSameAs(beforeEach);
      ALL.await();
      meet(sandbox.baseUrl(), app);
    }
  }

  @Test
  void oneForTheClass() {
    run(OneForTheClass.class, 3);

    assertThat(new LinkedHashSet<>(BASE_URLS)).hasSize(1);
    assertThat(APPS).hasSize(2);
    assertStopped();
  }

  @Test
  void oneForEachTest() {
    run(OneForEachCase.class, 2);

    assertThat(new LinkedHashSet<>(BASE_URLS)).hasSize(2);
    assertStopped();
  }

  @Test
  void byParameter() {
    run(ByParameter.class, 1);

    assertThat(APPS).hasSize(1);
    assertStopped();
  }

  @Test
  void appIsThereBeforeTheFirstTest() {
    run(UsedBeforeTests.class, 2);

    assertThat(new LinkedHashSet<>(BASE_URLS)).containsExactly(UsedBeforeTests.BASE_URL);
    assertThat(APPS).containsExactly(UsedBeforeTests.APP.appId());
    assertStopped();
  }

  @Test
  void classesShareTheSandboxOfTheirBaseClass() {
    run(2, FirstOfABase.class, SecondOfABase.class);

    assertThat(new LinkedHashSet<>(BASE_URLS)).hasSize(1);
    assertStopped();
  }

  @Test
  void parallelTestsHaveAppsOfTheirOwn() {
    run(InParallel.class, 4);

    assertThat(APPS).hasSize(4);
    assertStopped();
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
    run(count, tests);
  }

  private static void run(int count, Class<?>... tests) {
    EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .selectors(
            Stream.of(tests).map(DiscoverySelectors::selectClass).toArray(ClassSelector[]::new))
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
