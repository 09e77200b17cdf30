package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junitsupport.loader.PactFolder;

/** Verifies the deliveries of the sandbox against the committed contract. */
@PactFolder("${user.dir}/pacts")
class DeliveryVerificationIT extends DeliveryVerification {}
