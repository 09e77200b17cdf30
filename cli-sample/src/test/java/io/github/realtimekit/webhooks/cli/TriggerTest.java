package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.EventType;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sample events that are signed and sent. */
class TriggerTest extends DeliverySetup {
  @Test
  void everyEventHasASampleThatIsReadAsItsType() throws Exception {
    List<EventType> events = EventType.known();
    Listening listening = listen(cli, "-o ndjson --count " + events.size());
    for (EventType event : events) {
      trigger(event + " --to " + listening.url() + " --set extra.number=12345678901").exits(0);
    }

    List<Object> types = new ArrayList<>();
    for (String line : listening.end().exits(0).out().lines().toList()) {
      Map<?, ?> delivery = (Map<?, ?>) JsonText.parse(line);
      assertThat(delivery.get("verdict")).isEqualTo("verified");
      assertThat(String.valueOf(delivery.get("body")))
          .contains("\"extra\":{\"number\":12345678901}");
      types.add(delivery.get("type"));
    }
    assertThat(types).isEqualTo(events.stream().map(EventType::value).toList());
  }

  @Tag("slow")
  @Test
  void developmentKeyIsMadeOnceForItsUserAlone() throws Exception {
    Path home = folder.resolve("home");
    ProcessRun process = cli.process().with("XDG_CONFIG_HOME", home.toString());
    Process listener = process.startLine("listen --dev --port=0 --count=1 --within=60");
    BufferedReader err = listener.errorReader(StandardCharsets.UTF_8);
    String url = err.readLine().replaceAll("Listening on (.*);.*", "$1");

    assertThat(process.run("trigger meeting.ended --to " + url).data())
        .startsWith("meeting.ended: status 204 in ");
    assertThat(listener.waitFor()).isZero();
    Path key = home.resolve("rtk-webhooks/development-key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String before = Files.readString(key);
    process.run("trigger meeting.ended --print").exits(0);
    assertThat(key).hasContent(before);
    try (Stream<Path> files = Files.list(key.getParent())) {
      assertThat(files).containsExactly(key);
    }
  }

  @Tag("slow")
  @Test
  void developmentKeyIsBelowHome() {
    cli.process().with("HOME", folder.toString()).run("trigger meeting.ended --print").exits(0);

    assertThat(folder.resolve(".config/rtk-webhooks/development-key.pem")).isRegularFile();
  }

  @Test
  void namesTheFileThatItCannotRead() {
    assertThat(cli.run("trigger --print --delivery nowhere").exits(2).err())
        .startsWith("rtk-webhooks: Cannot read nowhere: there is no such file or folder\n");
    assertThat(cli.run("trigger meeting.ended --print --key nowhere").exits(2).err())
        .startsWith("rtk-webhooks: Cannot read nowhere: there is no such file or folder\n");
    assertThat(cli.run("listen --port 0 --within 1 --key nowhere").exits(2).err())
        .startsWith("rtk-webhooks: Cannot read nowhere: there is no such file or folder\n");
  }

  @Test
  void triggerWithoutReceiverMakesNoKey() {
    Path home = folder.resolve("home");
    ProcessRun process = cli.process().with("XDG_CONFIG_HOME", home.toString());

    process.run("trigger meeting.ended").exits(2);
    assertThat(home).doesNotExist();
  }

  @Test
  void triggerRefusesATypo() {
    assertThat(trigger("meeting.endd --print").exits(2).err())
        .startsWith("rtk-webhooks: Unknown event 'meeting.endd'\nAllowed: all, ");
  }

  @Test
  void triggerPrintsASampleAndNamesWhatItDoesNotHave() {
    Cli.Run run =
        trigger("meeting.ended --print --set meeting.title=Planning --set meeting.titel=x")
            .exits(0);

    assertThat(run.out()).contains("\"title\":\"Planning\"", "\"titel\":\"x\"");
    assertThat(run.err()).isEqualTo("The sample has no meeting.titel: added it.\n");
    assertThat(trigger("room.opened --print --allow-unknown-event").data())
        .isEqualTo("{\"event\":\"room.opened\"}\n");
  }

  @Test
  void triggerSaysThatNobodyListens() {
    assertThat(trigger("meeting.ended --to http://127.0.0.1:1").exits(8).err())
        .contains("rtk-webhooks: cannot send to http://127.0.0.1:1: ");
    assertThat(
            cli.run("trigger meeting.ended --to http://127.0.0.1:1 --key " + publicKey)
                .exits(2)
                .err())
        .contains("rtk-webhooks: No usable private key in " + publicKey);
  }

  @Test
  void exits1IfTheReceiverRefuses() throws Exception {
    try (CannedApi receiver = CannedApi.replying(404, Map.of(), "Not here")) {
      assertThat(trigger("meeting.ended --to " + receiver.url()).exits(1).out())
          .matches("meeting\\.ended: status 404 in \\d+ ms: Not here\n");
    }
  }

  @Test
  void sendsTheGivenWebhookId() throws Exception {
    String id = "0d1f069d-43bb-489a-ad8c-7eb95592ba8e";
    try (CannedApi receiver = CannedApi.replying(204, Map.of(), "")) {
      trigger("meeting.ended --webhook-id " + id + " --to " + receiver.url()).exits(0);

      assertThat(receiver.requests().get(0).headers()).containsEntry("Rtk-webhook-id", List.of(id));
    }
  }
}
