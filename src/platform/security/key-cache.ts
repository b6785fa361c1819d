import type { CryptoKey, JWTPayload } from 'jose';
import { createLruMap, type LruMap } from '../runtime/lru-map.ts';

/** How many verified tokens are kept: those that were used last. */
const maxVerified = 1_000;

/** Signing keys that are read and decrypted already, and what they have verified. Belongs to one application. */
export interface KeyCache {
  /** The key that signs now; null until one is needed. */
  current: { kid: string; privateKey: CryptoKey; retiresAt: Date } | null;
  /** The public keys by their id. */
  readonly verifiers: Map<string, CryptoKey>;
  /** The claims of tokens whose signatures were verified, by the hashes of the tokens. Verifying takes longer than all else that a small query does. */
  readonly verified: LruMap<JWTPayload>;
}

export const createKeyCache = (): KeyCache => ({
  current: null,
  verifiers: new Map(),
  verified: createLruMap(maxVerified),
});
