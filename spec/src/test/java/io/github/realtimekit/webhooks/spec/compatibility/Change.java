package io.github.realtimekit.webhooks.spec.compatibility;

import io.github.realtimekit.webhooks.spec.compatibility.Verdict.Level;
import java.util.Set;

/** A difference between the released spec and ours, judged. */
record Change(Difference difference, Set<String> operations, Verdict verdict) {
  Level level() {
    return verdict.level();
  }

  String what() {
    String way =
        switch (difference.direction()) {
          case REQUEST -> " in requests";
          case RESPONSE -> " in responses";
          case NEITHER -> "";
        };
    boolean said = difference.where().endsWith(difference.values());
    String values = said ? "" : ": " + difference.values();
    return difference.subject() + way + " " + difference.change() + values;
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
