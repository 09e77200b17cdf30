// Verifies the sandbox against the contract with Pact's independent (Rust) verifier. CONTRIBUTING says how.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Verifier } from '@pact-foundation/pact';

process.env.PACT_DO_NOT_TRACK = 'true';
const module = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const sandbox = spawn('java', ['-jar', module('target/rtk-sandbox.jar'), '--pact-states'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = await once(sandbox.stdout, 'data');
  const baseUrl = new URL(String(line).trim());
  await new Verifier({
    provider: 'cloudflare-realtimekit-webhooks',
    providerBaseUrl: baseUrl.href,
    providerStatesSetupUrl: new URL('/pact-states', baseUrl).href,
    pactUrls: [module('pacts/realtimekit-webhooks-java-cloudflare-realtimekit-webhooks.json')],
    logLevel: 'error',
  }).verifyProvider();
  console.log('The sandbox keeps the contract.');
} catch (error) {
  // The verifier has told the failures; its error repeats them, and all the rest, as JSON.
  console.error(`The sandbox was not verified: ${error.message.slice(0, 300)}`);
  process.exitCode = 1;
} finally {
  sandbox.kill();
}
