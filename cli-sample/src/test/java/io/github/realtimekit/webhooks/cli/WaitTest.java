package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Long waits are announced to a person. */
class WaitTest {
  /** The response comes only after the announcement, so that no clock decides the test. */
  @Test
  void namesTheHostThatIsWaitedFor() throws Exception {
    CannedApi.Reply empty = new CannedApi.Reply(200, Map.of(), "{\"success\":true,\"data\":[]}");
    try (CannedApi api = CannedApi.holding(empty)) {
      Cli.Running running = api.cli().onTerminal("2", 80).start("list");

      assertThat(running.err().await("Waiting for (.*); Ctrl-C stops\\.\n")).isEqualTo("127.0.0.1");
      api.release();
      assertThat(running.end().get().exits(0).err()).hasLineCount(1);
    }
  }
}
