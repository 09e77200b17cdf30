package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junitsupport.loader.PactBroker;

/** Verifies the sandbox against the contract that the broker has, and publishes the result. */
@PactBroker
class SandboxBrokerVerification extends SandboxVerification {}
