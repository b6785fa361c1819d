import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import {
  chosenId,
  date,
  idsOf,
  integer,
  line,
  lineOrEmpty,
  optional,
  prose,
  requiring,
  target,
  webAddress,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { dateRule, exceptionDays, timeOfDay } from '../../tasks/recurrences/recurrences.rules.ts';

/** The maximum number of attendees, and of items of each kind, that each new meeting has. */
const max = { attendees: 50, items: 30 };

/** The longest meeting of a rule, in minutes: a day. */
const maxMinutes = 24 * 60;

/** How far back the first day of a rule can be, in days. */
export const maxDaysBack = 366;

/** An item of a meeting, in one line. */
export const itemTitle = line(1_000);

const items = describeRule(z.array(itemTitle).max(max.items, `must be at most ${max.items}`), {
  limits: `At most ${max.items}, each of at most 1,000 characters.`,
});

const fields = {
  title: line(300),
  description: prose(20_000),
  rule: dateRule.nullable(),
  startsOn: date,
  timeOfDay,
  durationMinutes: integer(1, maxMinutes),
  exceptions: exceptionDays,
  place: lineOrEmpty(500),
  joinUrl: webAddress.nullable(),
  agenda: items,
  preparation: items,
  attendeeIds: idsOf('Person', max.attendees),
};

export const createMeetingSeriesInput = z.object({
  id: chosenId('MeetingSeries').nullish(),
  ...requiring(fields, 'title'),
});

export const updateMeetingSeriesInput = z.object({ ...target('MeetingSeries'), ...optional(fields) });

const { startsOn: _itsFirstDay, ...changed } = fields;

export const splitMeetingSeriesInput = z.object({
  ...target('MeetingSeries'),
  from: date,
  ...optional({ ...changed, rule: dateRule }),
});

export const endMeetingSeriesInput = z.object({ ...target('MeetingSeries'), lastOn: date });

/** The many-to-many relations of a series, by the input fields that list their ids. */
export const seriesRelations = {
  attendeeIds: { model: 'meetingSeriesAttendee', row: 'meetingSeriesId', other: 'person', max: max.attendees },
} as const;

/** The rules of a series as it is stored. A rule that a calendar has is whatever that has written. */
export const meetingSeriesRecord = z
  .object({
    ...optional(fields),
    rule: z.string().nullish(),
    startsOn: date.nullish(),
    splitOn: date.nullish(),
    endsOn: date.nullish(),
    madeUntil: date.nullish(),
    timeOfDay: timeOfDay.nullish(),
    durationMinutes: fields.durationMinutes.nullish(),
  })
  .refine(
    (series) =>
      !series.startsOn ||
      (series.timeOfDay && series.durationMinutes && dateRule.safeParse(series.rule).data === series.rule),
    { path: ['rule'], message: 'must be a rule on dates, with a time of day and a duration' },
  );

/** The columns of a series that its meetings follow from. */
export type Schedule = Pick<
  Row<'meetingSeries'>,
  'rule' | 'startsOn' | 'splitOn' | 'endsOn' | 'timeOfDay' | 'durationMinutes' | 'exceptions'
>;

/** A schedule that makes meetings. */
export type Scheduled = Schedule & { rule: string; startsOn: string; timeOfDay: string; durationMinutes: number };

/** Whether a series makes meetings by a rule of its own. */
export const isScheduled = <S extends Schedule>(series: S): series is S & Scheduled =>
  series.rule !== null && series.startsOn !== null && series.timeOfDay !== null && series.durationMinutes !== null;

export const meetingSeriesFilter = defineFilter('MeetingSeries', {
  id: { kind: 'id', type: 'MeetingSeries', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  startsOn: { kind: 'date', nullable: true, description: 'The first day. Null if the series makes no meetings.' },
  endsOn: { kind: 'date', nullable: true, description: 'The last day by the rule. Null if it has no end.' },
  createdAt: { kind: 'instant', description: 'When the series was created.' },
  updatedAt: { kind: 'instant', description: 'When the series was last changed.' },
});

export const meetingSeriesOrder: OrderSpec = {
  name: 'MeetingSeries',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the series was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the series was last changed.' },
  },
};
