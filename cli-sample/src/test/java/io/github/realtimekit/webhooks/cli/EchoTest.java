package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The live API responds to a change with a part of the webhook; people see all of it. */
class EchoTest {
  @Test
  void editAndReplaceShowTheWholeWebhook() {
    Cli cli = SharedSandbox.cli();
    String id = cli.create("Calls", "https://a.example");

    String edited = cli.run("edit " + id + " --name renamed --output json").exits(0).out();
    assertThat(edited)
        .contains("\"name\": \"renamed\"", "\"enabled\": true", "\"created_at\": \"2")
        .isEqualTo(cli.run("get " + id + " --output json").data());
    String replaced =
        cli.run(
                "replace "
                    + id
                    + " --name b --url https://b.example --event all --disabled --output json")
            .exits(0)
            .out();
    assertThat(replaced)
        .contains("\"name\": \"b\"", "\"enabled\": false")
        .isEqualTo(cli.run("get " + id + " --output json").data());
  }

  @Test
  void showsTheResponseIfReadingAgainFails() throws IOException {
    String id = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";
    String body = "{\"success\":true,\"data\":{\"id\":\"%s\",\"name\":\"renamed\"}}".formatted(id);
    String error = "{\"success\":false,\"error\":{\"code\":403,\"message\":\"No\"}}";
    try (CannedApi api =
        CannedApi.replying(
            new CannedApi.Reply(200, Map.of(), body), new CannedApi.Reply(403, Map.of(), error))) {
      Cli.Run run = api.cli().run("edit " + id + " --name renamed --output ndjson").exits(0);

      assertThat(run.out()).isEqualTo("{\"id\":\"%s\",\"name\":\"renamed\"}\n".formatted(id));
      assertThat(run.err()).isEqualTo("Changed webhook " + id + ".\n");
      assertThat(api.requests()).hasSize(2);
    }
  }
}
