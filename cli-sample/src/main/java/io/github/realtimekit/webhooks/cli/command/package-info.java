/** One class for each command. */
@NullMarked
package io.github.realtimekit.webhooks.cli.command;

import org.jspecify.annotations.NullMarked;
