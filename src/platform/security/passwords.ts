import { hash, verify } from '@node-rs/argon2';
import { randomToken } from './crypto.ts';

/** Hashes passwords and checks them. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether the password has this hash. Takes as long when there is no hash, so that its absence can't be timed. */
  matches(passwordHash: string | null, password: string): Promise<boolean>;
}

/** Argon2id with 19 MiB, two passes and one lane: the least that OWASP's password storage cheat sheet asks for. */
const recommended = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Passwords by Argon2id (RFC 9106).
 * @param cost what a hash takes: memory in KiB, passes, and lanes
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
