// Does the same as `rtk-webhooks list`, with the vendor's SDK.
import Cloudflare from 'cloudflare';

const client = new Cloudflare({ baseURL: process.env.CLOUDFLARE_BASE_URL });
const response = await client.realtimeKit.webhooks.getWebhooks(process.env.REALTIMEKIT_APP_ID, {
  account_id: process.env.CLOUDFLARE_ACCOUNT_ID,
});
for (const { id, enabled, events, name, url } of response.data) {
  console.log([id, name, url, events.join(','), enabled].join('\t'));
}
