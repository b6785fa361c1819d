import { loadArgon2 } from './argon2.ts';
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
 * @throws if this installation has no Argon2
 */
export async function createPasswords(cost = recommended): Promise<Passwords> {
  const argon2 = await loadArgon2();
  const decoy = argon2.hash(randomToken(), cost);
  return {
    hash: (password) => argon2.hash(password, cost),
    async matches(passwordHash, password) {
      const same = await argon2.verify(passwordHash ?? (await decoy), password);
      return same && passwordHash !== null;
    },
  };
}
