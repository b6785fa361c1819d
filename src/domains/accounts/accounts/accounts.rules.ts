import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { type DayOfWeek, daysOfWeek, isTimeZone } from '../../../platform/time/calendar.ts';
import { ifVersion, line } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { asCookie, givenPassword } from '../sessions/sessions.rules.ts';

/** The settings of a new account. */
export const newAccountSettings = {
  emailAliases: [],
  workingHours: [],
  dayStartsAt: '04:00',
  weekStartsOn: 'MONDAY',
  workingDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
} as const;

/** How many accounts one address may create in an hour. */
export const signUpLimit = { name: 'sign-up', points: 10, seconds: 3600 };
/** How many passwords an account may try in a minute while it is signed in. */
export const passwordLimit = { name: 'password', points: 10, seconds: 60 };

/** An email address of at most 254 characters (RFC 5321). */
export const email = describeRule(
  z.string().trim().max(254, 'must have at most 254 characters').pipe(z.email('must be an email address')),
  { limits: 'At most 254 characters.' },
);

/**
 * A new password. NIST SP 800-63B requires length, not kinds of characters. The upper limit keeps hashing cheap.
 */
export const newPassword = describeRule(
  z
    .string()
    .min(12, 'must have at least 12 characters')
    .max(256, 'must have at most 256 characters')
    .refine((text) => new Set(text).size >= 5, 'must have at least 5 different characters'),
  { limits: '12 to 256 characters, at least 5 of them different.' },
);

const timeZone = z.string().max(64).refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin');

/** If a day started later than 11:59, most of it would belong to the next date. */
const dayStartsAt = describeRule(z.string().regex(/^(0\d|1[01]):[0-5]\d$/, 'must be a time from 00:00 to 11:59'), {
  limits: '`HH:MM`, 00:00 to 11:59.',
});
const dayOfWeek = z.enum(daysOfWeek);

const timeOfDay = describeRule(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time from 00:00 to 23:59'), {
  limits: '`HH:MM`, 00:00 to 23:59.',
});

/** When somebody works on a day of the week, by the clock. */
export interface WorkingHours {
  readonly weekday: DayOfWeek;
  readonly startsAt: string;
  readonly endsAt: string;
}

export const workingHoursInput = z
  .object({ weekday: dayOfWeek, startsAt: timeOfDay, endsAt: timeOfDay })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], message: 'must be after startsAt' });

/** The hours of a working day for which none are given. */
const usualHours = { startsAt: '09:00', endsAt: '17:00' };

/** The working hours of each working day of an account, from Monday on. */
export function workingHoursOf({
  workingDays,
  workingHours,
}: Pick<Row<'account'>, 'workingDays' | 'workingHours'>): WorkingHours[] {
  const given = workingHours as unknown as WorkingHours[];
  return (workingDays as DayOfWeek[]).map(
    (weekday) => given.find((hours) => hours.weekday === weekday) ?? { weekday, ...usualHours },
  );
}

/** The maximum number of further email addresses of an account. */
const maxAliases = 20;

/** Tells whether an email address is one of an account's own, regardless of case. */
export function ownAddresses({ email: main, emailAliases }: Pick<Row<'account'>, 'email' | 'emailAliases'>) {
  const own = new Set([main, ...(emailAliases as string[])].map(caseFold));
  return (address: string): boolean => own.has(caseFold(address.trim()));
}

export const signUpInput = z.object({
  email,
  password: newPassword,
  name: line(100),
  timeZone: timeZone.nullish().transform((zone) => zone ?? 'UTC'),
  cookie: asCookie,
});

export const updateProfileInput = z.object({
  name: line(100).optional(),
  email: email.optional(),
  timeZone: timeZone.optional(),
  dayStartsAt: dayStartsAt.optional(),
  weekStartsOn: dayOfWeek.optional(),
  workingDays: z
    .array(dayOfWeek)
    .transform((days) => daysOfWeek.filter((day) => days.includes(day)))
    .optional(),
  workingHours: describeRule(
    z
      .array(workingHoursInput)
      .refine((all) => new Set(all.map(({ weekday }) => weekday)).size === all.length, 'must not name a day twice')
      .transform((all) => all.toSorted((a, b) => daysOfWeek.indexOf(a.weekday) - daysOfWeek.indexOf(b.weekday))),
    { limits: 'Each day of the week once.' },
  ).optional(),
  emailAliases: describeRule(z.array(email).max(maxAliases, `must be at most ${maxAliases}`), {
    limits: `At most ${maxAliases}.`,
  }).optional(),
  ifVersion: ifVersion(),
});

export const changePasswordInput = z.object({ currentPassword: givenPassword.nullish(), newPassword });

export const deleteAccountInput = z.object({ email: z.string(), password: givenPassword.nullish() });
