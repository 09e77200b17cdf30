/** The contract against the spec: nothing missing, nothing that contradicts. */
@NullMarked
package io.github.realtimekit.webhooks.contract;

import org.jspecify.annotations.NullMarked;
