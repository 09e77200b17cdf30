/** Consumer tests: write the contract with the client, against Pact's mock server. */
@NullMarked
package io.github.realtimekit.webhooks.consumer;

import org.jspecify.annotations.NullMarked;
