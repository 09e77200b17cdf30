/**
 * Implementation of the client and the receiver. Not exported by the module, and changed without
 * notice. Nothing is null unless its type says so.
 */
@NullMarked
package io.github.realtimekit.webhooks.internal;

import org.jspecify.annotations.NullMarked;
