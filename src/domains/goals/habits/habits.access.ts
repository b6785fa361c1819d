import type { Where } from '../../../platform/database/models.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { habitFilter, habitMarkFilter, habitMarkOrder, habitOrder } from './habits.rules.ts';

/** How habits are listed. Default order: by title. */
export const habitList: ListSpec<'habit'> = {
  model: 'habit',
  visibleTo: ownedBy,
  filter: habitFilter,
  order: habitOrder,
  defaultOrder: [{ field: 'TITLE' }],
};

/** How marks of habits are listed, by default the latest first. */
export const habitMarkList: ListSpec<'habitMark'> = {
  model: 'habitMark',
  visibleTo: ownedBy,
  filter: habitMarkFilter,
  order: habitMarkOrder,
  defaultOrder: [{ field: 'DATE', direction: 'DESC' }],
};

/** The habits that are active on any of the days from one to another. */
export const activeWithin = (from: string, to: string) =>
  ({ startsOn: { lte: to }, OR: [{ endsOn: null }, { endsOn: { gte: from } }] }) satisfies Where<'habit'>;
