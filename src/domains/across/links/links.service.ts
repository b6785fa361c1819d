import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { modelKeyOf, type OwnedKey, type Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { listRecordsByParent } from '../../../platform/queries/child-lists.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import { getService, type ListArguments, listService, oneOf, type Selection } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { linkList } from './links.access.ts';
import { createLinkInput, type LinkDirection, updateLinkInput } from './links.rules.ts';

type Link = Row<'link'>;

/** The viewer's links, the latest first by default. Links between nodes in the trash are included. */
export const listLinks = listService(linkList);

/** One of the viewer's links. */
export const getLink = getService(linkList);

/** Whether anything is linked to one of some nodes, or they to it. */
export async function isLinked({ db, viewer }: ViewerContext, nodes: readonly NodeRef[]): Promise<boolean> {
  const ids = nodes.map(({ type, id }) => toGlobalId(type, id));
  const found = await inChunks(ids, (some) =>
    db.link.findMany({
      where: { AND: [linkList.visibleTo(viewer), { OR: [{ fromId: { in: some } }, { toId: { in: some } }] }] },
      take: 1,
    }),
  );
  return found.length > 0;
}

/** The arguments of the links of a node. */
interface NodeLinksArguments extends ListArguments {
  /** Default: both directions. */
  direction?: LinkDirection | null | undefined;
  /** Only links of these kinds. Default: all. */
  kinds?: readonly Link['kind'][] | null | undefined;
}

/** A link names its nodes by their global ids, in columns of its own, for they can be of any type. */
const columnOf = ({ type, id }: NodeRef) => toGlobalId(type, id);
const columns = { FROM: ['fromId'], TO: ['toId'], BOTH: ['fromId', 'toId'] } as const;

/** The links of each of some nodes. */
export async function listLinksOfEach(
  ctx: ViewerContext,
  nodes: readonly NodeRef[],
  { direction, kinds, ...args }: NodeLinksArguments,
  selection: Selection<'link'> = {},
): Promise<Page<Link>[]> {
  const only = kinds ? { kind: oneOf(kinds) } : {};
  return listRecordsByParent(ctx, linkList, columns[direction ?? 'BOTH'], nodes.map(columnOf), args, selection, only);
}

/**
 * Links one of the viewer's nodes to another. The same link in the trash is restored, with the new notes if any are given.
 * @throws NotFoundError if one of the nodes does not exist, InvalidInputError if it is in the trash, ConflictError if they are
 *   linked in the same way already
 */
export async function createLink(ctx: ViewerContext, input: InputOf<typeof createLinkInput>): Promise<Link> {
  const { id, kind, fromId: from, toId: to, notes } = parseInput(ctx, createLinkInput, input);
  const ends = { fromId: columnOf(from), toId: columnOf(to) };
  const changes = notes === undefined ? {} : { notes };
  return transaction(ctx, 'createLink', (tx) =>
    createRecord(tx, 'link', input, id, async (create) => {
      const references = { fromId: modelKeyOf(from.type) as OwnedKey, toId: modelKeyOf(to.type) as OwnedKey };
      await requireReferences(tx, references, { fromId: from.id, toId: to.id });
      const same = await findSame(tx, { kind, ...ends });
      if (!same) return create({ kind, ...ends, fromType: from.type, toType: to.type, ...changes });
      if (!same.trashedAt) throw new ConflictError('These nodes are already linked in this way.');
      return updateRecord(tx, 'link', { id: same.id }, () => ({ trashedAt: null, ...changes }));
    }),
  );
}

async function findSame(
  tx: Transaction<ViewerContext>,
  same: { kind: Link['kind']; fromId: string; toId: string },
): Promise<Link | null> {
  return tx.db.link.findFirst({ where: { AND: [same, linkList.visibleTo(tx.viewer)] } });
}

/** Changes the notes of a link. */
export async function updateLink(ctx: ViewerContext, input: InputOf<typeof updateLinkInput>): Promise<Link> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateLinkInput, input);
  return transaction(ctx, 'updateLink', (tx) => updateRecord(tx, 'link', { id, ifVersion }, () => changes));
}
