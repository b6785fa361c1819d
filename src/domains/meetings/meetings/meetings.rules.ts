import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { isTimeZone } from '../../../platform/time/calendar.ts';
import { limitInstant } from '../../../platform/time/range.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  chosenId,
  date,
  idOf,
  idsOf,
  instant,
  line,
  lineOrEmpty,
  optional,
  prose,
  requiring,
  target,
  webAddress,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { emailAddress, personFilter } from '../../people/people/people.rules.ts';
import { meetingSeriesFilter } from '../series/series.rules.ts';

/** The maximum number of attendees of a meeting. */
export const maxAttendees = 200;
/** The maximum duration of a meeting that is entered, in days. Calendars have longer ones, such as a parental leave. */
const maxDays = 31;

export const meetingAttendeeInput = z
  .object({
    personId: idOf('Person').nullish(),
    name: line(200).nullish(),
    email: emailAddress.nullish(),
    response: enumOf('MeetingAttendeeResponse').nullish(),
  })
  .refine(({ personId, name, email }) => personId || name || email, {
    message: 'must have a person, a name or an email address',
    when: () => true,
  });

/** An attendee as a client gives them: one of the viewer's people, or anybody by name and address. */
export type GivenAttendee = z.output<typeof meetingAttendeeInput>;

const fields = {
  title: line(300),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  startsOn: date.nullable(),
  endsOn: date.nullable(),
  timeZone: z.string({ error: 'must be a time zone' }).refine(isTimeZone, 'must be a time zone such as Europe/Berlin'),
  place: lineOrEmpty(500),
  joinUrl: webAddress.nullable(),
  status: enumOf('MeetingStatus'),
  description: prose(50_000),
  notes: prose(100_000),
  seriesId: idOf('MeetingSeries').nullable(),
  organizerId: idOf('Person').nullable(),
  attendees: describeRule(z.array(meetingAttendeeInput).max(maxAttendees, `must be at most ${maxAttendees}`), {
    limits: `At most ${maxAttendees}, each person once.`,
  }),
  labelIds: idsOf('Label', maxLabels),
  myResponse: enumOf('MeetingAttendeeResponse').nullable(),
  isFree: z.boolean({ error: 'must be true or false' }),
};

export const createMeetingInput = z.object({ id: chosenId('Meeting').nullish(), ...requiring(fields, 'title') });

export const updateMeetingInput = z.object({ ...target('Meeting'), ...optional(fields) });

/** The rules of a meeting as it is stored. Calendars write the link to join it as they like. */
export const meetingRecord = updateMeetingInput
  .extend({
    occursOn: date.nullish(),
    joinUrl: lineOrEmpty(2_000)
      .refine((text) => URL.canParse(text), 'must be a web address')
      .nullish(),
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt <= endsAt, {
    path: ['endsAt'],
    message: 'must not be before startsAt',
  })
  .refine(({ startsOn, endsOn }) => (startsOn && endsOn ? startsOn <= endsOn : !startsOn && !endsOn), {
    path: ['endsOn'],
    message: 'must be given with startsOn, and not be before it',
  });

/** The times of a meeting as an input gives them: `startsAt` and `endsAt`, or the days of an all-day meeting. */
interface GivenTimes {
  startsAt?: Date | null | undefined;
  endsAt?: Date | null | undefined;
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
  timeZone?: string | undefined;
}

/** The times of a meeting as they are stored. */
type MeetingTimes = Pick<Row<'meeting'>, 'startsAt' | 'endsAt' | 'startsOn' | 'endsOn' | 'timeZone'>;

function reject(field: keyof GivenTimes, message: string): never {
  throw new InvalidInputError([{ path: ['input', field], message }]);
}

/**
 * The times of a meeting, from those given and those it had before. All-day meetings start at midnight in their time zone,
 * so every meeting has a start and an end to sort by.
 * @param before null for a new meeting
 * @param timeZone the zone of a new meeting that is given none
 * @param max the longest duration, in days
 * @throws InvalidInputError if a start or an end is missing, or the meeting ends before it starts or lasts too long
 */
export function resolveTimes(
  given: GivenTimes,
  before: MeetingTimes | null,
  timeZone: string,
  max = maxDays,
): MeetingTimes {
  const zone = given.timeZone ?? before?.timeZone ?? timeZone;
  const isAllDay = given.startsOn ? true : given.startsAt ? false : (before?.startsOn ?? null) !== null;
  if (given.startsOn && given.startsAt) reject('startsAt', 'must not be given together with startsOn');
  return isAllDay ? resolveAllDay(given, before, zone, max) : resolveTimed(given, before, zone, max);
}

function resolveAllDay(given: GivenTimes, before: MeetingTimes | null, timeZone: string, max: number): MeetingTimes {
  const startsOn = given.startsOn ?? before?.startsOn;
  if (!startsOn) reject('startsOn', 'must be given');
  if (given.endsAt) reject('endsAt', 'must not be given together with startsOn');
  const endsOn = given.endsOn ?? (given.startsOn ? startsOn : (before?.endsOn ?? startsOn));
  if (endsOn < startsOn) reject('endsOn', 'must not be before startsOn');
  const [first, last] = [Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn)];
  if (first.until(last, { largestUnit: 'days' }).days >= max) reject('endsOn', `must be within ${max} days`);
  return {
    startsOn,
    endsOn,
    startsAt: midnight(first, timeZone),
    endsAt: midnight(last.add({ days: 1 }), timeZone),
    timeZone,
  };
}

