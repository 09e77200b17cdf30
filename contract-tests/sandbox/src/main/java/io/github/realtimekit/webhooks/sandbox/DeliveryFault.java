package io.github.realtimekit.webhooks.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Something unusual about a delivery that a receiver has to cope with. */
public enum DeliveryFault {
  /** Delivers twice, with the same id. */
  DUPLICATE,
  /** Holds the delivery back until the app's next one is done. */
  REORDER,
  /** Gives each retry a new id. */
  NEW_ID_ON_RETRY,
  /** Sends a signature of other bytes. */
  BAD_SIGNATURE,
  /** Signs with a new key, which is published from then on. */
  ROTATED_KEY,
  /** Sends the headers of Dyte, RealtimeKit's former name: {@code dyte-signature} and so on. */
  DYTE_HEADERS,
  /** Pauses for a second in the middle of the body. */
  SLOW;

  /** The names in JSON, in lower case. */
  static final List<String> NAMES =
      Arrays.stream(values()).map(fault -> fault.name().toLowerCase(Locale.ROOT)).toList();
}
