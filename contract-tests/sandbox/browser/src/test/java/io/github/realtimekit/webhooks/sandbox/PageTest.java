package io.github.realtimekit.webhooks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in chromium, of a sandbox that is called over HTTP. */
class PageTest {
  private static ChromeDriver browser;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private Sandbox sandbox;
  private HttpServer receiver;

  @BeforeAll
  static void startBrowser() {
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(onPath("chromedriver")).build();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath("chromium"));
    // Chromium's own sandbox does not run as root, and shares memory that containers do not have.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    browser = new ChromeDriver(service, options);
  }

  private static File onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(program + " is not on the PATH"))
        .toFile();
  }

  @AfterAll
  static void stopBrowser() {
    browser.quit();
  }

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.builder().start();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Integer status = statuses.poll();
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
          }
        });
    receiver.start();
    browser.get(root().toString());
    awaitText("connection", "live");
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
    sandbox.close();
  }

  @Test
  void webhookThatIsCreatedOverTheApiAppears() throws Exception {
    assertThat(text("webhooks")).startsWith("No webhooks yet.");

    create("app", "Archive");

    awaitText("webhooks", "Archive");
    assertThat(text("webhooks")).contains("enabled", hook("Archive"), "meeting.started");
    awaitText("requests", "POST …/webhooks");
    WebElement request = find("#requests summary");
    assertThat(request.getText()).contains("201");
    request.click();
    assertThat(text("requests")).contains("\"name\": \"Archive\"", "\"success\": true");
  }

  @Test
  void buttonDeliversTheEventToTheChosenWebhook() throws Exception {
    create("app", "First");
    create("app", "Second");
    awaitText("webhooks", "Second");
    statuses.addAll(List.of(500, 204));
    select("event", "meeting.ended");
    select("target", "Second — " + hook("Second"));
    select("fault", "dyte_headers");

    click("#deliver button");

    awaitText("delivered", "Attempts: 500, 204");
    awaitText("deliveries", "to Second · dyte_headers");
    assertThat(text("deliveries")).contains("meeting.ended", "delivered", "2 attempts");
    assertThat(text("deliveries")).doesNotContain("First");
    click("#deliveries summary");
    assertThat(text("deliveries")).contains("500", "204", "\"event\": \"meeting.ended\"");
  }

  @Test
  void eventThatNobodySubscribedToIsNotSent() throws Exception {
    create("app", "Archive");
    awaitText("webhooks", "Archive");
    select("event", "meeting.summary");

    click("#deliver button");

    awaitText("delivered", "Not sent: no enabled webhook of these subscribed to meeting.summary.");
    assertThat(text("deliveries")).isEqualTo("Nothing delivered yet.");
  }

  @Test
  void nextRequestFails() throws Exception {
    type("account-id", "account");
    type("app-id", "app");
    select("failure", "status");
    type("status", "418");

    click("#fail button");

    awaitText("failed", "Waiting for a request: status 418");
    assertThat(list("app")).isEqualTo(418);
    awaitText("requests", "418");
    await(() -> text("failed").isEmpty());
    assertThat(list("app")).isEqualTo(404);
  }

  @Test
  void errorOfAFormIsShown() {
    type("account-id", "account");
    type("app-id", "app");
    select("failure", "rate_limited");
    type("seconds", "1.5");

    click("#fail button");

    awaitText("failed", "\"seconds\" must be a whole number, not: 1.5");
  }

  @Test
  void buttonRotatesTheKey() throws Exception {
    String published = get(sandbox.keyUrl());
    String fingerprint = text("fingerprint");

    click("#rotate");

    await(() -> !text("fingerprint").equals(fingerprint));
    assertThat(text("fingerprint")).hasSize(16);
    assertThat(get(sandbox.keyUrl())).isNotEqualTo(published);
  }

  @Test
  void buttonResetsTheSelectedAppOrAll() throws Exception {
    create("app", "One");
    create("other", "Two");
    awaitText("webhooks", "Two");
    assertThat(text("webhooks")).contains("account / app", "account / other");
    select("app", "account / app");
    await(() -> !text("webhooks").contains("Two"));
    assertThat(text("requests")).doesNotContain("other");

    click("#reset");

    awaitText("webhooks", "No webhooks yet.");
    assertThat(list("app")).isEqualTo(404);
    select("app", "all apps");
    awaitText("webhooks", "Two");
    click("#reset");
    awaitText("webhooks", "No webhooks yet.");
    assertThat(list("other")).isEqualTo(404);
  }

  @Test
  void markupInNamesIsText() throws Exception {
    String markup = "<img src=x onerror='document.title=1'><script>document.title=2</script>";
    create("app", markup);
    awaitText("webhooks", markup);
    select("event", "meeting.ended");
    click("#deliver button");
    awaitText("deliveries", "to " + markup);
    http.send(
        HttpRequest.newBuilder(root().resolve("/%3Cimg%20onerror=alert(1)%3E")).build(),
        BodyHandlers.ofString());
    awaitText("requests", "%3Cimg");

    assertThat(browser.findElements(By.tagName("img"))).isEmpty();
    assertThat(browser.findElements(By.tagName("script"))).hasSize(1);
    assertThat(browser.getTitle()).isEqualTo("RealtimeKit sandbox");
    assertThat(new Select(find("#target")).getOptions())
        .anyMatch(option -> option.getText().startsWith(markup));
  }

  /** Even if something were written as HTML, the policy of the page would not let it run. */
  @Test
  void policyLetsNoOtherScriptRun() {
    Object refused =
        browser.executeScript(
            "const script = document.createElement('script');"
                + "try { script.textContent = 'document.title = 1'; document.body.append(script); }"
                + " catch (e) { return e.name; } return document.title;");

    assertThat(refused).isIn("TypeError", "RealtimeKit sandbox");
    assertThat(browser.getTitle()).isEqualTo("RealtimeKit sandbox");
  }

  @Test
  void pageOfAnotherOriginCannotPost() throws Exception {
    create("app", "Archive");
    HttpServer evil =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    evil.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] page = "<!DOCTYPE html><title>other</title>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    evil.start();
    try {
      browser.get("http://127.0.0.1:" + evil.getAddress().getPort() + "/");
      for (String type : List.of("text/plain", "application/json")) {
        Object result =
            browser.executeAsyncScript(
                "const done = arguments[2];"
                    + "fetch(arguments[0] + 'sandbox/reset', {method: 'POST', mode: 'no-cors', body: '{}',"
                    + " headers: {'Content-Type': arguments[1]}})"
                    + ".then(response => done(response.type), error => done('error'));",
                root().toString(),
                type);
        assertThat(result).isIn("opaque", "error");
      }
      assertThat(list("app")).isEqualTo(200);
    } finally {
      evil.stop(0);
    }
  }

  @Test
  void pageSaysThatTheSandboxIsGone() {
    sandbox.close();

    awaitText("connection", "no response from the sandbox");
  }

  @Test
  void narrowPageHasNoHorizontalScrollBar() throws Exception {
    create("app", "A-name-without-spaces-".repeat(20));
    awaitText("webhooks", "A-name-without-spaces-");
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 320, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    try {
      click("#deliver button");
      awaitText("deliveries", "to A-name");
      assertThat(
              browser.executeScript(
                  "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .isEqualTo(0L);
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  private URI root() {
    return sandbox.baseUrl().resolve("/");
  }

  private String hook(String name) {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/" + name.hashCode();
  }

  private void create(String app, String name) throws Exception {
    String body =
        "{\"name\":\"%s\",\"url\":\"%s\",\"events\":[\"meeting.started\",\"meeting.ended\"]}"
            .formatted(name, hook(name));
    HttpRequest request =
        api(app)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
  }

  private int list(String app) throws Exception {
    return http.send(api(app).build(), BodyHandlers.ofString()).statusCode();
  }

  private HttpRequest.Builder api(String app) {
    String path = "/accounts/account/realtime/kit/" + app + "/webhooks";
    return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
        .header("Authorization", "Bearer " + sandbox.token());
  }

  private String get(URI url) throws Exception {
    return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
  }

  private static WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private static void click(String selector) {
    find(selector).click();
  }

  private static void type(String id, String text) {
    WebElement input = find("#" + id);
    input.clear();
    input.sendKeys(text);
  }

  private static void select(String id, String text) {
    await(
        () -> {
          new Select(find("#" + id)).selectByVisibleText(text);
          return true;
        });
  }

  private static String text(String id) {
    return find("#" + id).getText();
  }

  private static void awaitText(String id, String text) {
    await(() -> text(id).contains(text));
  }

  /** Waits half a minute at most, during which the page may replace elements. */
  private static void await(Supplier<Boolean> condition) {
    new WebDriverWait(browser, Duration.ofSeconds(30))
        .ignoring(StaleElementReferenceException.class)
        .until(driver -> condition.get());
  }
}
