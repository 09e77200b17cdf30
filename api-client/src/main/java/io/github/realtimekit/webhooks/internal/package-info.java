/**
 * Implementation of the client and the receiver. Not exported by the module, and changed without
 * notice. Types are not null unless annotated {@code @Nullable}.
 */
@NullMarked
package io.github.realtimekit.webhooks.internal;

import org.jspecify.annotations.NullMarked;
