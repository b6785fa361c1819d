import { z } from 'zod';
import { daysOfWeek, isTimeZone } from '../../../platform/time/calendar.ts';
import { line } from '../../../platform/validation/input-rules.ts';

/** What an account starts with. */
export const newAccountSettings = {
  dayStartsAt: '04:00',
  weekStartsOn: 'MONDAY',
  workingDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
} as const;

/** An e-mail address; at most 254 characters (RFC 5321). */
export const email = z
  .string()
  .trim()
  .max(254, 'must have at most 254 characters')
  .pipe(z.email('must be an e-mail address'));

/**
 * A new password: 12 to 256 characters, of any kind (NIST SP 800-63B asks for length, not for kinds of characters). The
 * upper bound keeps hashing cheap.
 */
export const newPassword = z
  .string()
  .min(12, 'must have at least 12 characters')
  .max(256, 'must have at most 256 characters')
  .refine((text) => new Set(text).size >= 5, 'must have at least 5 different characters');

/** A password to be checked: any text that could ever have been one. */
export const givenPassword = z.string().max(256, 'must have at most 256 characters');

export const timeZone = z.string().max(64).refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin');

/** A day can start as late as 11:59; later than that, "today" would be mostly tomorrow. */
const dayStartsAt = z.string().regex(/^(0\d|1[01]):[0-5]\d$/, 'must be a time from 00:00 to 11:59');
const dayOfWeek = z.enum(daysOfWeek);

export const signUpInput = z.object({
  email,
  password: newPassword,
  name: line(100),
  timeZone: timeZone.nullish().transform((zone) => zone ?? 'UTC'),
});

export const profileInput = z.object({
  name: line(100).optional(),
  email: email.optional(),
  timeZone: timeZone.optional(),
  dayStartsAt: dayStartsAt.optional(),
  weekStartsOn: dayOfWeek.optional(),
  workingDays: z
    .array(dayOfWeek)
    .transform((days) => daysOfWeek.filter((day) => days.includes(day)))
    .optional(),
  ifVersion: z.int().nullish(),
});

export const changePasswordInput = z.object({ currentPassword: givenPassword.nullish(), newPassword });

export const deleteAccountInput = z.object({ email: z.string(), password: givenPassword.nullish() });
