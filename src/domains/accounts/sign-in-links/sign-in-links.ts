import type { Domain } from '../../../domain.ts';
import { daysBefore, retentionJob } from '../../../platform/jobs/retention.ts';
import { signInLinkRetentionDays } from './sign-in-links.rules.ts';

const day = 24 * 60 * 60 * 1000;

/** Sign-in links: they sign a browser in once. The API has none; the server prints them. */
export const signInLinks: Domain = {
  recurring: [
    retentionJob('deleteExpiredSignInLinks', day, [
      { model: 'signInLink', expired: (ctx) => ({ expiresAt: { lt: daysBefore(ctx, signInLinkRetentionDays) } }) },
    ]),
  ],
};
