import type { CryptoKey } from 'jose';

/** Signing keys that are read and decrypted already. Belongs to one application. */
export interface KeyCache {
  /** The key that signs now; null until one is needed. */
  current: { kid: string; privateKey: CryptoKey; retiresAt: Date } | null;
  /** The public keys by their id. */
  readonly verifiers: Map<string, CryptoKey>;
}

export const createKeyCache = (): KeyCache => ({ current: null, verifiers: new Map() });
