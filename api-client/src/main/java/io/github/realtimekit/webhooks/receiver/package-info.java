/**
 * Receives what RealtimeKit delivers to a webhook's URL: start with {@link WebhookEndpoint}. Types
 * are not null unless annotated {@code @Nullable}.
 */
@NullMarked
package io.github.realtimekit.webhooks.receiver;

import org.jspecify.annotations.NullMarked;
