import { z } from 'zod';
import { lineOrEmpty } from '../../../platform/validation/input-rules.ts';
import { newPassword } from '../accounts/accounts.rules.ts';
import { asCookie, givenPassword } from '../sessions/sessions.rules.ts';

/** How many codes a list has. */
export const recoveryCodeCount = 10;

/** How long a mailed code is valid, in milliseconds. */
export const mailedCodeLifetime = 30 * 60 * 1000;

/** How many resets may be requested for one account in an hour, by all clients together. */
export const resetRequestLimit = { name: 'password-reset', points: 3, seconds: 3600 };
/** How many resets one network may request in an hour, for all accounts together. */
export const resetRequestNetworkLimit = { name: 'password-reset-network', points: 20, seconds: 3600 };

export const createRecoveryCodesInput = z.object({ password: givenPassword.nullish() });

export const requestPasswordResetInput = z.object({ email: lineOrEmpty(254) });

export const resetPasswordInput = z.object({
  email: lineOrEmpty(254),
  code: z.string().max(100),
  newPassword,
  cookie: asCookie,
});
