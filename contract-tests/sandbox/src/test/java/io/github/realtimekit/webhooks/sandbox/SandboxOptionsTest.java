package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.realtimekit.webhooks.sandbox.SandboxOptions.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line of the sandbox's jar. */
class SandboxOptionsTest {
  @Test
  void withoutOptionsItListensOnLoopbackAtAnyFreePort() throws Exception {
    assertThat(SandboxOptions.parse(List.of()))
        .isEqualTo(new SandboxOptions("127.0.0.1", 0, "sandbox-token", false, false, false, false));
  }

  @Test
  void readsEveryOption() throws Exception {
    List<String> args =
        List.of(
            "--host",
            "0.0.0.0",
            "--port",
            "65535",
            "--token",
            "test-token",
            "--partial-echo",
            "--deliver-anywhere",
            "--verbose",
            "--help");

    assertThat(SandboxOptions.parse(args))
        .isEqualTo(new SandboxOptions("0.0.0.0", 65535, "test-token", true, true, true, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port           | --port needs a value",
        "--port 65536     | --port must be a number from 0 to 65535, not: 65536",
        "--port 655350    | --port must be a number from 0 to 65535, not: 655350",
        "--port -1        | --port must be a number from 0 to 65535, not: -1",
        "--port http      | --port must be a number from 0 to 65535, not: http",
        "--token          | --token needs a value",
        "--token geheim\u00e4  | --token may have letters, digits and ._~+/- only",
        "--prot 1         | unknown option: --prot",
        "--port 0 sandbox | unknown option: sandbox",
      })
  void namesTheOptionThatIsInvalid(String args, String message) {
    assertThatThrownBy(() -> SandboxOptions.parse(List.of(args.split(" "))))
        .isExactlyInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
