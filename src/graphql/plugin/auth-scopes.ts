import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import type { Context } from '../../platform/context.ts';
import { ForbiddenError, UnauthenticatedError } from '../../platform/errors.ts';

/** What a credential allows, by the name of the scope. */
const scopes = {
  /** Somebody is signed in. */
  read: ({ viewer }) => viewer !== null,
  /** Somebody is signed in with something that may change data. */
  write: ({ viewer }) => viewer?.canWrite === true,
  /** Somebody is signed in with a session, not an access token: what managing the account takes. */
  session: ({ viewer }) => viewer !== null && viewer.sessionId !== null,
  /** Somebody is signed in with a session, or an access token for webhooks, calendar feeds and integrations. */
  integrations: ({ viewer }) => viewer?.canIntegrate === true,
  /** The credential of the request is not valid. Had more been asked for with it, the request would have been refused. */
  rejected: ({ rejected }) => rejected !== null,
} satisfies Record<string, (ctx: Context) => boolean>;

type Scope = keyof typeof scopes;

/** The scopes of which one suffices for a field, or for all fields of a root type. */
export type AuthScopes = Readonly<Partial<Record<Scope, true>>>;

/** What the credential of a refused request lacks. */
const missing: Partial<Record<Scope, string>> = {
  write: 'This access token can only read. Use one with the scope WRITE.',
  integrations:
    'This access token cannot manage webhooks, calendar feeds and integrations, nor ask others for feedback. Use a session, or a token with the scope INTEGRATIONS.',
  session: 'This takes a session: sign in with your password or a sign-in link. No access token can do it.',
};

type Resolver = GraphQLFieldResolver<unknown, object>;

/**
 * Pothos' plugin for the scopes of fields. They are known when the schema is built, and depend on nothing but the credential: unlike
 * those of Pothos' own plugin, they keep nothing for a request. What it keeps by the context in a weak map is not freed with the
 * young objects, and the whole request with it.
 */
export class AuthScopesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolver: Resolver, config: PothosOutputFieldConfig<Types>): Resolver {
    return config.kind === 'Subscription' ? resolver : checked(resolver, this.requirementsOf(config));
  }

  /** Before anything is read, as with the other root types, and not with each event. */
  override wrapSubscribe(subscriber: Resolver, config: PothosOutputFieldConfig<Types>): Resolver {
    return checked(subscriber, this.requirementsOf(config));
  }

  /** The scopes of the type, unless the field passes them over, and those of the field. Of each, one suffices. */
  private requirementsOf({ parentType, pothosOptions }: PothosOutputFieldConfig<Types>): (readonly Scope[])[] {
    const { authScopes: ofType } = this.buildCache.getTypeConfig(parentType).pothosOptions as {
      authScopes?: AuthScopes;
    };
    const { authScopes: ofField, skipTypeScopes } = pothosOptions;
    return [skipTypeScopes ? undefined : ofType, ofField]
      .filter((required) => required !== undefined)
      .map((required) => Object.keys(required) as Scope[]);
  }
}

function checked(resolver: Resolver, requirements: readonly (readonly Scope[])[]): Resolver {
  if (requirements.length === 0) return resolver;
  return (parent, args, ctx, info) => {
    for (const required of requirements) requireOne(required, ctx as Context);
    return resolver(parent, args, ctx, info);
  };
}

function requireOne(required: readonly Scope[], ctx: Context): void {
  if (required.some((scope) => scopes[scope](ctx))) return;
  if (ctx.viewer === null) throw new UnauthenticatedError('Sign in first.');
  const [first] = required;
  throw new ForbiddenError(
    (first && missing[first]) ?? 'The session or token that you are signed in with may not do this.',
  );
}

/** The name that the plugin goes by in a builder's list. */
export const authScopesPlugin = 'authScopes';
SchemaBuilder.registerPlugin(authScopesPlugin, AuthScopesPlugin);
