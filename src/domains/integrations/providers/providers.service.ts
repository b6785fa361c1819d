import { microsoftSignIn } from '../../../integrations/graph/sign-in.ts';
import { miroSignIn } from '../../../integrations/miro/sign-in.ts';
import type { SignInService } from '../../../integrations/oauth/sign-in-service.ts';
import type { Context, ServiceConfig } from '../../../platform/context.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { callbackPathOf, type Provider, type SignInProvider } from './providers.rules.ts';

/** All that differs between the providers that people sign in to. */
const providers: Readonly<Record<SignInProvider, Provider>> = {
  OUTLOOK: {
    name: 'Outlook',
    path: 'outlook',
    variable: 'OUTLOOK_CLIENT_ID',
    signIn: ({ outlook }) => outlook && microsoftSignIn(outlook),
  },
  MIRO: {
    name: 'Miro',
    path: 'miro',
    variable: 'MIRO_CLIENT_ID and MIRO_CLIENT_SECRET',
    signIn: ({ miro }) => miro && miroSignIn(miro),
  },
};

/** A provider, by its name in the API. */
export const providerOf = (provider: SignInProvider): Provider => providers[provider];

/** The providers that a server is set up with. */
export const providersOf = (config: ServiceConfig): SignInProvider[] =>
  (Object.keys(providers) as SignInProvider[]).filter((provider) => providers[provider].signIn(config));

/** How to sign in to a provider. @throws ConflictError if the server is not set up to */
export function requireSignIn({ app }: Context, provider: SignInProvider): SignInService {
  const service = providers[provider].signIn(app.config);
  if (service) return service;
  const { name, variable } = providers[provider];
  throw new ConflictError(`${name} is not set up on this server. Its owner has to set ${variable}.`);
}

/** Where a provider sends the browser back to. It has to be registered there. */
export const redirectUriOf = ({ app }: Context, provider: SignInProvider): string =>
  `${app.config.publicUrl}${callbackPathOf(providers[provider])}`;
