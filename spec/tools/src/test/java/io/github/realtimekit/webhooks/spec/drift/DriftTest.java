package io.github.realtimekit.webhooks.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.rules.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DriftTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "drift");
  private static final List<KnownDifference> KNOWN = KnownDifference.of(Sources.markdown());

  record VendorChange(String change, String find, String replace, List<String> lines) {
    @Override
    public String toString() {
      return change;
    }
  }

  static List<VendorChange> changes() throws IOException {
    return new YAMLMapper()
        .readValue(FOLDER.resolve("changes.yaml").toFile(), new TypeReference<>() {});
  }

  /** What only our spec has may be newer than the vendor's document. */
  @Test
  void departsFromTheVendorOnlyWhereARowSaysSo() {
    assertThat(unknown(vendor())).allMatch(line -> line.endsWith(" only here"));
  }

  @Test
  void eachRowIsSeen() {
    assertThat(Drift.between(Spec.load(), vendor(), KNOWN).unseen()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void showsWhatTheVendorChanges(VendorChange change) {
    String text = vendor().text();
    assertThat(text).contains(change.find());
    String find = Pattern.quote(change.find());
    String changed = text.replaceFirst(find, Matcher.quoteReplacement(change.replace()));
    List<String> shown = new ArrayList<>(unknown(Spec.parse(changed)));
    shown.removeAll(unknown(vendor()));
    assertThat(shown).containsExactlyInAnyOrderElementsOf(change.lines());
  }

  @Test
  void pageHasBothSidesAndWhatIsKnown() {
    String changed = vendor().text().replace("default: true", "default: false");
    String page =
        Drift.between(Spec.load(), Spec.parse(changed), KNOWN).page("their.yaml").markdown();
    assertThat(page)
        .contains(
            " new differences in their.yaml.",
            "| default WebhookRequest.enabled differs | true | false | createWebhook, replaceWebhook |",
            "| default WebhookPatch.enabled only at the vendor | 1 | Left out: a client");
  }

  @Test
  void pageOfSpecThatDoesNotDriftSaysSo() {
    String page = Drift.between(Spec.load(), Spec.load(), List.of()).page("their.yaml").html();
    assertThat(page)
        .contains(
            "No new differences in their.yaml.",
            "<div class=\"good\"><b>0</b><span>new</span></div>",
            "<div class=\"plain\"><b>0</b><span>gone</span></div>");
  }

  @Test
  void rowThatIsNoLongerSoIsShown() {
    KnownDifference stale = new KnownDifference("field Webhook.gone only here", "It was");
    Drift drift = Drift.between(Spec.load(), vendor(), List.of(stale));
    assertThat(drift.unseen()).containsExactly(stale);
    assertThat(drift.page("vendor.yaml").markdown()).contains("| field Webhook.gone only here |");
    assertThat(drift.page("vendor.yaml").html())
        .containsPattern("<div class=\"bad\"><b>[1-9]\\d*</b><span>new</span></div>")
        .contains("<div class=\"warn\"><b>1</b><span>gone</span></div>");
  }

  @Test
  void specWithSeveralResourcesDoesNotDriftFromItself() {
    Spec several = Spec.read(Path.of("src", "main", "resources", "realtimekit-like.yaml"));
    assertThat(lines(Drift.between(several, several, List.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1, 2]                      | is no OpenAPI 3 document
          404: Not Found              | is no OpenAPI 3 document
          swagger: '2.0'              | is no OpenAPI 3 document
          {"openapi": "3.0.3"}        | is no OpenAPI 3 document
          ''                          | is no OpenAPI 3 document
          <html>: <a: &               | cannot be read
          """)
  void saysWhichFileIsNoOpenApi(String text, String words, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("openapi.json"), text);
    assertThatThrownBy(() -> VendorDrift.openApi(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(file.toString(), words);
  }

  @Test
  void saysWhichFileIsNotThere() {
    assertThatThrownBy(() -> VendorDrift.openApi(Path.of("not-there.json")))
        .hasMessageContainingAll("not-there.json", "cannot be read");
  }

  private static Spec vendor() {
    return VendorDrift.openApi(FOLDER.resolve("vendor.yaml"));
  }

  private static List<String> unknown(Spec vendor) {
    return lines(Drift.between(Spec.load(), vendor, KNOWN));
  }

  private static List<String> lines(Drift drift) {
    return drift.unknown().keySet().stream().map(Drift::line).toList();
  }
}
