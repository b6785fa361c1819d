import { OAuthError, OAuthUnavailableError } from '../../../integrations/oauth/errors.ts';
import { ProviderError } from '../../../integrations/provider-error.ts';
import { SyncError } from '../syncs/syncs.rules.ts';

/** How long the writing of a sync may take, in milliseconds. */
export const maxTime = 60_000;

/** What went wrong, as the integration tells it. Any other error stays what it is. */
export function problemOf(error: unknown): unknown {
  if (error instanceof OAuthError)
    return new SyncError(`Miro refuses the app of this server. Ask its owner. ${error.message}`);
  if (error instanceof OAuthUnavailableError || error instanceof ProviderError)
    return new SyncError(error.message, error.retryAfter);
  return error;
}
