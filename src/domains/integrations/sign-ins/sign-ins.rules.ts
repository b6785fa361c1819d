import { z } from 'zod';
import { OAuthError, OAuthUnavailableError } from '../../../integrations/oauth/errors.ts';
import { ProviderError } from '../../../integrations/provider-error.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { permission } from '../providers/providers.rules.ts';

type SignIn = Row<'integrationSignIn'>;

const second = 1000;
const minute = 60 * second;

/** How long a sign-in in the browser may take, in milliseconds. */
export const signInLifetime = 15 * minute;
/** How many sign-ins an account may start in a minute. */
export const signInLimit = { name: 'sign-in to a provider', points: 10, seconds: 60 };
/** How long a sign-in is kept after it has expired, in days. */
export const keptDays = 1;
/** The maximum number of sign-ins that are listed. */
export const maxListed = 20;
/** How much longer to wait when the provider says that it is asked too often, in seconds (RFC 8628, section 3.5). */
export const slowDownSeconds = 5;
export const startIntegrationSignInInput = z.object({
  provider: enumOf('IntegrationProvider'),
  method: enumOf('IntegrationSignInMethod'),
  permissions: z
    .array(permission)
    .transform((some) => [...new Set(some)])
    .nullish(),
});

/** The context that the secret of a sign-in is sealed with. */
export const secretContext = ({ accountId, id }: Pick<SignIn, 'accountId' | 'id'>) => `sign-in:${accountId}:${id}`;

/** The state of a sign-in, which expires without anybody writing that down. */
export const stateAt = ({ state, expiresAt }: Pick<SignIn, 'state' | 'expiresAt'>, now: Date): SignIn['state'] =>
  state === 'WAITING' && expiresAt <= now ? 'EXPIRED' : state;

/** How a sign-in ends that the provider has refused with an error code of OAuth. */
export function refusal(code: string, message: string): { state: SignIn['state']; problem: string } {
  if (code === 'access_denied' || code === 'authorization_declined')
    return {
      state: 'DECLINED',
      problem: 'You declined, or your organization did. Start again, or ask its administrator.',
    };
  if (code === 'expired_token') return { state: 'EXPIRED', problem: 'The code has expired. Start again.' };
  return { state: 'FAILED', problem: `The provider refused the sign-in. ${message}` };
}

/** How a sign-in ends for an error. @throws any other error */
export function endOf(error: unknown): Pick<SignIn, 'state' | 'problem'> {
  if (error instanceof OAuthError) return refusal(error.code, error.message);
  const isKnown =
    error instanceof OAuthUnavailableError || error instanceof ProviderError || error instanceof ConflictError;
  if (!isKnown) throw error;
  return { state: 'FAILED', problem: `${error.message} Start again.` };
}
