package io.github.realtimekit.webhooks.provider;

import au.com.dius.pact.provider.junitsupport.loader.PactFolder;

/** Verifies the sandbox against the committed contract. */
@PactFolder("${user.dir}/pacts")
class SandboxVerificationIT extends SandboxVerification {}
