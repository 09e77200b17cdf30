/**
 * The command line {@code rtk-webhooks}: entry point and error handling.
 *
 * <p>Below it, {@code cli.command} has a class for each command, {@code cli.option} the options
 * that commands share, and {@code cli.output} what reaches the terminal. Each package uses only
 * those after it in this list.
 */
@NullMarked
package io.github.realtimekit.webhooks.cli;

import org.jspecify.annotations.NullMarked;
