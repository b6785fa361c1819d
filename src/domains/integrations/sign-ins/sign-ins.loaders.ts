import { readProfile } from '../../../integrations/graph/client.ts';
import { GraphError } from '../../../integrations/graph/errors.ts';
import type { Tokens } from '../../../integrations/oauth/client.ts';
import { OAuthError, OAuthUnavailableError } from '../../../integrations/oauth/errors.ts';
import type { Context, OutlookApp } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import type { NewIntegration } from '../integrations/integrations.service.ts';
import { expiryOf, refusal, type TokenCredentials } from './sign-ins.rules.ts';

/** The app at Microsoft that the server is set up with. @throws ConflictError if it is not */
export function requireOutlook(ctx: Context): OutlookApp {
  const { outlook } = ctx.app.config;
  if (outlook) return outlook;
  throw new ConflictError('Outlook is not set up on this server. Its owner has to set OUTLOOK_CLIENT_ID.');
}

/** The account that somebody has signed in to, as an integration to make. */
export async function outlookAccount(
  ctx: Context,
  { graphUrl }: OutlookApp,
  redeem: () => Promise<Tokens>,
): Promise<NewIntegration> {
  const { accessToken, refreshToken, expiresIn } = await redeem();
  const { id, email } = await readProfile({ origin: graphUrl, accessToken });
  const expiresAt = expiryOf(ctx.app.clock.now(), expiresIn);
  const credentials: TokenCredentials = { accessToken, refreshToken, expiresAt };
  return { provider: 'OUTLOOK', name: 'Outlook', connectedTo: email, externalKey: id, credentials };
}

/** How a sign-in ends for an error. @throws any other error */
export function endOf(error: unknown): Pick<Row<'integrationSignIn'>, 'state' | 'problem'> {
  if (error instanceof OAuthError) return refusal(error.code, error.message);
  const isKnown =
    error instanceof OAuthUnavailableError || error instanceof GraphError || error instanceof ConflictError;
  if (!isKnown) throw error;
  return { state: 'FAILED', problem: `${error.message} Start again.` };
}