const midnight = (day: Temporal.PlainDate, timeZone: string) =>
  limitInstant(day.toZonedDateTime(timeZone).epochMilliseconds);

function resolveTimed(given: GivenTimes, before: MeetingTimes | null, timeZone: string, max: number): MeetingTimes {
  const startsAt = given.startsAt ?? before?.startsAt;
  if (!startsAt) reject('startsAt', 'must be given, or startsOn');
  if (given.endsOn) reject('endsOn', 'must not be given together with startsAt');
  // A meeting that is moved keeps its duration.
  const duration = before?.startsOn === null ? before.endsAt.getTime() - before.startsAt.getTime() : null;
  const endsAt = given.endsAt ?? (duration === null ? null : new Date(startsAt.getTime() + duration));
  if (!endsAt) reject('endsAt', 'must be given');
  if (endsAt > limitInstant(endsAt.getTime()))
    reject('startsAt', 'must leave the end of the meeting before the year 10000');
  if (endsAt < startsAt) reject('endsAt', 'must not be before startsAt');
  if (endsAt.getTime() - startsAt.getTime() > max * 86_400_000) reject('endsAt', `must be within ${max} days`);
  return { startsAt, endsAt, startsOn: null, endsOn: null, timeZone };
}

export const meetingFilter = defineFilter('Meeting', {
  id: { kind: 'id', type: 'Meeting', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  startsAt: { kind: 'instant', description: 'The start.' },
  endsAt: { kind: 'instant', description: 'The end.' },
  startsOn: { kind: 'date', nullable: true, description: 'The first day of an all-day meeting.' },
  status: { kind: 'enum', name: 'MeetingStatus', description: 'The status.' },
  place: { kind: 'text', description: 'The place.' },
  seriesId: { kind: 'id', type: 'MeetingSeries', nullable: true, description: 'The id of the series.' },
  series: {
    kind: 'one',
    filter: () => meetingSeriesFilter,
    among: active('meetingSeries'),
    description: 'The series of the meeting.',
  },
  organizerId: { kind: 'id', type: 'Person', nullable: true, description: 'The id of the organizer.' },
  organizer: { kind: 'one', filter: () => personFilter, among: {}, description: 'The organizer.' },
  myResponse: {
    kind: 'enum',
    name: 'MeetingAttendeeResponse',
    nullable: true,
    description: 'Your own response to the invitation.',
  },
  isFree: { kind: 'boolean', description: 'Whether the meeting leaves your time free.' },
  createdAt: { kind: 'instant', description: 'When the meeting was created.' },
  updatedAt: { kind: 'instant', description: 'When the meeting was last changed.' },
  labels: {
    kind: 'some',
    path: ['meetingLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'The labels.',
  },
  attendees: {
    kind: 'some',
    path: ['meetingAttendees', 'person'],
    filter: () => personFilter,
    among: {},
    description: 'The attendees.',
  },
});

export const meetingOrder: OrderSpec = {
  name: 'Meeting',
  fields: {
    STARTS_AT: { column: 'startsAt', description: 'The start.' },
    ENDS_AT: { column: 'endsAt', description: 'The end.' },
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the meeting was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the meeting was last changed.' },
  },
};
