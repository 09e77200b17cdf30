/**
 * Receives what RealtimeKit delivers to a webhook's URL: start with {@link WebhookEndpoint}.
 * Nothing is null unless its type says so.
 */
@NullMarked
package io.github.realtimekit.webhooks.receiver;

import org.jspecify.annotations.NullMarked;
