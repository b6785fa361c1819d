import { z } from 'zod';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { idOf, instant, line } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';

/** The prefix of personal access tokens. Secret scanners find a leaked token by it. */
export const accessTokenPrefix = 'wm_pat_';
/** A token of version 0.2 or earlier, which has no checksum. */
export const uncheckedAccessToken = /^wm_pat_[\w-]{43}$/;

/** The maximum number of an account's valid access tokens. */
export const maxAccessTokens = 100;

const accessTokenScopes = ['READ', 'WRITE', 'INTEGRATIONS'] as const;
export type AccessTokenScope = (typeof accessTokenScopes)[number];

/** The scopes of a stored token. All tokens can read. */
export const scopesOf = (token: { canWrite: boolean; canIntegrate: boolean }): AccessTokenScope[] => [
  'READ',
  ...(token.canWrite ? (['WRITE'] as const) : []),
  ...(token.canIntegrate ? (['INTEGRATIONS'] as const) : []),
];

const scopes = describeRule(
  z.array(z.enum(accessTokenScopes)).refine((given) => given.includes('READ'), 'must include READ'),
  { limits: 'Must include `READ`.' },
);

const expiresAt = describeRule(
  instant.refine((moment) => moment > currentCalendar().now, 'must be in the future'),
  { limits: 'Must be in the future.' },
);

export const createAccessTokenInput = z.object({ name: line(100), scopes, expiresAt: expiresAt.nullish() });

export const revokeAccessTokenInput = z.object({ id: idOf('AccessToken') });
