package io.github.realtimekit.webhooks.spec.compatibility;

import io.github.realtimekit.webhooks.spec.compatibility.Difference.Direction;
import io.github.realtimekit.webhooks.spec.compatibility.Difference.Kind;
import io.github.realtimekit.webhooks.spec.compatibility.Verdict.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A difference between the released spec and ours, judged. */
public record Change(Difference difference, Set<String> operations, Verdict verdict) {
  Level level() {
    return verdict.level();
  }

  /** Returns for example {@code optional response field Webhook.secret added}. */
  String what() {
    List<String> words = new ArrayList<>();
    String change = difference.change().replace("turned", "became");
    if (change.startsWith("added ")) {
      words.add(change.substring("added ".length()));
      change = "added";
    }
    if (difference.direction() != Direction.NEITHER) {
      words.add(difference.direction().name().toLowerCase(Locale.ROOT));
    }
    boolean isInChange = difference.kind() == Kind.REQUIRED || difference.kind() == Kind.NULLABLE;
    words.add(isInChange ? difference.where() : difference.subject());
    String values = difference.values();
    boolean isSaid = isInChange || words.contains(values) || difference.where().endsWith(values);
    words.add(isSaid ? change : change + ": " + values);
    return String.join(" ", words);
  }

  String where() {
    return String.join(", ", operations);
  }

  String whom() {
    return level() == Level.BREAKING ? verdict.breaks() : "nobody";
  }

  String instead() {
    return level() == Level.BREAKING ? verdict.instead() : "nothing";
  }
}
