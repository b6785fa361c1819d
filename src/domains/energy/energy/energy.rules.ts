import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import {
  chosenId,
  idOf,
  idsOf,
  instant,
  integer,
  optional,
  prose,
  target,
} from '../../../platform/validation/input-rules.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';

/** Every rating is on a scale from 1 to 5, coarse enough to answer in a second. */
const rating = integer(1, 5);
export const moments = ['BEFORE', 'DURING', 'AFTER'] as const;

const fields = (calendar: Calendar) => ({
  at: instant(calendar),
  energy: rating,
  mood: rating.nullable(),
  focus: rating.nullable(),
  stress: rating.nullable(),
  engagement: rating.nullable(),
  notes: prose(2_000),
  moment: z.enum(moments).nullable(),
  taskId: idOf('Task').nullable(),
  meetingId: idOf('Meeting').nullable(),
  personId: idOf('Person').nullable(),
  labelIds: idsOf('Label', maxLabels),
});

export const createEnergyEntryInput = (calendar: Calendar) => {
  const { energy, ...rest } = fields(calendar);
  return z.object({
    id: chosenId('EnergyEntry').nullish(),
    energy,
    ...optional(rest),
    at: rest.at.nullish().transform((at) => at ?? calendar.now),
  });
};

export const updateEnergyEntryInput = (calendar: Calendar) =>
  z.object({ ...optional(fields(calendar)), ...target('EnergyEntry') });

export const energyFilter = defineFilter('EnergyEntry', {
  id: { kind: 'id', type: 'EnergyEntry', description: 'By id.' },
  at: { kind: 'instant', description: 'By the moment it describes.' },
  energy: { kind: 'integer', description: 'By energy.' },
  mood: { kind: 'integer', nullable: true, description: 'By mood.' },
  focus: { kind: 'integer', nullable: true, description: 'By focus.' },
  stress: { kind: 'integer', nullable: true, description: 'By stress.' },
  engagement: { kind: 'integer', nullable: true, description: 'By engagement.' },
  notes: { kind: 'text', description: 'By notes.' },
  moment: {
    kind: 'enum',
    name: 'EnergyMoment',
    nullable: true,
    description: 'By whether it was before, during or after.',
  },
  taskId: { kind: 'id', type: 'Task', nullable: true, description: 'By the task it is about.' },
  meetingId: { kind: 'id', type: 'Meeting', nullable: true, description: 'By the meeting it is about.' },
  personId: { kind: 'id', type: 'Person', nullable: true, description: 'By the person it is about.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
  labels: {
    kind: 'some',
    path: ['energyEntryLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'By its labels.',
  },
});

export const energyOrder: OrderSpec = {
  name: 'EnergyEntry',
  fields: {
    AT: { column: 'at', description: 'By the moment it describes.' },
    ENERGY: { column: 'energy', description: 'By energy.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};

export const ratings = ['energy', 'mood', 'focus', 'stress', 'engagement'] as const;
export type Rating = (typeof ratings)[number];
export const buckets = ['HOUR', 'DAY', 'WEEK'] as const;
export type Bucket = (typeof buckets)[number];

/** A series covers at most this many days, so that it stays a picture and not an export. */
export const maxSeriesDays = 366;

type Sample = Pick<Row<'energyEntry'>, 'at' | Rating>;

/** What was noted of one rating: how often, and its arithmetic mean, least and most. */
export interface Summary {
  count: number;
  mean: number;
  min: number;
  max: number;
}

/** One step of a series: a stretch of time with what was noted in it; a rating never noted there is null. */
export type SeriesPoint = { start: Date; end: Date; count: number } & Record<Rating, Summary | null>;

/** What numbers come to, or null when there are none. */
export function summarise(values: number[]): Summary | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return { count: values.length, mean: sum / values.length, min: Math.min(...values), max: Math.max(...values) };
}

/** The stretch of time that a moment falls into. Days and weeks are the person's own, so some have 23 or 25 hours. */
export function bucketOf(at: Date, bucket: Bucket, calendar: Calendar): { start: Date; end: Date } {
  if (bucket === 'HOUR') return calendar.hourOf(at);
  const day = calendar.dayOf(at);
  const first = bucket === 'DAY' ? day : calendar.startOfWeek(day);
  const next = calendar.addDays(first, bucket === 'DAY' ? 1 : 7);
  return { start: calendar.startOfDay(first), end: calendar.startOfDay(next) };
}

/** The series of some entries: a point for every stretch of time that has any, in order. */
export function series(entries: Sample[], bucket: Bucket, calendar: Calendar): SeriesPoint[] {
  const groups = new Map<number, { start: Date; end: Date; entries: Sample[] }>();
  for (const entry of entries) {
    const stretch = bucketOf(entry.at, bucket, calendar);
    const key = stretch.start.getTime();
    const group = groups.get(key) ?? { ...stretch, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .map(({ start, end, entries: inside }) => {
      const summaryOf = (rating: Rating) => summarise(inside.flatMap((entry) => entry[rating] ?? []));
      const summaries = Object.fromEntries(ratings.map((rating) => [rating, summaryOf(rating)]));
      return { start, end, count: inside.length, ...(summaries as Record<Rating, Summary | null>) };
    });
}
