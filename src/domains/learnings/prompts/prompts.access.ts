import type { Where } from '../../../platform/database/models.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { promptFilter, promptOrder } from './prompts.rules.ts';

/** How prompts are listed. */
export const promptList: ListSpec<'prompt'> = {
  model: 'prompt',
  visibleTo: ownedBy,
  filter: promptFilter,
  order: promptOrder,
  defaultOrder: [{ field: 'CREATED_AT' }],
};

/** How prompts that are due are listed. */
export const duePromptList: ListSpec<'prompt'> = { ...promptList, defaultOrder: [{ field: 'DUE_ON' }] };

/** The prompts that are due on or before a day. */
export const dueUntil = (day: string) => ({ dueOn: { lte: day }, suspendedAt: null }) satisfies Where<'prompt'>;

/** The prompts that are due at a moment: those of its day, and of those in steps of minutes the ones whose time has come. */
export const dueAt = (moment: Date, calendar: Calendar) =>
  ({
    ...dueUntil(calendar.dayOf(moment)),
    OR: [{ dueAt: null }, { dueAt: { lte: moment } }],
  }) satisfies Where<'prompt'>;
