import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { NodeReference } from '../../../platform/records/node-references.ts';
import { linkFilter, linkOrder } from './links.rules.ts';

/** A viewer sees the links they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.LinkWhereInput;
}

/** How links are listed: the latest first, unless asked otherwise. */
export const linkList: ListSpec<'link'> = {
  model: 'link',
  visibleTo,
  filter: linkFilter,
  order: linkOrder,
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

/** A link is deleted together with either of the nodes that it joins. */
export const linkEnds: NodeReference = { model: 'Link', columns: ['fromId', 'toId'] };
