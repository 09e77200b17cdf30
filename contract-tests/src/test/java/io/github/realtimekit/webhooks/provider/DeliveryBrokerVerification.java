package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junitsupport.loader.PactBroker;

/**
 * Verifies the deliveries of the sandbox against the broker's contract, and publishes the result.
 */
@PactBroker
class DeliveryBrokerVerification extends DeliveryVerification {}
