import { z } from 'zod';
import type { CalendarEvent } from '../../../integrations/ics/calendar-event.ts';
import { maxCalendarBytes } from '../../../integrations/ics/components.ts';
import type { SkippedEvent } from '../../../integrations/ics/read-calendar.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import { grouped } from '../../../platform/text/english.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { asPeriod, date } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { truncate } from '../../../platform/validation/truncate.ts';
import { maxAttendees, resolveTimes } from '../meetings/meetings.rules.ts';

/** The maximum length of the range to import, in days: three years, enough to look back and ahead. */
const maxWindowDays = 3 * 366;
/** The default range, in days before and after today. */
const defaultDays = 365;

const controls = /[^\P{Cc}\t\n\r]/gu;
const withoutControls = (text: string) => text.toWellFormed().replaceAll(controls, '');

const dayOr = (days: number) =>
  date.nullish().transform((day) => day ?? currentCalendar().addDays(currentCalendar().today, days));

export const importMeetingsInput = asPeriod(
  z.object({
    // Control characters mean nothing in a calendar (RFC 5545, 3.1), and not every column can hold them.
    ics: describeRule(z.string({ error: 'must be a text' }).transform(withoutControls), {
      limits: `At most ${maxCalendarBytes / 1024 ** 2} MB.`,
    }),
    from: dayOr(-defaultDays),
    to: describeRule(dayOr(defaultDays), { limits: `At most ${grouped(maxWindowDays)} days in all.` }),
  }),
  maxWindowDays,
);

/** The maximum number of events that are named as skipped. */
export const maxSkipped = 100;

/** The longest UID that is kept as it is, in characters. An index of PostgreSQL takes no values of more than 2,704 bytes. */
const maxUid = 500;

/** A UID that can be looked up. RFC 5545 sets no limit: a longer one is replaced by its hash, which is the same each time. */
export const boundedUid = (uid: string): string => (uid.length <= maxUid ? uid : `sha256:${hashToken(uid)}`);

/** The fields of a meeting that a calendar determines. All others belong to the owner; an import leaves them alone. */
export type ImportedFields = Pick<
  Row<'meeting'>,
  | 'title'
  | 'startsAt'
  | 'endsAt'
  | 'startsOn'
  | 'endsOn'
  | 'timeZone'
  | 'place'
  | 'joinUrl'
  | 'status'
  | 'description'
  | 'isFree'
  | 'myResponse'
>;

/** The maximum lengths of the texts of a meeting, in characters. */
const limits = { title: 300, location: 500, description: 50_000 } as const;

const clean = (text: string, max: number) => truncate(withoutControls(text), max);
const toLine = (text: string, max: number) => clean(withoutControls(text).replaceAll(/\s+/g, ' ').trim(), max).trim();

/** The title of a meeting or a series. */
export const titleOf = ({ title }: { title: string }): string => toLine(title, limits.title) || 'Untitled';

/**
 * The fields of a meeting that is imported from an event. Texts are cut to the lengths that meetings allow; an event may last
 * longer than a meeting that is entered.
 * @param isOwn whether an email address is one of the owner's
 * @throws InvalidInputError if the event ends after the year 9999
 */
function importedFields(event: CalendarEvent, isOwn: (email: string) => boolean): ImportedFields {
  return {
    title: titleOf(event),
    ...resolveTimes(event, null, event.timeZone, Number.POSITIVE_INFINITY),
    place: toLine(event.location, limits.location),
    joinUrl: URL.canParse(event.joinUrl) ? event.joinUrl : null,
    status: event.status,
    description: clean(event.description, limits.description),
    isFree: event.isFree,
    myResponse: ownResponse(event, isOwn),
  };
}

/** Whether an event has days that meetings can have: those of the years 1 to 9999. */
const isInCalendar = ({ startsOn, endsOn, startsAt }: CalendarEvent) => {
  const days = startsAt ? [startsAt.toISOString()] : [startsOn ?? '', endsOn ?? ''];
  return days.every((day) => /^\d{4}-/.test(day) && day >= '0001');
};

