package io.github.realtimekit.webhooks.receiver;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Finds the organizations that an event names, anywhere in it, including unknown types. */
final class OrganizationIds {
  private OrganizationIds() {}

  /** Returns the values in lower case. */
  static Set<String> in(ByteString json) {
    Set<String> ids = new HashSet<>();
    try {
      collect(JsonReader.of(new Buffer().write(json)).readJsonValue(), ids);
    } catch (IOException | JsonDataException e) {
      return Set.of(); // Not JSON, so it names none.
    }
    return ids;
  }

  private static void collect(@Nullable Object value, Set<String> ids) {
    if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, ids));
    } else if (value instanceof Map<?, ?> object) {
      if (object.get("organizationId") instanceof String id) {
        ids.add(id.toLowerCase(Locale.ROOT));
      }
      if (object.get("organizedBy") instanceof Map<?, ?> organizer
          && organizer.get("id") instanceof String id) {
        ids.add(id.toLowerCase(Locale.ROOT));
      }
      object.values().forEach(each -> collect(each, ids));
    }
  }
}
