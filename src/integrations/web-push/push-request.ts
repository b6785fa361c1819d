/* Web Push: messages (RFC 8030) that are encrypted for one browser (RFC 8291) and signed by this server (VAPID, RFC 8292). */

/** Who sends messages: a contact for the push services, and the key pair that browsers were told to expect. */
interface Sender {
  /** A `mailto:` or `https:` address. */
  readonly subject: string;
  /** A point on P-256 without compression, as base64url. */
  readonly publicKey: string;
  /** As base64url. */
  readonly privateKey: string;
}

/** A browser, as it subscribed at its push service. */
export interface PushReceiver {
  /** The address that messages for it are posted to. */
  readonly endpoint: string;
  /** Its public key: a point on P-256 without compression, as base64url. */
  readonly p256dh: string;
  /** Its secret for authentication: 16 bytes, as base64url. */
  readonly auth: string;
}

/**
 * What to post to a push service so that a browser gets a text. No one else can read it.
 * @param message.text at most 3,993 bytes: services take 4,096 bytes in all
 * @param message.timeToLive how long the service keeps it for a browser that is offline, in seconds
 */
export async function pushRequest(
  { endpoint, p256dh, auth }: PushReceiver,
  { text, timeToLive }: { readonly text: string; readonly timeToLive: number },
  sender: Sender,
): Promise<{ headers: Record<string, string>; body: Uint8Array }> {
  // Loaded on demand: most servers send none.
  const { default: webPush } = await import('web-push');
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
    ...{ vapidDetails: sender, TTL: timeToLive, urgency: 'high', contentEncoding: 'aes128gcm' },
  });
  const sent = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { headers: Object.fromEntries(sent), body };
}
