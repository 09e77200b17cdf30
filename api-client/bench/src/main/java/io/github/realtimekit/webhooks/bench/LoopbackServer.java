package io.github.realtimekit.webhooks.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Responds to each GET with as many webhooks as the path says, from memory. Runs in another
 * process, so that the client's processor time is measured alone; ends with its standard input.
 */
final class LoopbackServer {
  static final String BASE_URL = "bench.baseUrl";
  private static final Pattern GET = Pattern.compile("GET .*/kit/(\\d+)/webhooks HTTP/1.1");

  private static final Map<String, byte[]> RESPONSES = new ConcurrentHashMap<>();

  private LoopbackServer() {}

  public static void main(String[] args) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(() -> accept(server));
    System.out.println("http://127.0.0.1:" + server.getLocalPort() + "/client/v4");
    while (System.in.read() != -1) {}
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private static void accept(ServerSocket server) {
    while (true) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Matcher get = GET.matcher(line);
        if (get.matches()) {
          String webhooks = get.group(1);
          while (!in.readLine().isEmpty()) {}
          out.write(RESPONSES.computeIfAbsent(webhooks, LoopbackServer::response));
        }
      }
    } catch (IOException e) {
      // The client ended with the connection open: nothing is left to serve.
      System.err.println("connection ended: " + e);
    }
  }

  private static byte[] response(String webhooks) {
    String body = ExampleJson.listResponse(Integer.parseInt(webhooks));
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncf-ray: 8f2b1c0d9e3a4b5c-FRA\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
