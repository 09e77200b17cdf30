/** Verifies the sandbox, and on demand the live API, against the contract. */
@NullMarked
package io.github.realtimekit.webhooks.provider;

import org.jspecify.annotations.NullMarked;
