import { hash, verify } from '@node-rs/argon2';
import { randomToken } from './crypto.ts';

/** Hashes and verifies passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether a password has this hash. Takes as long without a hash, so that timing does not reveal its absence. */
  matches(passwordHash: string | null, password: string): Promise<boolean>;
}

/** Argon2id with 19 MiB, two passes and one lane: the minimum of OWASP's password storage cheat sheet. */
const recommended = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Passwords with Argon2id (RFC 9106).
 * @param cost the memory of a hash in KiB, its passes and its lanes
 */
export function createPasswords(cost = recommended): Passwords {
  const parameters = { algorithm: 2, ...cost };
  const decoy = hash(randomToken(), parameters);
  return {
    hash: (password) => hash(password, parameters),
    async matches(passwordHash, password) {
      const same = await verify(passwordHash ?? (await decoy), password);
      return same && passwordHash !== null;
    },
  };
}
