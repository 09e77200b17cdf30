package io.github.realtimekit.webhooks.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that sends the same bytes on each connection once something came, and then ends it. */
final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final String response;

  private RawServer(ServerSocket server, String response) {
    this.server = server;
    this.response = response;
  }

  static RawServer sending(String response) throws IOException {
    RawServer raw =
        new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), response);
    Thread thread = new Thread(raw::serve);
    thread.setDaemon(true);
    thread.start();
    return raw;
  }

  /** Returns host and port. */
  String host() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        if (connection.getInputStream().read() >= 0) {
          connection.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
          connection.shutdownOutput();
          // To close it with bytes unread would reset it.
          connection.getInputStream().readAllBytes();
        }
      } catch (IOException broken) {
        // The client has gone, or the server was closed.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
