import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import type { Builder } from '../../../graphql/types.ts';
import {
  InvalidCredentialsError,
  InvalidRecoveryCodeError,
  MailUnavailableError,
  TooManyPasswordsError,
} from '../../../platform/errors.ts';
import { cookieField, signedInFields } from '../sessions/sessions.schema.ts';
import { createRecoveryCodesInput, requestPasswordResetInput, resetPasswordInput } from './recovery.rules.ts';
import * as recovery from './recovery.service.ts';

/** Recovery: how to get back into an account whose password is lost. */
export function defineRecovery(builder: Builder): void {
  builder.queryFields((t) => ({
    recoveryCodeCount: t.int({
      description: 'The number of recovery codes that you have left.',
      resolve: (_root, _args, ctx) => recovery.countRecoveryCodes(ctx),
    }),
  }));

  builder.payloadMutation('createRecoveryCodes', {
    description: 'Creates ten recovery codes in place of earlier ones. Each can reset a lost password once.',
    authScopes: { session: true },
    rules: createRecoveryCodesInput,
    input: (t) => ({ password: t.string({ description: 'Your password. Required if there is one.' }) }),
    errors: [InvalidCredentialsError, TooManyPasswordsError],
    payload: (t: PayloadFields<{ codes: string[] }>) => ({
      codes: t.exposeStringList('codes', { description: 'The codes. They are shown only once: print them.' }),
    }),
    resolve: async (ctx, input) => ({ codes: await recovery.createRecoveryCodes(ctx, input) }),
  });
  builder.payloadMutation('requestPasswordReset', {
    description:
      'Has a code for `resetPassword` mailed to the address, if an account has it. The result does not tell whether one has.',
    skipTypeScopes: true,
    allowsRejected: true,
    rules: requestPasswordResetInput,
    input: (t) => ({ email: t.string({ required: true, description: 'The email address of the account.' }) }),
    errors: [MailUnavailableError],
    payload: (t: PayloadFields<{ expiresAt: Date }>) => ({
      expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'The time until which the code is valid.' }),
    }),
    resolve: async (ctx, input) => ({ expiresAt: await recovery.requestPasswordReset(ctx, input) }),
  });
  builder.payloadMutation('resetPassword', {
    description:
      'Sets a new password by a recovery code or a mailed code, ends all sessions of the account, and signs in.',
    skipTypeScopes: true,
    allowsRejected: true,
    rules: resetPasswordInput,
    input: (t) => ({
      email: t.string({ required: true, description: 'The email address of the account. Case does not matter.' }),
      code: t.string({
        required: true,
        description: 'A recovery code, or the code from the mail. Case, spaces and hyphens do not matter.',
      }),
      newPassword: t.string({ required: true, description: 'The new password.' }),
      ...cookieField(t),
    }),
    errors: [InvalidRecoveryCodeError, TooManyPasswordsError],
    payload: signedInFields,
    resolve: recovery.resetPassword,
  });
}
