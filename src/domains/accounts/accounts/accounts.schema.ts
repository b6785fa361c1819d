import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/ids.ts';
import { ConflictError, InvalidCredentialsError } from '../../../platform/errors.ts';
import type { DayOfWeek } from '../../../platform/time/calendar.ts';
import { visibleTo } from './accounts.access.ts';
import * as accounts from './accounts.service.ts';

/** Accounts: who somebody is, and the settings that decide what "today" means for them. */
export function defineAccounts(builder: Builder, shared: Shared): void {
  const day = (description: string) => ({ description });
  const DayOfWeekType = builder.enumType('DayOfWeek', {
    description: 'A day of the week.',
    values: {
      MONDAY: day('Monday.'),
      TUESDAY: day('Tuesday.'),
      WEDNESDAY: day('Wednesday.'),
      THURSDAY: day('Thursday.'),
      FRIDAY: day('Friday.'),
      SATURDAY: day('Saturday.'),
      SUNDAY: day('Sunday.'),
    } satisfies Record<DayOfWeek, object>,
  });
  const AccountRole = builder.enumType('AccountRole', {
    description: 'What an account is to this server.',
    values: {
      OWNER: { description: 'Made by the server on its first start, and who the sign-in link signs in.' },
      MEMBER: { description: 'Signed up later.' },
    },
  });
  const Account = builder.prismaNode('Account', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned],
    fields: (t) => ({
      email: t.exposeString('email'),
      name: t.exposeString('name'),
      role: t.expose('role', { type: AccountRole, description: 'What the account is to this server.' }),
      timeZone: t.expose('timeZone', { type: 'TimeZone' }),
      dayStartsAt: t.exposeString('dayStartsAt'),
      weekStartsOn: t.expose('weekStartsOn', { type: DayOfWeekType }),
      workingDays: t.field({
        type: [DayOfWeekType],
        description: 'The days this person works, Monday first.',
        resolve: ({ workingDays }) => workingDays as DayOfWeek[],
      }),
    }),
  });

  builder.queryFields((t) => ({
    viewer: t.field({
      type: Account,
      nullable: true,
      skipTypeScopes: true,
      description: 'Who is signed in; null when nobody is.',
      resolve: (_root, _args, ctx) => accounts.getViewer(ctx),
    }),
  }));

  const UpdateProfileInput = builder.inputType('UpdateProfileInput', {
    description: 'Changes to your account; what is left out stays as it is.',
    fields: (t) => ({
      ifVersion: t.int(shared.ifVersion),
      name: t.string({ description: 'What to call you.' }),
      email: t.string({ description: 'The address to sign in with.' }),
      timeZone: t.field({ type: 'TimeZone', description: 'Where you are.' }),
      dayStartsAt: t.string({ description: 'The time of day, 00:00 to 11:59, at which your day starts.' }),
      weekStartsOn: t.field({ type: DayOfWeekType, description: 'The first day of your week.' }),
      workingDays: t.field({ type: [DayOfWeekType], description: 'The days you work.' }),
    }),
  });
  const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
    description: 'A new password.',
    fields: (t) => ({
      currentPassword: t.string({ description: 'The current one, where there is one.' }),
      newPassword: t.string({ required: true, description: 'The new one, of 12 to 256 characters.' }),
    }),
  });
  const DeleteAccountInput = builder.inputType('DeleteAccountInput', {
    description: 'The account to delete: your own, named so that it does not happen by accident.',
    fields: (t) => ({
      email: t.string({ required: true, description: 'Its e-mail address.' }),
      password: t.string({ description: 'Its password, where there is one.' }),
    }),
  });
  const DeletedAccount = builder.objectRef<{ id: string }>('DeletedAccount').implement({
    description: 'An account that is gone, with everything that was its own.',
    fields: (t) => ({
      deletedId: t.id({ description: 'The id that it had.', resolve: ({ id }) => toGlobalId('Account', id) }),
    }),
  });

  builder.mutationFields((t) => ({
    updateProfile: t.field({
      type: Account,
      authScopes: { session: true },
      description: 'Changes your name, address and settings. Takes a session, not an access token.',
      errors: { types: [ConflictError] },
      args: { input: t.arg({ type: UpdateProfileInput, required: true, description: 'The changes.' }) },
      resolve: (_root, { input }, ctx) => accounts.updateProfile(ctx, input),
    }),
    changePassword: t.field({
      type: Account,
      authScopes: { session: true },
      description: 'Sets your password and ends your other sessions. Takes a session, not an access token.',
      errors: { types: [InvalidCredentialsError] },
      args: { input: t.arg({ type: ChangePasswordInput, required: true, description: 'The passwords.' }) },
      resolve: (_root, { input }, ctx) => accounts.changePassword(ctx, input),
    }),
    deleteAccount: t.field({
      type: DeletedAccount,
      authScopes: { session: true },
      description: 'Deletes your account and everything you own, for good. Takes a session, not an access token.',
      errors: { types: [InvalidCredentialsError] },
      args: { input: t.arg({ type: DeleteAccountInput, required: true, description: 'The account.' }) },
      resolve: async (_root, { input }, ctx) => ({ id: await accounts.deleteAccount(ctx, input) }),
    }),
  }));
}
