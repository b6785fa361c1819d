import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { sampleFilter, sampleOrder } from './samples.rules.ts';

/** A viewer sees the «samples» they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.SampleWhereInput;
}

/** How «samples» are listed: by title, unless asked otherwise. */
export const sampleList: ListSpec<'sample'> = {
  model: 'sample',
  visibleTo,
  filter: sampleFilter,
  order: sampleOrder,
  defaultOrder: [{ field: 'TITLE' }],
};
