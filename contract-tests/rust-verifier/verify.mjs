// Verifies the sandbox against the contract with Pact's independent (Rust) verifier. The README of contract-tests says how to run it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Verifier } from '@pact-foundation/pact';

process.env.PACT_DO_NOT_TRACK = 'true';
const module = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const states = module('src/test/java/io/github/realtimekit/webhooks/provider/PactStates.java');
const sandbox = spawn('java', ['-cp', module('sandbox/target/rtk-sandbox.jar'), states], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const lines = createInterface(sandbox.stdout)[Symbol.asyncIterator]();
  const { value: baseUrl } = await lines.next();
  const { value: statesUrl } = await lines.next();
  await new Verifier({
    provider: 'cloudflare-realtimekit-webhooks',
    providerBaseUrl: baseUrl,
    providerStatesSetupUrl: statesUrl,
    pactUrls: [module('pacts/realtimekit-webhooks-java-cloudflare-realtimekit-webhooks.json')],
    logLevel: 'error',
  }).verifyProvider();
  console.log('The sandbox keeps the contract.');
} catch (error) {
  // The verifier has printed the failures; its error repeats them, and all the rest, as JSON.
  console.error(`The sandbox was not verified: ${error.message.slice(0, 300)}`);
  process.exitCode = 1;
} finally {
  sandbox.kill();
}
