package io.github.realtimekit.webhooks.spec.edits;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import io.github.realtimekit.webhooks.spec.Spec;
import io.github.realtimekit.webhooks.spec.tree.Pointers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An edit of the spec as somebody may make it, and what the build must say about it.
 *
 * @param edit what it does, in words
 * @param before edit of the fixture that makes what is edited, as far as the fixture lacks it
 * @param patch RFC 6902; {@code LIST} and {@code ONE} stand for the two paths of the API
 * @param verdict the name of the rule that it breaks, or how big a change it is
 * @param words what the message must hold
 */
public record SpecEdit(
    String edit, JsonNode before, JsonNode patch, String verdict, List<String> words) {
  private static final String LIST = "/accounts/{account_id}/realtime/kit/{app_id}/webhooks";

  /** Fixture that the edits are made to; it need not follow the project's own spec. */
  public static final Spec BASE = Spec.parse(text("base.yaml"));

  private static final YAMLMapper YAML = new YAMLMapper();

  public SpecEdit {
    before = before == null ? YAML.createArrayNode() : before;
  }

  public static List<SpecEdit> read(String resource) {
    try {
      return YAML.readValue(text(resource), new TypeReference<List<SpecEdit>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static String text(String resource) {
    try (InputStream in = SpecEdit.class.getResourceAsStream("/edits/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** Returns the spec before the edit. */
  public Spec base() {
    return patched(BASE, before);
  }

  public Spec applied() {
    return patched(base(), patch);
  }

  private Spec patched(Spec spec, JsonNode patch) {
    for (JsonNode operation : patch) {
      for (String pointer : List.of("path", "from")) {
        if (operation.has(pointer)) {
          ((ObjectNode) operation).put(pointer, expand(operation.get(pointer).asText()));
        }
      }
    }
    try {
      return Spec.of(JsonPatch.fromJson(patch).apply(spec.tree()));
    } catch (IOException | JsonPatchException e) {
      throw new IllegalStateException(edit, e);
    }
  }

  private static String expand(String pointer) {
    return pointer
        .replaceFirst("^/paths/LIST(?=/|~1|$)", "/paths/" + Pointers.escape(LIST))
        .replaceFirst("^/paths/ONE\\b", "/paths/" + Pointers.escape(LIST + "/{webhook_id}"));
  }

  @Override
  public String toString() {
    return edit;
  }
}
