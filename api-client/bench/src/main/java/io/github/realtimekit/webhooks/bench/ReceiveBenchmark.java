package io.github.realtimekit.webhooks.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.realtimekit.webhooks.receiver.DeliverySigner;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the signed bytes of a delivery to its event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReceiveBenchmark {
  @Param("OURS")
  Verifier client;

  /** One delivery; every kind of work has this parameter. */
  @Param("1")
  int webhooks;

  private Verifier.Task task;

  @Setup
  public void sign() throws GeneralSecurityException {
    byte[] body = ExampleJson.delivery().getBytes(UTF_8);
    DeliverySigner signer = DeliverySigner.generate();
    task = client.of(signer, body, signer.headers(body, "a-webhook"));
  }

  @Benchmark
  public Object receive() throws GeneralSecurityException {
    return task.run();
  }
}
