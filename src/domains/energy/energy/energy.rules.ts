import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  chosenId,
  idOf,
  idsOf,
  integer,
  optional,
  pastInstant,
  prose,
  target,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { meetingFilter } from '../../meetings/meetings/meetings.rules.ts';
import { personFilter } from '../../people/people/people.rules.ts';
import { taskFilter } from '../../tasks/tasks/tasks.rules.ts';
import { energyScaleValues } from '../scales/scales.rules.ts';

/** A rating on a scale of five, which is coarse enough to be given in a second. */
const rating = (lowest: string, highest: string) =>
  describeRule(integer(1, 5), { limits: `1 (${lowest}) to 5 (${highest}).` });

const fields = {
  at: pastInstant,
  energy: rating('empty', 'full').nullable(),
  mood: rating('bad', 'good').nullable(),
  focus: rating('scattered', 'absorbed').nullable(),
  stress: rating('calm', 'overwhelmed').nullable(),
  engagement: rating('indifferent', 'eager').nullable(),
  notes: prose(2_000),
  moment: enumOf('EnergyMoment').nullable(),
  taskId: idOf('Task').nullable(),
  meetingId: idOf('Meeting').nullable(),
  personId: idOf('Person').nullable(),
  labelIds: idsOf('Label', maxLabels),
  scaleValues: energyScaleValues,
};

/** The ratings of an entry. It has at least one of them, or a value on a scale of one's own. */
export const ratings = ['energy', 'mood', 'focus', 'stress', 'engagement'] as const;

/** Whether an entry rates anything. */
export const hasRating = (entry: { readonly [R in (typeof ratings)[number]]?: number | null | undefined }) =>
  ratings.some((name) => typeof entry[name] === 'number');

/** What an entry that rates nothing lacks. */
export const noRating = 'must be given, or another rating, or a value on a scale of yours';

export const createEnergyEntryInput = z
  .object({
    id: chosenId('EnergyEntry').nullish(),
    ...optional(fields),
    at: fields.at.nullish().transform((at) => at ?? currentCalendar().now),
  })
  .refine((entry) => hasRating(entry) || (entry.scaleValues ?? []).length > 0, { path: ['energy'], message: noRating });

export const updateEnergyEntryInput = z.object({ ...target('EnergyEntry'), ...optional(fields) });

export const energyFilter = defineFilter('EnergyEntry', {
  id: { kind: 'id', type: 'EnergyEntry', description: 'The id.' },
  at: { kind: 'instant', description: 'The time that the entry is about.' },
  energy: { kind: 'integer', nullable: true, description: 'The energy.' },
  mood: { kind: 'integer', nullable: true, description: 'The mood.' },
  focus: { kind: 'integer', nullable: true, description: 'The focus.' },
  stress: { kind: 'integer', nullable: true, description: 'The stress.' },
  engagement: { kind: 'integer', nullable: true, description: 'The engagement.' },
  notes: { kind: 'text', description: 'The notes.' },
  moment: {
    kind: 'enum',
    name: 'EnergyMoment',
    nullable: true,
    description: 'Whether it was before, during or after what the entry is about.',
  },
  taskId: { kind: 'id', type: 'Task', nullable: true, description: 'The id of the task that the entry is about.' },
  meetingId: {
    kind: 'id',
    type: 'Meeting',
    nullable: true,
    description: 'The id of the meeting that the entry is about.',
  },
  personId: {
    kind: 'id',
    type: 'Person',
    nullable: true,
    description: 'The id of the person that the entry is about.',
  },
  createdAt: { kind: 'instant', description: 'When the entry was created.' },
  updatedAt: { kind: 'instant', description: 'When the entry was last changed.' },
  task: {
    kind: 'one',
    filter: () => taskFilter,
    among: active('task'),
    description: 'The task that the entry is about.',
  },
  meeting: {
    kind: 'one',
    filter: () => meetingFilter,
    among: active('meeting'),
    description: 'The meeting that the entry is about.',
  },
  person: {
    kind: 'one',
    filter: () => personFilter,
    among: active('person'),
    description: 'The person that the entry is about.',
  },
  labels: {
    kind: 'some',
    path: ['energyEntryLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'The labels.',
  },
});

export const energyOrder: OrderSpec = {
  name: 'EnergyEntry',
  fields: {
    AT: { column: 'at', description: 'The time that the entry is about.' },
    ENERGY: { column: 'energy', nullable: true, description: 'The energy.' },
    CREATED_AT: { column: 'createdAt', description: 'When the entry was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the entry was last changed.' },
  },
};
