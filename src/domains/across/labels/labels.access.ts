import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { labelFilter, labelOrder } from './labels.rules.ts';

/** A viewer sees the labels they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.LabelWhereInput;
}

/** How labels are listed: by name, unless asked otherwise. */
export const labelList: ListSpec<'label'> = {
  model: 'label',
  visibleTo,
  filter: labelFilter,
  order: labelOrder,
  defaultOrder: [{ field: 'NAME' }],
};
