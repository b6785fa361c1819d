import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { NodeReference } from '../../../platform/records/node-references.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { linkFilter, linkOrder } from './links.rules.ts';

/** The viewer's links, the latest first. */
export const linkList: ListSpec<'link'> = {
  model: 'link',
  visibleTo: ownedBy,
  filter: linkFilter,
  order: linkOrder,
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

/** A link is deleted together with either of the nodes that it connects. */
export const linkEnds: NodeReference = { model: 'Link', columns: ['fromId', 'toId'] };
