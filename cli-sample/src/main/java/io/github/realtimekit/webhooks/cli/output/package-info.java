/** Everything that leaves the process: text, tables, JSON and exit codes. */
@NullMarked
package io.github.realtimekit.webhooks.cli.output;

import org.jspecify.annotations.NullMarked;
