package io.github.realtimekit.webhooks.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tells known differences of the live API from others. */
class KnownDifferenceTest {
  private static final Pact PACT =
      DefaultPactReader.INSTANCE.loadPact(
          Path.of("pacts", "realtimekit-webhooks-java-cloudflare-realtimekit-webhooks.json")
              .toFile());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          getWebhook 401   | 403 | {"errors":[{"code":10000}]}            | EDGE_REJECTS_THE_TOKEN
          getWebhook 401   | 401 | {"errors":[{"code":10000}]}            | EDGE_REJECTS_THE_TOKEN
          listWebhooks 401 | 400 | {"errors":[{"code":6003}]}             | EDGE_REJECTS_THE_TOKEN
          listWebhooks 401 | 400 | {"errors":[{"code":9106}]}             | EDGE_REJECTS_THE_TOKEN
          getWebhook 401   | 403 | {"errors":[{"code":9109}]}             |
          getWebhook 401   | 200 | {"success":true,"data":{"id":"one"}}   |
          getWebhook 404   | 403 | {"errors":[{"code":10000}]}            |
          editWebhook 200  | 200 | {"success":true,"data":{"id":"one"}}   | PARTIAL_ECHO
          replaceWebhook 2 | 200 | {"success":true,"data":{"id":"one"}}   | PARTIAL_ECHO
          editWebhook 200  | 200 | {"success":true,"data":{"name":"one"}} |
          editWebhook 200  | 200 | {"success":false,"data":{"id":"one"}}  |
          editWebhook 200  | 202 | {"success":true,"data":{"id":"one"}}   |
          editWebhook 404  | 200 | {"success":true,"data":{"id":"one"}}   |
          getWebhook 200   | 200 | {"success":true,"data":{"id":"one"}}   |
          """)
  void difference(String interaction, int status, String body, KnownDifference known)
      throws JsonProcessingException {
    SynchronousHttp expected =
        PACT.getInteractions().stream()
            .filter(each -> each.getDescription().startsWith(interaction))
            .map(SynchronousHttp.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(KnownDifference.of(expected, status, new ObjectMapper().readTree(body)))
        .isEqualTo(Optional.ofNullable(known));
  }
}
