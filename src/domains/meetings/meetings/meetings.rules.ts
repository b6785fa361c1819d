import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Calendar, isTimeZone } from '../../../platform/time/calendar.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import {
  chosenId,
  date,
  idOf,
  idsOf,
  instant,
  line,
  optional,
  prose,
  target,
  webAddress,
} from '../../../platform/validation/input-rules.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { emailAddress, personFilter } from '../../people/people/people.rules.ts';

export const meetingStatuses = ['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const;
export const responses = ['NEEDS_ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;

/** A meeting has at most this many attendees: beyond, it is a broadcast. */
export const maxAttendees = 200;
/** A meeting lasts at most this many days. */
export const maxDays = 31;

const who = {
  personId: idOf('Person').nullish(),
  name: line(200).nullish(),
  email: emailAddress.nullish(),
};
const attendee = z
  .object({ ...who, response: z.enum(responses).nullish() })
  .refine(({ personId, name, email }) => personId || name || email, {
    message: 'must have a person, a name or an e-mail address',
    when: () => true,
  });

/** An attendee as a client names them: one of the viewer's people, or somebody by name and address. */
export type SaidAttendee = z.output<typeof attendee>;

const fields = (calendar: Calendar) => ({
  title: line(300),
  startsAt: instant(calendar).nullable(),
  endsAt: instant(calendar).nullable(),
  startsOn: date(calendar).nullable(),
  endsOn: date(calendar).nullable(),
  timeZone: z.string({ error: 'must be a time zone' }).refine(isTimeZone, 'must be a time zone such as Europe/Berlin'),
  place: line(500).or(z.literal('')),
  joinUrl: webAddress.nullable(),
  status: z.enum(meetingStatuses),
  description: prose(50_000),
  notes: prose(100_000),
  seriesId: idOf('MeetingSeries').nullable(),
  organizerId: idOf('Person').nullable(),
  attendees: z.array(attendee).max(maxAttendees, `must be at most ${maxAttendees}`),
  labelIds: idsOf('Label', maxLabels),
});

export const createMeetingInput = (calendar: Calendar) => {
  const { title, ...rest } = fields(calendar);
  return z.object({ id: chosenId('Meeting').nullish(), title, ...optional(rest) });
};

export const updateMeetingInput = (calendar: Calendar) =>
  z.object({ ...target('Meeting'), ...optional(fields(calendar)) });

/** When a meeting is, as a client says it: by the clock, or by whole days. */
export interface Said {
  startsAt?: Date | null | undefined;
  endsAt?: Date | null | undefined;
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
  timeZone?: string | undefined;
}
export type When = Pick<Row<'meeting'>, 'startsAt' | 'endsAt' | 'startsOn' | 'endsOn' | 'timeZone'>;

function refuse(field: keyof Said, message: string): never {
  throw new InvalidInputError([{ path: ['input', field], message }]);
}

const startOf = (day: string, timeZone: string) =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
const nextDay = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/**
 * When a meeting is, from what is said about it and what it was before. Whole days start at midnight in its time zone, so
 * that every meeting has a start and an end to sort by.
 * @throws InvalidInputError when a start or an end is missing, or it ends before it starts, or is too long
 */
export function afterUndo(said: Said, before: When | null, timeZone: string): When {
  const zone = said.timeZone ?? before?.timeZone ?? timeZone;
  const byDays = said.startsOn ? true : said.startsAt ? false : (before?.startsOn ?? null) !== null;
  if (said.startsOn && said.startsAt) refuse('startsAt', 'must not be given together with startsOn');
  return byDays ? settleDays(said, before, zone) : settleTimes(said, before, zone);
}

function settleDays(said: Said, before: When | null, timeZone: string): When {
  const startsOn = said.startsOn ?? before?.startsOn;
  if (!startsOn) refuse('startsOn', 'must be given');
  if (said.endsAt) refuse('endsAt', 'must not be given together with startsOn');
  const endsOn = said.endsOn ?? (said.startsOn ? startsOn : (before?.endsOn ?? startsOn));
  if (endsOn < startsOn) refuse('endsOn', 'must not be before startsOn');
  const { days } = Temporal.PlainDate.from(startsOn).until(endsOn, { largestUnit: 'days' });
  if (days >= maxDays) refuse('endsOn', `must be within ${maxDays} days`);
  return {
    startsOn,
    endsOn,
    startsAt: startOf(startsOn, timeZone),
    endsAt: startOf(nextDay(endsOn), timeZone),
    timeZone,
  };
}

function settleTimes(said: Said, before: When | null, timeZone: string): When {
  const startsAt = said.startsAt ?? before?.startsAt;
  if (!startsAt) refuse('startsAt', 'must be given, or startsOn');
  if (said.endsOn) refuse('endsOn', 'must not be given together with startsAt');
  // One that is only moved stays as long as it was.
  const length = before?.startsOn === null ? before.endsAt.getTime() - before.startsAt.getTime() : null;
  const endsAt = said.endsAt ?? (length === null ? null : new Date(startsAt.getTime() + length));
  if (!endsAt) refuse('endsAt', 'must be given');
  if (endsAt < startsAt) refuse('endsAt', 'must not be before startsAt');
  if (endsAt.getTime() - startsAt.getTime() > maxDays * 86_400_000) refuse('endsAt', `must be within ${maxDays} days`);
  return { startsAt, endsAt, startsOn: null, endsOn: null, timeZone };
}

export const meetingFilter = defineFilter('Meeting', {
  id: { kind: 'id', type: 'Meeting', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  startsAt: { kind: 'instant', description: 'By when it starts.' },
  endsAt: { kind: 'instant', description: 'By when it ends.' },
  startsOn: { kind: 'date', nullable: true, description: 'By its first day, when it takes whole days.' },
  status: { kind: 'enum', name: 'MeetingStatus', description: 'By status.' },
  place: { kind: 'text', description: 'By where it is held.' },
  seriesId: { kind: 'id', type: 'MeetingSeries', nullable: true, description: 'By its series.' },
  organizerId: { kind: 'id', type: 'Person', nullable: true, description: 'By who called it.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
  labels: {
    kind: 'some',
    path: ['meetingLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'By its labels.',
  },
  attendees: {
    kind: 'some',
    path: ['meetingAttendees', 'person'],
    filter: () => personFilter,
    among: {},
    description: 'By those who are asked to it.',
  },
});

export const meetingOrder: OrderSpec = {
  name: 'Meeting',
  fields: {
    STARTS_AT: { column: 'startsAt', description: 'By when it starts.' },
    ENDS_AT: { column: 'endsAt', description: 'By when it ends.' },
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
