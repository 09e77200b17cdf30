package io.github.realtimekit.webhooks.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.edits.SpecEdit;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "drift");

  @Test
  void whatSaysTheSameInOtherWordsDoesNotDrift() throws IOException {
    Drift drift = drift("vendor.yaml");
    assertThat(drift.unknown().keySet()).map(Drift::line).isEmpty();
    assertThat(drift.page("vendor.yaml").lead()).isEqualTo("No new differences in vendor.yaml.");
  }

  @Test
  void eachRowOfKnownDifferencesIsSeen() throws IOException {
    Drift drift = drift("vendor.yaml");
    assertThat(drift.unseen()).isEmpty();
    assertThat(drift.known().keySet()).containsAll(known(FOLDER.resolve("known.md")));
  }

  @Test
  void sourcesHasRowsOfKnownDifferences() {
    assertThat(KnownDifference.of(Sources.markdown())).isNotEmpty();
  }

  @Test
  void tenDifferencesAreShownAndNothingElse() throws IOException {
    assertThat(drift("vendor-changed.yaml").unknown().keySet())
        .map(Drift::line)
        .containsExactlyInAnyOrder(
            "operation GET /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id}/logs only at the vendor",
            "operation PUT /accounts/{account_id}/realtime/kit/{app_id}/webhooks/{webhook_id} only here",
            "status deleteWebhook 410 only at the vendor",
            "parameter query page only at the vendor",
            "field Webhook.secret only at the vendor",
            "required Webhook.enabled differs",
            "type Webhook.created_at differs",
            "default WebhookRequest.enabled differs",
            "value EventType meeting.paused only at the vendor",
            "limit WebhookRequest.name maxLength only at the vendor");
  }

  @Test
  void theTenAreOnThePageWithWhatIsKnown() throws IOException {
    String page = drift("vendor-changed.yaml").page("their.yaml").markdown();
    assertThat(page)
        .contains(
            "10 new differences in their.yaml.",
            "| default WebhookRequest.enabled differs | true | false | createWebhook |",
            "| default WebhookPatch.enabled only at the vendor | 1 | Left out: a client");
  }

  @Test
  void aRowThatIsNoLongerSoIsTold() throws IOException {
    KnownDifference stale = new KnownDifference("field Webhook.gone only here", "It was");
    Drift drift =
        Drift.between(Spec.load(), Spec.read(FOLDER.resolve("vendor.yaml")), List.of(stale));
    assertThat(drift.unseen()).containsExactly(stale);
    assertThat(drift.page("vendor.yaml").markdown()).contains("| field Webhook.gone only here |");
  }

  @Test
  void specWithSeveralResourcesDoesNotDriftFromItself() throws IOException {
    Spec several = Spec.read(Path.of("src", "main", "resources", "realtimekit-like.yaml"));
    assertThat(Drift.between(several, several, List.of()).unknown().keySet())
        .map(Drift::line)
        .isEmpty();
  }

  private static Drift drift(String file) throws IOException {
    return Drift.between(
        SpecEdit.BASE, Spec.read(FOLDER.resolve(file)), known(FOLDER.resolve("known.md")));
  }

  private static List<KnownDifference> known(Path file) throws IOException {
    return KnownDifference.of(Files.readString(file));
  }
}
