import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.github.realtimekit.webhooks.cli.RtkWebhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Lists the webhooks of a server in its own process. Java is told to write a class-data archive at its end, which then
 * has the classes that a response needs, too.
 */
final class ListOnce {
  private static final String RESPONSE =
      """
      {"success":true,"data":[{"id":"0d1f069d-43bb-489a-ad8c-7eb95592ba8e","name":"Archive","url":"https://example.com/",
      "enabled":true,"events":["meeting.started"],"created_at":"2022-05-28T07:01:53Z","updated_at":"2022-05-28T07:01:53Z"}]}""";

  private ListOnce() {}

  public static void main(String[] args) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      byte[] response = RESPONSE.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, response.length);
      exchange.getResponseBody().write(response);
      exchange.close();
    });
    server.start();
    RtkWebhooks.main(new String[] {"list", "--base-url=http://127.0.0.1:" + server.getAddress().getPort()});
  }
}
