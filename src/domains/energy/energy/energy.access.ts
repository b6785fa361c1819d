import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { energyFilter, energyOrder } from './energy.rules.ts';

/** A viewer sees the entries they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.EnergyEntryWhereInput;
}

/** How entries are listed: the latest first, unless asked otherwise. */
export const energyList: ListSpec<'energyEntry'> = {
  model: 'energyEntry',
  visibleTo,
  filter: energyFilter,
  order: energyOrder,
  defaultOrder: [{ field: 'AT', direction: 'DESC' }],
};

/** What energy entries can be counted by. */
export const energyEntryStats: StatsSpec<'energyEntry'> = {
  list: energyList,
  rows: 'energy entries',
  times: {
    AT: { column: 'at', description: 'The moment they describe.' },
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
  },
  groups: {
    MOMENT: { value: 'moment', description: 'By whether they were before, during or after.' },
    TASK: { row: 'taskId', type: 'Task', description: 'By the task they are about.' },
    MEETING: { row: 'meetingId', type: 'Meeting', description: 'By the meeting they are about.' },
    PERSON: { row: 'personId', type: 'Person', description: 'By the person they are about.' },
    LABEL: { rows: 'energyEntryLabels', type: 'Label', description: 'By label.' },
  },
  measures: {
    energy: 'Energy, from 1 (empty) to 5 (full).',
    mood: 'Mood, from 1 (bad) to 5 (good).',
    focus: 'Focus, from 1 (scattered) to 5 (absorbed).',
    stress: 'Stress, from 1 (calm) to 5 (overwhelmed).',
    engagement: 'Engagement, from 1 (indifferent) to 5 (eager).',
  },
};
