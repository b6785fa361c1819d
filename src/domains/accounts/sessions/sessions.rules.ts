import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { idOf, lineOrEmpty } from '../../../platform/validation/input-rules.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** How long a session lasts without being refreshed or used, in milliseconds. */
export const sessionLifetime = 30 * day;
/**
 * For how long a refresh token that was used returns the same successor, in milliseconds: two tabs refresh at once, and responses
 * get lost. Short, since a thief may do the same.
 */
export const refreshGrace = 30 * 1000;
/** For how many days ended sessions are kept, so that the history can still name the actor of a change. */
export const sessionRetentionDays = 30;

/** How many times one network may try to sign in within a minute, to all accounts together. */
export const signInLimit = { name: 'sign-in', points: 30, seconds: 60 };

/** A password to check. Rules for new passwords do not apply, so that they can change. */
export const givenPassword = z.string().max(256, 'must have at most 256 characters');

/** Whether to sign in by a cookie in place of tokens. */
export const asCookie = z
  .boolean()
  .nullish()
  .transform((given) => given ?? false);

export const signInInput = z.object({ email: lineOrEmpty(254), password: givenPassword, cookie: asCookie });

export const refreshSessionInput = z.object({ refreshToken: z.string().max(200) });

export const revokeSessionInput = z.object({ id: idOf('Session') });

/** The tokens of a client: a short-lived access token, and a refresh token to get the next pair. */
export interface SessionTokens {
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  account: Row<'account'>;
}

/** A session that was refreshed, before its access token is signed. */
export interface RefreshedSession {
  account: Row<'account'>;
  sessionId: string;
  refreshToken: string;
}

/** A session that was opened, with its refresh token or its cookie. */
export type OpenedSession = RefreshedSession | { account: Row<'account'>; sessionId: string; cookie: string };

/** What a client gets that has signed in. The tokens are null if it signed in by a cookie. */
export interface SignedIn {
  accessToken: string | null;
  accessTokenExpiresAt: Date | null;
  refreshToken: string | null;
  account: Row<'account'>;
}

/** A time so many milliseconds later. */
export const later = (time: Date, milliseconds: number) => new Date(time.getTime() + milliseconds);
