package io.github.realtimekit.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Server on loopback that runs a script for each connection, byte by byte. */
public final class RawServer implements AutoCloseable {
  /** Serves a connection, which is closed at the end. */
  public interface Script {
    void serve(RawServer server, Socket socket) throws Exception;
  }

  /** Start lines of the requests that were read. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  final List<Socket> connections = Collections.synchronizedList(new ArrayList<>());

  private static final Pattern CONTENT_LENGTH = Pattern.compile("Content-Length: (\\d+)");

  private final ServerSocket server;

  public RawServer(Script script) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(
        () -> {
          while (true) {
            Socket socket = server.accept();
            connections.add(socket);
            start(
                () -> {
                  try (socket) {
                    script.serve(this, socket);
                  }
                });
          }
        });
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + port() + "/client/v4";
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Reads a request to the end of its body; returns false if the client has closed. */
  public boolean readRequest(Socket socket) throws IOException {
    StringBuilder request = new StringBuilder();
    byte[] chunk = new byte[8192];
    while (!isComplete(request)) {
      int length = socket.getInputStream().read(chunk);
      if (length < 0) {
        return false;
      }
      request.append(new String(chunk, 0, length, US_ASCII));
    }
    requests.add(request.substring(0, request.indexOf(" HTTP/")));
    return true;
  }

  private static boolean isComplete(CharSequence request) {
    int body = request.toString().indexOf("\r\n\r\n") + 4;
    Matcher length = CONTENT_LENGTH.matcher(request);
    return body > 4
        && (!length.find() || request.length() >= body + Integer.parseInt(length.group(1)));
  }

  public static void send(Socket socket, String response) throws IOException {
    socket.getOutputStream().write(response.getBytes(US_ASCII));
  }

  static String response(int status, String body) {
    return "HTTP/1.1 "
        + status
        + " Status\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // By the client or the end of the test.
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
