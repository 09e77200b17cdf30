/** The client against Pact's mock server: what it sends, and what it reads, is the contract. */
@NullMarked
package io.github.realtimekit.webhooks.consumer;

import org.jspecify.annotations.NullMarked;
