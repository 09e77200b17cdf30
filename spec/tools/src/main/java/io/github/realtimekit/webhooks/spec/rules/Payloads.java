package io.github.realtimekit.webhooks.spec.rules;

import io.github.realtimekit.webhooks.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/** Values of a union's discriminator for which the union has no schema. */
public final class Payloads {
  private Payloads() {}

  /**
   * Lists what is left to do. It breaks no rule, since an event may become known before its body.
   */
  public static List<String> missing(Spec spec) {
    List<String> found = new ArrayList<>();
    spec.schemas()
        .forEach(
            (name, union) -> {
              String types = union.path("x-discriminator-type").asText();
              for (String type : types.isEmpty() ? List.<String>of() : spec.values(types)) {
                if (!union.at("/discriminator/mapping").has(type)) {
                  found.add(
                      "/components/schemas/%s/enum: %s has no schema in the mapping of %s: until then it is an Unknown%s"
                          .formatted(types, type, name, name));
                }
              }
            });
    return found;
  }
}
