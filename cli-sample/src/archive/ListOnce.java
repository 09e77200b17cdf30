import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the command in the arguments, which lists webhooks, with a server that has one, and exits as it did. So an archive
 * that Java writes at the end of the command has the classes that a response needs, too.
 */
final class ListOnce {
  private static final String RESPONSE =
      """
      {"success":true,"data":[{"id":"0d1f069d-43bb-489a-ad8c-7eb95592ba8e","name":"Archive","url":"https://example.com/",
      "enabled":true,"events":["meeting.started"],"created_at":"2022-05-28T07:01:53Z","updated_at":"2022-05-28T07:01:53Z"}]}""";

  private ListOnce() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      byte[] response = RESPONSE.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, response.length);
      exchange.getResponseBody().write(response);
      exchange.close();
    });
    server.start();
    String baseUrl = "--base-url=http://127.0.0.1:" + server.getAddress().getPort();
    List<String> command = Stream.concat(Stream.of(args), Stream.of(baseUrl)).toList();
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
