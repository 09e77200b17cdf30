/**
 * A client for the webhooks of Cloudflare RealtimeKit, and a receiver for their deliveries. Types
 * are not null unless annotated {@code @Nullable}.
 *
 * <ul>
 *   <li>Client: start with {@code WebhooksClient.builder()}. {@code WebhooksAsyncClient} returns
 *       futures, {@code WebhooksApi} has Retrofit's calls. These and the models are generated from
 *       the OpenAPI file.
 *   <li>Start of a service: {@code WebhooksClient.ensureWebhook} creates or edits its webhook.
 *   <li>Errors: a call that fails throws a {@link RealtimeKitException}. Reading a required field
 *       that a response lacks throws a {@link MissingFieldException}.
 *   <li>Receiver: start with {@code receiver.WebhookEndpoint}, whose deliveries hold an {@code
 *       Event}.
 * </ul>
 */
@NullMarked
package io.github.realtimekit.webhooks;

import org.jspecify.annotations.NullMarked;
