/** Options that several commands share, and conversions of their values. */
@NullMarked
package io.github.realtimekit.webhooks.cli.option;

import org.jspecify.annotations.NullMarked;