/** The owner's own response: as an attendee, or else as the organizer, who comes. Null if they are neither. */
function ownResponse({ organizer, attendees }: Invitation, isOwn: (email: string) => boolean) {
  const own = attendees.find(({ email }) => isOwn(email));
  return own?.response ?? (organizer && isOwn(organizer.email) ? 'ACCEPTED' : null);
}

type Invitation = Pick<CalendarEvent, 'organizer' | 'attendees'>;

/** What the cutting of an event's texts and attendees leaves out, in words. */
export function cutParts(event: CalendarEvent): string[] {
  const texts = Object.entries(limits).filter(([name, max]) => event[name as keyof typeof limits].length > max);
  const parts = texts.map(([name, max]) => `its ${name} was cut to ${grouped(max)} characters`);
  if (event.attendees.length > maxAttendees) {
    parts.push(`${maxAttendees} of its ${grouped(event.attendees.length)} attendees were taken`);
  }
  return parts;
}

/** A person who takes part in a meeting. */
export type Participant = Pick<CalendarEvent['attendees'][number], 'name' | 'email' | 'response'> & {
  isOrganizer: boolean;
};

/**
 * The organizer and the attendees of an event as mentions of people, without the owner. At most 200: the organizer, then those who
 * have responded.
 */
export function participants({ organizer, attendees }: Invitation, isOwn: (email: string) => boolean): Participant[] {
  const others = attendees.map((one) => ({ ...one, isOrganizer: false }));
  const rank = ({ response }: Participant) => (response === 'NEEDS_ACTION' ? 1 : 0);
  const ranked = others.length > maxAttendees ? others.toSorted((a, b) => rank(a) - rank(b)) : others;
  // The organizer comes, unless they are an attendee with another response.
  const listed = organizer && others.find((one) => isSamePerson(one, organizer));
  const first: Participant[] = organizer
    ? [{ ...organizer, response: listed?.response ?? 'ACCEPTED', isOrganizer: true }]
    : [];
  return [...first, ...ranked.filter((one) => one !== listed)]
    .filter(({ email }) => !isOwn(email))
    .slice(0, maxAttendees)
    .map(({ name, email, ...rest }) => ({ ...rest, name: toLine(name, 200), email: toLine(email.toLowerCase(), 254) }))
    .filter(({ name, email }) => name !== '' || email !== '');
}

const isSamePerson = (a: { name: string; email: string }, b: { name: string; email: string }) =>
  a.email === '' && b.email === '' ? a.name === b.name : a.email.toLowerCase() === b.email.toLowerCase();

/*
 * What a calendar has changed since the last import. Only that is changed in a meeting: what its owner has changed meanwhile
 * stays until the calendar changes the same. For this, a meeting keeps fingerprints of what its calendar said last.
 */

/** What a fingerprint is made of, and the fields that it stands for. */
const fingerprinted = {
  title: ['title'],
  times: ['startsAt', 'endsAt', 'startsOn', 'endsOn', 'timeZone'],
  place: ['place'],
  joinUrl: ['joinUrl'],
  status: ['status'],
  description: ['description'],
  isFree: ['isFree'],
  myResponse: ['myResponse'],
} as const satisfies Record<string, readonly (keyof ImportedFields)[]>;

/** Fingerprints by name. Empty for a meeting that was imported before there were fingerprints. */
type Fingerprints = Readonly<Record<string, string>>;

const fingerprintOf = (value: unknown) => hashToken(JSON.stringify(value)).slice(0, 8);

const fieldFingerprints = (fields: ImportedFields): Fingerprints =>
  fingerprintsOfValues(
    Object.fromEntries(
      Object.entries(fingerprinted).map(([name, columns]) => [name, columns.map((column) => fields[column])]),
    ),
  );

