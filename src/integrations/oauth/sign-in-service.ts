import type { OAuthClient } from './client.ts';

/** The account that somebody has signed in to. */
export interface SignedInAccount {
  /** Identifies the account at its provider. */
  id: string;
  /** The name that people know it by: its email address, if it has one. */
  name: string;
}

/** How an app signs people in to a provider: all that differs between providers. */
export interface SignInService {
  /** The app, and the endpoints of the provider. */
  readonly client: OAuthClient;
  /** The scopes that a permission takes in addition to those of the client, by the name of the permission. */
  readonly permissionScopes: Readonly<Record<string, readonly string[]>>;
  /** The account that an access token is of. @throws ProviderError if it does not say */
  accountOf(accessToken: string): Promise<SignedInAccount>;
  /** Makes an access token, and the refresh token that belongs to it, worthless. None if the provider has no way to do so. */
  revoke?(accessToken: string): Promise<void>;
}
