package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ListenTest extends SandboxTest {
  @Test
  void noOtherAddressOfTheMachine() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address(1), 2000);
      assertThat(socket.isConnected()).isTrue();
    }
    try (Socket socket = new Socket()) {
      assertThatThrownBy(() -> socket.connect(address(2), 2000)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void twoShareNothing() throws IOException {
    wire.create(body("one", "https://example.com/one"));

    try (Sandbox other = Sandbox.builder().token("other-token").start()) {
      Wire toOther = Wire.to(other.baseUrl());
      assertThat(toOther.list().status()).isEqualTo(401);
      toOther.withAuthorization("Bearer other-token").list().isError(404, "No webhooks found");
    }
    assertThat(wire.list().data()).hasSize(1);
  }

  @Test
  void closeFreesThePort() throws IOException {
    wire.create(body("one", "https://example.com/one"));
    int port = sandbox.baseUrl().getPort();
    sandbox.close();

    assertThatThrownBy(() -> wire.list()).hasCauseInstanceOf(ConnectException.class);
    try (Sandbox next = Sandbox.builder().port(port).start()) {
      assertThat(next.baseUrl()).isEqualTo(wire.baseUrl());
      wire.list().isError(404, "No webhooks found");
    }
  }

  /** An address of the loopback network, by its last byte. */
  private InetSocketAddress address(int last) throws IOException {
    byte[] bytes = {127, 0, 0, (byte) last};
    return new InetSocketAddress(InetAddress.getByAddress(bytes), sandbox.baseUrl().getPort());
  }
}
