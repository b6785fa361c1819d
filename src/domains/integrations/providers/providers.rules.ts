import type { SignInService } from '../../../integrations/oauth/sign-in-service.ts';
import type { ServiceConfig } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';

/** The providers that people sign in to. A calendar is connected by its web address instead. */
export type SignInProvider = Exclude<Row<'integration'>['provider'], 'ICS'>;

/** A provider, as this server knows it. */
export interface Provider {
  /** What people call it. */
  name: string;
  /** Its part of the paths of the server. */
  path: string;
  /** The environment variable without which it is off. */
  variable: string;
  /** How to sign in to it. Null if it is off on this server. */
  signIn(config: ServiceConfig): SignInService | null;
}

/** The path that a provider sends the browser back to. */
export const callbackPathOf = ({ path }: Pick<Provider, 'path'>) => `/connect/${path}/callback`;
