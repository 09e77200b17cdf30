package io.github.realtimekit.webhooks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.realtimekit.webhooks.spec.Spec;
import org.junit.jupiter.api.Test;

/** Paths of the YAML that name no app. */
class OtherPathsTest {
  private final Router router = new Router(withListOfApps());

  @Test
  void operationWithoutAnAppIsFound() {
    var call = router.route("GET", router.basePath() + "/accounts/a/realtime/kit/apps", "");

    assertThat(call.operation().id()).isEqualTo("listApps");
    assertThat(call.app()).isNotNull();
  }

  @Test
  void appIsThatOfThePathsThatNameOne() {
    String kit = router.basePath() + "/accounts/a/realtime/kit";

    assertThat(router.app(kit + "/b/webhooks")).isPresent();
    assertThat(router.app(kit + "/apps")).isEmpty();
  }

  /** Returns our spec with an operation without an app as the first. */
  private static Spec withListOfApps() {
    ObjectNode tree = Spec.load().tree().deepCopy();
    ObjectNode before = (ObjectNode) tree.get("paths");
    ObjectNode paths = Json.object();
    paths
        .putObject("/accounts/{account_id}/realtime/kit/apps")
        .putObject("get")
        .put("operationId", "listApps");
    for (var path : before.properties()) {
      paths.set(path.getKey(), path.getValue());
    }
    tree.set("paths", paths);
    return Spec.of(tree);
  }
}
