import type { Context } from '../context.ts';
import { TooManyPasswordsError } from '../errors.ts';
import { networkOf } from './client-networks.ts';
import { hashToken } from './crypto.ts';
import { beginAttempt, type FailureDelay } from './failure-delays.ts';
import type { RateLimit } from './rate-limits.ts';

/** How wrong passwords for one account from one network delay the next attempts: by at most 15 minutes, for an hour. */
const wrongPasswordDelay: FailureDelay = { name: 'wrong-password', free: 5, maxSeconds: 15 * 60, seconds: 60 * 60 };

/** How many passwords for one account all networks that it is not known from may try in an hour. */
const unknownNetworksLimit: RateLimit = { name: 'password-unknown-networks', points: 100, seconds: 60 * 60 };

/** The password of an account, and who tries one. */
export interface PasswordCheck {
  /** A name of the account that is the same for each attempt. There may be no such account. */
  readonly account: string;
  /** Null if the account has no password, or there is no such account. */
  readonly passwordHash: string | null;
  /** Whether the account was signed in to from the client's network lately. */
  readonly isKnownNetwork: boolean;
}

/**
 * Takes the turn of a request to check or set a password. Hashing takes long on purpose, and a document can have many mutations.
 * @throws TooManyPasswordsError if the request had its turn
 */
export function takePasswordTurn({ passwordUse }: Context): void {
  if (passwordUse.isUsed) throw new TooManyPasswordsError();
  passwordUse.isUsed = true;
}

/**
 * Whether a password is that of an account. Wrong ones delay the next attempts from the same network. Attempts from elsewhere
 * never delay a network that the account is known from.
 * @throws RateLimitedError after too many wrong passwords
 */
export async function checkPassword(ctx: Context, check: PasswordCheck, password: string): Promise<boolean> {
  const { rateLimits, passwords } = ctx.app;
  const account = hashToken(check.account);
  const attempt = await beginAttempt(rateLimits, wrongPasswordDelay, `${account} ${networkOf(ctx.client.address)}`);
  if (!check.isKnownNetwork) {
    try {
      await rateLimits.consume(unknownNetworksLimit, account);
    } catch (error) {
      await attempt.withdrawn();
      throw error;
    }
  }
  const matches = await passwords.matches(check.passwordHash, password);
  if (matches) await attempt.succeeded();
  return matches;
}
