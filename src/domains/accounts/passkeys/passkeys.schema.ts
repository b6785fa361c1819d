import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import {
  ConflictError,
  InvalidCredentialsError,
  InvalidPasskeyError,
  NotFoundError,
  PasskeysUnavailableError,
  TooManyPasswordsError,
} from '../../../platform/errors.ts';
import { cookieField, signedInFields } from '../sessions/sessions.schema.ts';
import { visibleTo } from './passkeys.access.ts';
import {
  beginPasskeyRegistrationInput,
  deletePasskeyInput,
  registerPasskeyInput,
  renamePasskeyInput,
  signInWithPasskeyInput,
} from './passkeys.rules.ts';
import * as passkeys from './passkeys.service.ts';

/** The payload of the mutations that begin something with a passkey. */
const optionsField = (description: string) => (t: PayloadFields<{ readonly options: unknown }>) => ({
  options: t.field({ type: 'JSON', description, resolve: ({ options }) => options }),
});

/** Passkeys: WebAuthn credentials that sign in to an account. */
export function definePasskeys(builder: Builder): void {
  const Passkey = builder.prismaNode('Passkey', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      name: t.exposeString('name'),
      isBackedUp: t.exposeBoolean('isBackedUp'),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the passkey was added.' }),
      lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
    }),
  });

  builder.queryFields((t) => ({
    passkey: t.byId({ type: Passkey, resolve: passkeys.getPasskey }),
    passkeys: t.field({
      type: [Passkey],
      description: 'Your passkeys, the newest first. At most 20.',
      resolve: (_root, _args, ctx) => passkeys.listPasskeys(ctx),
    }),
  }));

  builder.payloadMutation('beginPasskeyRegistration', {
    description: 'Begins to add a passkey to your account, if it has fewer than 20.',
    authScopes: { session: true },
    rules: beginPasskeyRegistrationInput,
    input: (t) => ({ password: t.string({ description: 'Your password. Required if there is one.' }) }),
    errors: [ConflictError, InvalidCredentialsError, PasskeysUnavailableError, TooManyPasswordsError],
    payload: optionsField(
      'The options for `navigator.credentials.create`: a `PublicKeyCredentialCreationOptionsJSON` of WebAuthn. They are valid for ' +
        'five minutes, in this session.',
    ),
    resolve: passkeys.beginPasskeyRegistration,
  });
  builder.recordMutation('registerPasskey', {
    record: Passkey,
    description: 'Adds the passkey that your browser has created by the options of `beginPasskeyRegistration`.',
    authScopes: { session: true },
    rules: registerPasskeyInput,
    input: (t) => ({
      name: t.string({ required: true, description: 'A name by which you know the passkey.' }),
      response: t.field({
        type: 'JSON',
        required: true,
        description: 'The `RegistrationResponseJSON` of WebAuthn: what `toJSON()` of the created credential returns.',
      }),
    }),
    errors: [ConflictError, InvalidPasskeyError, PasskeysUnavailableError],
    isRecorded: false,
    resolve: passkeys.registerPasskey,
  });
  builder.payloadMutation('beginPasskeySignIn', {
    description: 'Begins to sign in with a passkey. The passkey says to which account.',
    skipTypeScopes: true,
    allowsRejected: true,
    errors: [PasskeysUnavailableError],
    payload: optionsField(
      'The options for `navigator.credentials.get`: a `PublicKeyCredentialRequestOptionsJSON` of WebAuthn. They are valid for five ' +
        'minutes.',
    ),
    resolve: passkeys.beginPasskeySignIn,
  });
  builder.payloadMutation('signInWithPasskey', {
    description:
      'Signs in with the response of a passkey to the options of `beginPasskeySignIn`, which work once. Opens a session.',
    skipTypeScopes: true,
    allowsRejected: true,
    rules: signInWithPasskeyInput,
    input: (t) => ({
      response: t.field({
        type: 'JSON',
        required: true,
        description: 'The `AuthenticationResponseJSON` of WebAuthn: what `toJSON()` of the credential returns.',
      }),
      ...cookieField(t),
    }),
    errors: [InvalidPasskeyError, PasskeysUnavailableError],
    payload: signedInFields,
    resolve: passkeys.signInWithPasskey,
  });
  builder.recordMutation('renamePasskey', {
    record: Passkey,
    description: 'Changes the name of a passkey.',
    authScopes: { session: true },
    rules: renamePasskeyInput,
    input: (t) => ({ name: t.string({ required: true, description: 'The new name.' }) }),
    errors: [NotFoundError],
    isRecorded: false,
    resolve: passkeys.renamePasskey,
  });
  builder.recordMutation('deletePasskey', {
    record: Passkey,
    description: 'Deletes a passkey. It signs in no longer; sessions that it has opened go on.',
    authScopes: { session: true },
    rules: deletePasskeyInput,
    errors: [NotFoundError],
    isRecorded: false,
    resolve: passkeys.deletePasskey,
  });
}
