/** Signatures of Standard Webhooks 1.0 (standardwebhooks.com): HMAC-SHA256 over id, time stamp and body. */

const secretPrefix = 'whsec_';

/** A new secret: 32 random bytes in base64, after the prefix `whsec_`. */
export function newSecret(): string {
  return secretPrefix + btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}

/** A message to sign. */
interface Message {
  /** Identifies the message. The same for every attempt, so that a receiver recognizes a repetition. */
  id: string;
  /** The time of the attempt. Receivers reject messages that were sent long ago. */
  sentAt: Date;
  body: string;
}

/**
 * The headers that sign a message.
 * @param secrets one secret, or two while one replaces the other; each adds a signature
 */
export async function signatureHeaders(
  { id, sentAt, body }: Message,
  secrets: readonly string[],
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = await Promise.all(secrets.map((secret) => sign(secret, `${id}.${timestamp}.${body}`)));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

async function sign(secret: string, text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.slice(secretPrefix.length)), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(signature)))}`;
}
