package io.github.realtimekit.webhooks.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** GET over connections that are kept, from a server in another process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
  @Param("OURS")
  Caller.Client client;

  @Param("1")
  String webhooks;

  private Caller caller;

  @Setup
  public void connect() {
    caller = client.at(System.getProperty(LoopbackServer.BASE_URL), webhooks);
  }

  @Benchmark
  public Object list() throws Exception {
    return caller.list();
  }
}
