package io.github.realtimekit.webhooks.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From a buffer in memory to objects with typed fields, and from a request to bytes that go
 * nowhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {
  @Param("OURS")
  Codec client;

  @Param("25")
  int webhooks;

  private final Buffer json = new Buffer();
  private final BufferedSink written = Okio.buffer(Okio.blackhole());
  private Object request;

  @Setup
  public void read() throws IOException {
    json.writeUtf8(ExampleJson.listResponse(webhooks));
    request = client.request(ExampleJson.request());
  }

  @Benchmark
  public Object decode() throws IOException {
    return client.decode(json.clone());
  }

  @Benchmark
  public Object encode() throws IOException {
    client.encode(request, written);
    written.flush();
    return written;
  }
}
