/** Signing as Standard Webhooks has it (standardwebhooks.com, version 1): HMAC-SHA256 over the id, the time and the body. */

const secretPrefix = 'whsec_';

/** A secret that nobody can guess: 32 random bytes as base64, after what says what it is. */
export function newSecret(): string {
  return secretPrefix + btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}

/** A message as it is sent. */
export interface Message {
  /** The same for each time that it is sent; by it a receiver knows what it already has. */
  id: string;
  /** When it is sent; its receiver refuses what was sent long ago. */
  sentAt: Date;
  body: string;
}

/**
 * The headers of a message.
 * @param secrets what it is signed with: while one takes the place of another, both
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
