package com.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service in a process of its own. */
record Replica(Process process, URI url) {
  static Replica start(String databaseUrl, String key) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Replica.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + databaseUrl,
                "--webhook.key=" + key.replace("\n", "\\n"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    return new Replica(process, URI.create("http://127.0.0.1:" + output.readLine() + "/hooks"));
  }

  /** Ends the process by SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public static void main(String[] args) {
    ConfigurableApplicationContext context = SpringApplication.run(Service.class, args);
    System.out.println(context.getEnvironment().getProperty("local.server.port"));
  }
}
