import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import {
  ConflictError,
  InvalidCredentialsError,
  SignUpClosedError,
  TooManyPasswordsError,
} from '../../../platform/errors.ts';
import type { DayOfWeek } from '../../../platform/time/calendar.ts';
import { cookieField, signedInFields } from '../sessions/sessions.schema.ts';
import { visibleTo } from './accounts.access.ts';
import {
  changePasswordInput,
  deleteAccountInput,
  signUpInput,
  updateProfileInput,
  type WorkingHours,
  workingHoursInput,
  workingHoursOf,
} from './accounts.rules.ts';
import * as accounts from './accounts.service.ts';

/** Accounts: people who can sign in, and their settings. */
export function defineAccounts(builder: Builder): void {
  const DayOfWeekType = builder.modelEnum('DayOfWeek');
  const Hours = builder.objectRef<WorkingHours>('WorkingHours').implement({
    description: 'When you work on a day of the week, by your clock.',
    fields: (t) => ({
      weekday: t.expose('weekday', { type: DayOfWeekType, description: 'The day of the week.' }),
      startsAt: t.exposeString('startsAt', { description: 'The start, as `HH:MM`.' }),
      endsAt: t.exposeString('endsAt', { description: 'The end, as `HH:MM`.' }),
    }),
  });
  const HoursInput = builder.inputType('WorkingHoursInput', {
    description: 'When you work on a day of the week, by your clock.',
    rules: workingHoursInput,
    fields: (t) => ({
      weekday: t.field({ type: DayOfWeekType, required: true, description: 'The day of the week.' }),
      startsAt: t.string({ required: true, description: 'The start.' }),
      endsAt: t.string({ required: true, description: 'The end, on the same day.' }),
    }),
  });
  const Account = builder.prismaNode('Account', {
    ...nodeOf(visibleTo),
    interfaces: ['Owned'],
    fields: (t) => ({
      email: t.exposeString('email'),
      name: t.exposeString('name'),
      role: t.expose('role', { type: builder.modelEnum('AccountRole') }),
      timeZone: t.expose('timeZone', { type: 'TimeZone' }),
      dayStartsAt: t.exposeString('dayStartsAt'),
      weekStartsOn: t.expose('weekStartsOn', { type: DayOfWeekType }),
      workingDays: t.field({
        type: [DayOfWeekType],
        description: 'The days you work, from Monday on.',
        resolve: ({ workingDays }) => workingDays as DayOfWeek[],
      }),
      workingHours: t.field({
        type: [Hours],
        description: 'The hours of each of your working days, from Monday on.',
        resolve: workingHoursOf,
      }),
      emailAliases: t.stringList({
        description: 'Your other email addresses. In calendars that you import, they mean you.',
        resolve: ({ emailAliases }) => emailAliases as string[],
      }),
    }),
  });

  builder.queryFields((t) => ({
    viewer: t.field({
      type: Account,
      nullable: true,
      skipTypeScopes: true,
      description: 'The account that is signed in. Null if none is.',
      resolve: (_root, _args, ctx) => accounts.getViewer(ctx),
    }),
  }));

  builder.payloadMutation('signUp', {
    description: 'Creates an account and signs in to it, if the server accepts sign-ups.',
    skipTypeScopes: true,
    allowsRejected: true,
    rules: signUpInput,
    input: (t) => ({
      email: t.string({ required: true, description: 'The email address to sign in with. Case does not matter.' }),
      password: t.string({ required: true, description: 'The password.' }),
      name: t.string({ required: true, description: 'Your name.' }),
      timeZone: t.field({ type: 'TimeZone', description: 'Your time zone. Default: `UTC`.' }),
      ...cookieField(t),
    }),
    errors: [SignUpClosedError, TooManyPasswordsError],
    payload: signedInFields,
    resolve: accounts.signUp,
  });
  builder.recordMutation('updateProfile', {
    record: Account,
    description: 'Changes your name, email address and settings.',
    authScopes: { session: true },
    rules: updateProfileInput,
    input: (t) => ({
      name: t.string({ description: 'Your name.' }),
      email: t.string({
        description: 'The email address to sign in with, unique on the server. Case does not matter.',
      }),
      timeZone: t.field({ type: 'TimeZone', description: 'Your time zone.' }),
      dayStartsAt: t.string({ description: 'The time of day at which your day starts.' }),
      weekStartsOn: t.field({ type: DayOfWeekType, description: 'The first day of your week.' }),
      workingDays: t.field({ type: [DayOfWeekType], description: 'The days you work.' }),
      workingHours: t.field({
        type: [HoursInput],
        description:
          'The hours of all days on which you do not work from 09:00 to 17:00. Those of days you do not work count once you do.',
      }),
      emailAliases: t.stringList({ description: 'All your other email addresses, by which calendars may know you.' }),
    }),
    errors: [ConflictError],
    changeSetNote: 'It cannot be undone: send the former values instead.',
    resolve: accounts.updateProfile,
  });
  builder.payloadMutation('changePassword', {
    description: 'Sets your password and ends your other sessions.',
    authScopes: { session: true },
    rules: changePasswordInput,
    input: (t) => ({
      currentPassword: t.string({ description: 'The current password. Required if there is one.' }),
      newPassword: t.string({ required: true, description: 'The new password.' }),
    }),
    errors: [InvalidCredentialsError, TooManyPasswordsError],
    payload: (t) => ({
      account: t.field({ type: Account, description: 'The account.', resolve: ({ account }) => account }),
      endedSessionCount: t.exposeInt('endedSessionCount', {
        description: 'The number of other sessions that were ended.',
      }),
    }),
    resolve: accounts.changePassword,
  });
  builder.payloadMutation('deleteAccount', {
    description: 'Permanently deletes your account and everything you own.',
    authScopes: { session: true },
    rules: deleteAccountInput,
    input: (t) => ({
      email: t.string({ required: true, description: 'The email address of your account, to confirm.' }),
      password: t.string({ description: 'Your password. Required if there is one.' }),
    }),
    errors: [InvalidCredentialsError, TooManyPasswordsError],
    payload: (t: PayloadFields<{ accountId: string }>) => ({
      deletedAccountId: t.id({
        description: 'The id of the deleted account.',
        resolve: ({ accountId }) => toGlobalId('Account', accountId),
      }),
    }),
    resolve: async (ctx, input) => ({ accountId: await accounts.deleteAccount(ctx, input) }),
  });
}
