package io.github.realtimekit.webhooks.sandbox;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh sandbox for each test, and the wire to one of its apps. */
abstract class SandboxTest {
  static final String UNKNOWN_ID = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";

  private final boolean partialEcho;

  Sandbox sandbox;
  Wire wire;

  SandboxTest() {
    this(false);
  }

  SandboxTest(boolean partialEcho) {
    this.partialEcho = partialEcho;
  }

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.builder().partialEcho(partialEcho).start();
    wire = Wire.to(sandbox.baseUrl());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** The wire to what is no part of the API. */
  Wire atRoot() {
    return Wire.to(URI.create("http://127.0.0.1:" + sandbox.baseUrl().getPort()));
  }

  /** A body for create and replace. */
  static String body(String name, String url) {
    return """
        {"name":"%s","url":"%s","events":["meeting.started","meeting.ended"]}
        """
        .formatted(name, url);
  }
}
