/**
 * A client for the webhooks of Cloudflare RealtimeKit. Start with {@code WebhooksClient.builder()}.
 *
 * <p>Models, {@code WebhooksClient}, {@code WebhooksAsyncClient} and {@code WebhooksApi} are
 * generated from the OpenAPI file of this project; all else here is what they share. Nothing is
 * null unless its type says so.
 */
@NullMarked
package io.github.realtimekit.webhooks;

import org.jspecify.annotations.NullMarked;
