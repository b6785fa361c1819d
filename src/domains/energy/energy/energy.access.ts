import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { energyFilter, energyOrder } from './energy.rules.ts';

/** The condition for entries about a time within some days. Both ends are included. */
export function notedWithin(calendar: Calendar, from: string, to: string) {
  const at = { gte: calendar.startOfDay(from), lt: calendar.endOfDay(to) };
  return { at } satisfies Prisma.EnergyEntryWhereInput;
}

/** How energy entries are listed. */
export const energyList: ListSpec<'energyEntry'> = {
  model: 'energyEntry',
  visibleTo: ownedBy,
  filter: energyFilter,
  order: energyOrder,
  defaultOrder: [{ field: 'AT', direction: 'DESC' }],
};

/** The statistics of energy entries. */
export const energyEntryStats: StatsSpec<'energyEntry'> = {
  list: energyList,
  plural: 'energy entries',
  times: {
    AT: { column: 'at', description: 'The time that the entry is about.' },
    CREATED_AT: { column: 'createdAt', description: 'When the entry was created.' },
  },
  groups: {
    MOMENT: { value: 'moment', description: 'Whether it was before, during or after what the entry is about.' },
    TASK: { row: 'taskId', type: 'Task', description: 'The task that the entry is about.' },
    MEETING: { row: 'meetingId', type: 'Meeting', description: 'The meeting that the entry is about.' },
    SERIES: {
      ...{ through: 'meeting', row: 'seriesId', type: 'MeetingSeries' },
      description: 'The series of the meeting that the entry is about.',
    },
    GOAL: {
      ...{ through: 'task', row: 'goalId', type: 'Goal' },
      description: 'The goal of the task that the entry is about.',
    },
    PERSON: { row: 'personId', type: 'Person', description: 'The person that the entry is about.' },
    LABEL: { joins: 'energyEntryLabels', type: 'Label', description: 'The labels.' },
  },
  measures: {
    energy: { column: 'energy', isSmall: true, description: 'The energy, from 1 (empty) to 5 (full).' },
    mood: { column: 'mood', isSmall: true, description: 'The mood, from 1 (bad) to 5 (good).' },
    focus: { column: 'focus', isSmall: true, description: 'The focus, from 1 (scattered) to 5 (absorbed).' },
    stress: { column: 'stress', isSmall: true, description: 'The stress, from 1 (calm) to 5 (overwhelmed).' },
    engagement: {
      column: 'engagement',
      isSmall: true,
      description: 'The engagement, from 1 (indifferent) to 5 (eager).',
    },
  },
};
