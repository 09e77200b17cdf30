import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Has the sandbox deliver an event: {@code java Deliver.java SANDBOX_ROOT ACCOUNT APP EVENT}. */
final class Deliver {
  public static void main(String[] args) throws Exception {
    String body = "{\"account_id\":\"%s\",\"app_id\":\"%s\",\"event\":\"%s\"}".formatted(args[1], args[2], args[3]);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(args[0] + "/sandbox/deliveries"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    System.out.println(response.body());
    System.exit(response.statusCode() == 200 ? 0 : 1);
  }
}
