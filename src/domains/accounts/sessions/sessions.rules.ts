import { z } from 'zod';
import { idOf } from '../../../platform/validation/input-rules.ts';
import { givenPassword } from '../accounts/accounts.rules.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** A session ends when it was not refreshed or used for 30 days. */
export const sessionLives = 30 * day;
/** A sign-in link is meant to be opened at once; an hour leaves time to find the window it was printed in. */
export const signInLinkLives = 60 * minute;
/** What has ended is kept for 30 days more, for whoever asks what a change was made with. */
export const endedKeptDays = 30;
/** How exact "last used" is: finer would cost a write with every request. */
export const lastUsedEvery = minute;

/** Guessing is slowed by the address that guesses and by the account it guesses at. */
export const signInLimits = {
  byAddress: { name: 'sign-in-address', points: 30, seconds: 60 },
  byEmail: { name: 'sign-in-email', points: 10, seconds: 60 },
};

export const signInInput = z.object({ email: z.string().max(254), password: givenPassword });
export const refreshInput = z.object({ refreshToken: z.string().max(200) });
export const revokeSessionInput = z.object({ id: idOf('Session') });
