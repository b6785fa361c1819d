import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { seriesFilter, seriesOrder } from './series.rules.ts';

/** A viewer sees the series they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.MeetingSeriesWhereInput;
}

/** How series are listed: by title, unless asked otherwise. */
export const seriesList: ListSpec<'meetingSeries'> = {
  model: 'meetingSeries',
  visibleTo,
  filter: seriesFilter,
  order: seriesOrder,
  defaultOrder: [{ field: 'TITLE' }],
};
