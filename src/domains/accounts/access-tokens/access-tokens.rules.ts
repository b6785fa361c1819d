import { z } from 'zod';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { idOf, instant, line } from '../../../platform/validation/input-rules.ts';

/** What personal access tokens start with, so that one that leaked can be found by scanning for it. */
export const accessTokenPrefix = 'wm_pat_';

/** How exact "last used" is: finer would cost a write with every request. */
export const lastUsedEvery = 60 * 1000;

export const accessScopes = ['READ', 'WRITE'] as const;
export type AccessScope = (typeof accessScopes)[number];

export const accessTokenInput = (calendar: Calendar) =>
  z.object({
    name: line(100),
    scopes: z.array(z.enum(accessScopes)).refine((scopes) => scopes.includes('READ'), 'must include READ'),
    expiresAt: instant(calendar)
      .refine((moment) => moment > calendar.now, 'must be in the future')
      .nullish(),
  });

export const revokeAccessTokenInput = z.object({ id: idOf('AccessToken') });
