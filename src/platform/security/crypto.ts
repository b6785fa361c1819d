import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A random token: 32 bytes as base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The hash that is stored in place of a random token. SHA-256 is enough: 32 random bytes cannot be guessed, so there is no
 * guessing that a slow hash would slow down.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The SHA-256 of a JSON value, independent of the order of its keys, as base64url. */
export function digest(value: unknown): string {
  const sorted = (_key: string, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('base64url');
}

/** Encrypts secrets that are stored in the database, and derives tokens that then need not be stored. */
export interface Vault {
  /** Encrypts a text with AES-256-GCM under a key derived from the server's secret. `open` needs the same `context`. */
  seal(text: string, context: string): string;
  /** Decrypts a sealed text. Null if it was sealed with another secret or context, or was changed. */
  open(sealed: string, context: string): string | null;
  /** The token that follows from another one: HMAC-SHA256 as base64url. It cannot be told without the server's secret. */
  derive(token: string, context: string): string;
}

/** Creates a vault. Its keys are derived from the secret with HKDF-SHA256 (RFC 5869). */
export function createVault(secret: string): Vault {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `waymark/${purpose}/1`, 32));
  const [key, derivingKey] = [keyFor('vault'), keyFor('derive')];
  return {
    derive: (token, context) => createHmac('sha256', derivingKey).update(`${context}:${token}`).digest('base64url'),
    seal(text, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