/** The fingerprints of what a calendar says of a meeting. */
function fingerprintsOf(fields: ImportedFields, people: readonly Participant[]): Fingerprints {
  const attendees = people.map(({ name, email, response }) => [email || name, response].join()).sort();
  const organizer = people.find(({ isOrganizer }) => isOrganizer);
  return {
    ...fieldFingerprints(fields),
    attendees: fingerprintOf(attendees),
    organizer: fingerprintOf(organizer ? organizer.email || organizer.name : null),
  };
}

const fingerprintsOfValues = (values: Readonly<Record<string, unknown>>): Fingerprints =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fingerprintOf(value)]));

/** Fingerprints as their column has them. */
export const toFingerprintColumn = (fingerprints: Fingerprints): string =>
  Object.entries(fingerprints)
    .map((pair) => pair.join(':'))
    .join(' ');

export const fromFingerprintColumn = (text: string): Fingerprints =>
  Object.fromEntries(text.split(' ').map((pair) => pair.split(':') as [string, string]));

/** The fingerprints of a meeting after it was cancelled. It takes place again once its calendar says so. */
export const cancelledFingerprints = (text: string): string =>
  text === '' ? '' : toFingerprintColumn({ ...fromFingerprintColumn(text), status: fingerprintOf(['CANCELLED']) });

/** The names of the fingerprints that differ from those before. All, if there were none. */
export const changedFingerprints = (before: Fingerprints, after: Fingerprints): Set<string> =>
  new Set(Object.keys(after).filter((name) => before[name] !== after[name]));

/** Whether a meeting has what its calendar said last, so that its owner has changed none of that. */
export const isAsTold = (meeting: ImportedFields & Pick<Row<'meeting'>, 'icsFingerprints'>): boolean =>
  changedFingerprints(fromFingerprintColumn(meeting.icsFingerprints), fieldFingerprints(meeting)).size === 0;

/** The same for the title and the rule of a series. */
export const isSeriesAsTold = ({ title, rule, icsFingerprints }: Row<'meetingSeries'>): boolean =>
  changedFingerprints(fromFingerprintColumn(icsFingerprints), fingerprintsOfValues({ title, rule: rule ?? '' }))
    .size === 0;

/** The fields that belong to changed fingerprints. */
export function changedFields(fields: ImportedFields, changed: ReadonlySet<string>): Partial<ImportedFields> {
  const columns = Object.entries(fingerprinted).flatMap(([name, names]) => (changed.has(name) ? names : []));
  return Object.fromEntries(columns.map((column) => [column, fields[column]]));
}

/** The fingerprints of a series. */
export const seriesFingerprints = (main: { title: string; rule: string; schedule: string }): Fingerprints =>
  fingerprintsOfValues({ title: titleOf(main), rule: main.rule, schedule: main.schedule });

/** An event as an import names it when it is left out. */
export const skippedEvent = ({ uid, summary, line, reason }: SkippedEvent): SkippedEvent => ({
  uid: clean(uid, 500),
  summary: toLine(summary, 300),
  line,
  reason,
});

/** An event, and what its meeting is to be. */
export interface Draft {
  event: CalendarEvent;
  fields: ImportedFields;
  people: Participant[];
  fingerprints: Fingerprints;
}

/** What the meeting of an event is to be, or why the event cannot be a meeting. */
export function draftOf(event: CalendarEvent, isOwn: (email: string) => boolean): Draft | { reason: string } {
  if (!isInCalendar(event)) return { reason: 'It must be within the years 1 to 9999.' };
  try {
    const [fields, people] = [importedFields(event, isOwn), participants(event, isOwn)];
    return { event, fields, people, fingerprints: fingerprintsOf(fields, people) };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { reason: error.issues.map(({ path, message }) => `${path.at(-1)} ${message}.`).join(' ') };
  }
}
