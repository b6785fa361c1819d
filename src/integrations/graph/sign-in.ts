import type { SignInService } from '../oauth/sign-in-service.ts';
import { readProfile } from './client.ts';

/** An app that is registered in Entra, its tenant, and the origins of the identity platform and of Microsoft Graph. */
interface MicrosoftApp {
  clientId: string;
  clientSecret: string | null;
  tenant: string;
  loginUrl: string;
  graphUrl: string;
}

/** The scopes that are asked for: to read the calendar, to know whose it is, and to stay signed in. */
const scopes = ['offline_access', 'User.Read', 'Calendars.Read'];

/** What more may be asked for. */
const permissionScopes = { WRITE_CALENDAR: ['Calendars.ReadWrite'], WRITE_TASKS: ['Tasks.ReadWrite'] };

/** The sign-in of Microsoft's identity platform. It has no way to end a single sign-in. */
export function microsoftSignIn({ clientId, clientSecret, tenant, loginUrl, graphUrl }: MicrosoftApp): SignInService {
  const at = (path: string) => `${loginUrl}/${tenant}/oauth2/v2.0/${path}`;
  return {
    client: {
      clientId,
      clientSecret,
      issuer: `${loginUrl}/${tenant}/v2.0`,
      authorizationUrl: at('authorize'),
      authorizationParameters: { response_mode: 'query', prompt: 'select_account' },
      tokenUrl: at('token'),
      deviceUrl: at('devicecode'),
      scopes,
    },
    permissionScopes,
    async accountOf(accessToken) {
      const { id, email } = await readProfile({ origin: graphUrl, accessToken });
      return { id, name: email };
    },
  };
}
