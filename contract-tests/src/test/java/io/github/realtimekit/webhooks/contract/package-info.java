/** Checks that the contract covers the spec and does not contradict it. */
@NullMarked
package io.github.realtimekit.webhooks.contract;

import org.jspecify.annotations.NullMarked;
