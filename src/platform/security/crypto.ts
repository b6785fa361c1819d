import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  ECDH,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** A random token: 32 bytes as base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The hash that is stored in place of a random token. SHA-256 is enough: 32 random bytes cannot be guessed, so there is no
 * guessing that a slow hash would slow down.
 */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** Whether a token has a hash, compared in a time that does not tell how much of it is right. */
export function isTokenOf(token: string, tokenHash: string): boolean {
  const [given, wanted] = [Buffer.from(hashToken(token)), Buffer.from(tokenHash)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The SHA-256 of a JSON value, independent of the order of its keys, as base64url. */
export function digest(value: unknown): string {
  const sorted = (_key: string, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  return hash('sha256', JSON.stringify(value, sorted), 'base64url');
}

/** Encrypts secrets that are stored in the database, and derives tokens that then need not be stored. */
export interface Vault {
  /**
   * Encrypts a text with AES-256-GCM under a key derived from the server's secret. `open` needs the same `context`.
   * @returns the id of the key, a dot, and nonce, tag and ciphertext as base64url
   */
  seal(text: string, context: string): string;
  /** Decrypts a sealed text. Null if it was sealed with an unknown secret or another context, or was changed. */
  open(sealed: string, context: string): string | null;
  /** Whether a text was sealed with the present secret, not with an older one. */
  isCurrent(sealed: string): boolean;
  /** The token that follows from another one: HMAC-SHA256 as base64url. It cannot be told without the server's secret. */
  derive(token: string, context: string): string;
}

/** A key of a vault. Its id is stored beside what it encrypts. */
interface VaultKey {
  readonly id: string;
  readonly key: Buffer;
}

const keyFor = (secret: string, purpose: string, length = 32) =>
  Buffer.from(hkdfSync('sha256', secret, '', `waymark/${purpose}/1`, length));

const vaultKey = (secret: string): VaultKey => ({
  id: keyFor(secret, 'vault-key-id', 6).toString('base64url'),
  key: keyFor(secret, 'vault'),
});

/**
 * Creates a vault. Its keys are derived from the secret with HKDF-SHA256 (RFC 5869).
 * @param oldSecrets earlier secrets, which open what was sealed with them
 */
export function createVault(secret: string, oldSecrets: readonly string[] = []): Vault {
  const current = vaultKey(secret);
  const keys = [current, ...oldSecrets.map(vaultKey)];
  const derivingKey = keyFor(secret, 'derive');
  return {
    derive: (token, context) => createHmac('sha256', derivingKey).update(`${context}:${token}`).digest('base64url'),
    seal(text, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, context) {
      const [id, bytes] = partsOf(sealed);
      // Texts that were sealed before keys had ids have none.
      const candidates = id === null ? keys : keys.filter((key) => key.id === id);
      for (const { key } of candidates) {
        const text = decrypt(bytes, key, context);
        if (text !== null) return text;
      }
      return null;
    },
    isCurrent: (sealed) => partsOf(sealed)[0] === current.id,
  };
}

function partsOf(sealed: string): [id: string | null, bytes: Buffer] {
  const dot = sealed.indexOf('.');
  return [dot < 0 ? null : sealed.slice(0, dot), Buffer.from(sealed.slice(dot + 1), 'base64url')];
}

function decrypt(bytes: Buffer, key: Buffer, context: string): string | null {
  if (bytes.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** The bytes of a text in base64url, with or without padding. Null if it is none. */
export const bytesOf = (text: string): Buffer | null =>
  /^[\w-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64url') : null;

/** Whether a text is a point on the curve P-256, without compression, as base64url. */
export function isPointOfP256(text: string): boolean {
  const bytes = bytesOf(text);
  if (bytes?.length !== 65 || bytes[0] !== 4) return false;
  try {
    ECDH.convertKey(bytes, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
