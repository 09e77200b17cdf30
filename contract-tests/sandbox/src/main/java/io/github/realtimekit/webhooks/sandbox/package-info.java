/** A stand-in for the webhooks of RealtimeKit that keeps its state in memory. */
@NullMarked
package io.github.realtimekit.webhooks.sandbox;

import org.jspecify.annotations.NullMarked;
