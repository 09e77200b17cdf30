/**
 * The command line {@code rtk-webhooks}: one class for each command, over the client's public API.
 */
@NullMarked
package io.github.realtimekit.webhooks.cli;

import org.jspecify.annotations.NullMarked;
