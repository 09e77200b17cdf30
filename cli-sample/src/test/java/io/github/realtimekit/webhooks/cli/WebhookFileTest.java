package io.github.realtimekit.webhooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in a file of webhooks end the command before it sends anything. */
class WebhookFileTest {
  private final Cli cli = Cli.to("http://127.0.0.1:1");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private void assertInvalid(String yaml, String message) throws IOException {
    String file = Files.writeString(folder.resolve("webhooks.yaml"), yaml).toString();

    Cli.Run run = cli.run("apply --yes -f " + file).exits(2);
    assertThat(run.err()).startsWith("rtk-webhooks: " + file + ":" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''         | 1:1: the file is empty
          [          | 1:2: not YAML:
          webhooks: 7 | 1:11: webhooks: must be a list
          [1]        | 1:1: the file: must be a mapping with fields
          {}         | 1:1: webhooks: is missing
          {webhooks: [], other: 1} | 1:16: the file: unknown field 'other'; known are webhooks
          webhooks: [{name: a}] | 1:12: webhooks[0].url: is missing
          webhooks: [{name: a, url: b, events: all}] | 1:27: webhooks[0].url: 'b' is not an absolute http or https URL
          webhooks: [{name: 1, url: 'https://a', events: all}] | 1:19: webhooks[0].name: must be text
          webhooks: [{name: '', url: 'https://a', events: all}] | 1:19: webhooks[0].name: must not be empty
          webhooks: [{name: ' ', url: 'https://a', events: all}] | 1:19: webhooks[0].name: must not be empty
          webhooks: [{name: , url: 'https://a', events: all}] | 1:18: webhooks[0].name: must be text
          webhooks: [{name: [a], url: 'https://a', events: all}] | 1:19: webhooks[0].name: must be text
          webhooks: [{name: a, url: 'https://a', evnts: all}] | 1:40: webhooks[0]: unknown field 'evnts'; known are enabled, events, id, name, url
          webhooks: [{name: a, url: 'https://a', events: 7}] | 1:48: webhooks[0].events: must be text
          webhooks: [{name: a, url: 'https://a', events: []}] | 1:48: webhooks[0].events: must not be empty
          webhooks: [{name: a, url: 'https://a', events: [all, meting.started]}] | 1:54: webhooks[0].events: Unknown event 'meting.started'
          webhooks: [{name: a, url: 'https://a', events: ['meeting.ended,']}] | 1:49: webhooks[0].events: An event is missing
          webhooks: [{name: a, url: 'https://a', events: all, enabled: 1}] | 1:62: webhooks[0].enabled: must be true or false
          webhooks: [{name: a, url: 'https://a', events: all, enabled: yes}] | 1:62: webhooks[0].enabled: must be true or false
          webhooks: [{name: a, url: 'https://a', events: all, id: 1-1}] | 1:57: webhooks[0].id: '1-1' is not a UUID
          """)
  void namesLineColumnAndField(String yaml, String message) throws IOException {
    assertInvalid(yaml, message);
  }

  @Test
  void namesThePlaceInALongerFile() throws IOException {
    assertInvalid(
        """
        webhooks:
          - name: a
            url: https://a.example
            events: all
          - name: b
            url: https://b.example
            events: [meeting.started, meeting.startd]
        """,
        "7:31: webhooks[1].events: Unknown event 'meeting.startd'\nAllowed: all, ");
  }

  @Test
  void refusesAKeyThatIsThereTwice() throws IOException {
    assertInvalid(
        """
        webhooks:
        - {name: stg-a, url: https://x.example/a, events: all}
        webhooks:
        - {name: stg-b, url: https://x.example/b, events: all}
        """,
        "3:1: the file: the field 'webhooks' is there twice\n");
    assertInvalid(
        "webhooks: [{name: a, url: 'https://a', name: b, events: all}]",
        "1:40: webhooks[0]: the field 'name' is there twice\n");
  }

  @Test
  void refusesTwoDocuments() throws IOException {
    assertInvalid("webhooks: []\n---\nwebhooks: []\n", "2:1: not YAML: ");
  }

  @Test
  void refusesTheSameUrlOrIdTwice() throws IOException {
    assertInvalid(
        """
        webhooks:
        - {name: a, url: 'https://a', events: all}
        - {name: b, url: 'https://A/', events: all}
        """,
        "3:18: webhooks[1].url: another webhook of the file has it, and an app has each only once");
    assertInvalid(
        """
        webhooks:
        - {name: a, url: 'https://a', events: all, id: 0d1f069d-43bb-489a-ad8c-7eb95592ba8e}
        - {name: b, url: 'https://b', events: all, id: 0D1F069D-43bb-489a-ad8c-7eb95592ba8e}
        """,
        "3:48: webhooks[1].id: another webhook of the file has it, and an app has each only once");
  }

  @Test
  void refusesCharactersThatYamlDoesNotHave() throws IOException {
    assertInvalid("webhooks:\n  - name: a\u0001b\n", "2:12: not YAML: it has the character U+0001");
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    byte[] latin =
        "webhooks: [{name: Gespr\u00e4che, url: 'https://a', events: all}]"
            .getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("latin.yaml"), latin);

    assertThat(cli.run("apply --yes -f " + file).exits(2).err())
        .startsWith("rtk-webhooks: " + file + ": it is not UTF-8\n");
  }

  @Test
  void takesAnEventThatIsThereTwiceOnce() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("webhooks.yaml"),
            "webhooks: [{name: a, url: 'https://a', events: [meeting.ended, Meeting.Ended]}]");

    assertThat(SharedSandbox.cli().run("diff -f " + file).exits(3).out())
        .contains("events   meeting.ended\n");
  }

  @Test
  void acceptsAnUnknownEventIfAllowed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("webhooks.yaml"),
            "webhooks: [{name: a, url: 'https://a', events: [room.opened]}]");

    assertThat(SharedSandbox.cli().run("diff --allow-unknown-event -f " + file).exits(3).out())
        .contains("room.opened");
  }
}
