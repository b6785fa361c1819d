import type { z } from 'zod';
import type { OAuthClient, Tokens } from '../../../integrations/oauth/client.ts';
import type { SignInService } from '../../../integrations/oauth/sign-in-service.ts';
import type { ServiceConfig } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';

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

/** What may be done in addition to reading. */
export type Permission = z.infer<typeof permission>;
export const permission = enumOf('IntegrationPermission');

/** The scopes of a permission at a provider. Null if it has no such permission. */
export const scopesOf = ({ permissionScopes }: SignInService, name: Permission): readonly string[] | null =>
  permissionScopes[name] ?? null;

/** The scopes that a permission takes in addition. */
export interface GivenScopes {
  permission: Permission;
  scopes: string[];
}

/** The scopes of each permission that a provider has. */
export const permissionScopesOf = (service: SignInService): GivenScopes[] =>
  permission.options.flatMap((name) => {
    const scopes = scopesOf(service, name);
    return scopes ? [{ permission: name, scopes: [...scopes] }] : [];
  });

/** The client that asks for some permissions. */
export const clientFor = (service: SignInService, permissions: readonly Permission[]): OAuthClient => ({
  ...service.client,
  scopes: [...service.client.scopes, ...permissions.flatMap((name) => scopesOf(service, name) ?? [])],
});

/** The permissions that tokens have: a person may grant less than was asked for, or have granted more before. */
export function grantedPermissions(
  service: SignInService,
  { scopes }: Pick<Tokens, 'scopes'>,
  asked: readonly Permission[],
): Permission[] {
  if (scopes === null) return [...asked];
  // Some providers write scopes as addresses.
  const granted = new Set(scopes.map((scope) => scope.replace(/^.*\//, '').toLowerCase()));
  const has = (scope: string) => granted.has(scope.toLowerCase());
  return permission.options.filter((name) => scopesOf(service, name)?.every(has));
}

/** The path that a provider sends the browser back to. */
export const callbackPathOf = ({ path }: Pick<Provider, 'path'>) => `/connect/${path}/callback`;
