import type { ViewerContext } from '../../../platform/context.ts';
import { modelKeyOf, type OwnedKey, type Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { listRecordsByParent } from '../../../platform/queries/child-lists.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import { getService, type ListArguments, listService, type Selection } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { linkList, visibleTo } from './links.access.ts';
import { createLinkInput, type Direction, type LinkKind, updateLinkInput } from './links.rules.ts';

type Link = Row<'link'>;

/** The viewer's links, the latest first unless asked otherwise. Those whose rows are in the trash are among them. */
export const listLinks = listService(linkList);

/** What the links of a row can be asked for. */
export interface LinksOfRow extends ListArguments {
  direction?: Direction | null | undefined;
  /** Only links of these kinds; of any kind when nothing is said. */
  kinds?: readonly LinkKind[] | null | undefined;
}

const columns = { FROM: ['fromId'], TO: ['toId'], BOTH: ['fromId', 'toId'] } as const;

/** The links of each of some rows, which are given by their global ids. */
export async function listLinksOfEach(
  ctx: ViewerContext,
  globalIds: readonly string[],
  { direction, kinds, ...args }: LinksOfRow,
  selection: Selection<'link'> = {},
): Promise<Page<Link>[]> {
  const only = kinds ? { kind: { in: [...kinds] } } : {};
  return listRecordsByParent(ctx, linkList, columns[direction ?? 'BOTH'], globalIds, args, selection, only);
}

/** One of the viewer's links. */
export const getLink = getService(linkList);

/**
 * Links one of the viewer's rows to another. The same link in the trash is taken out of it, with the new notes if any are
 * given.
 * @throws NotFoundError when one of the rows is not there, InvalidInputError when it is in the trash, ConflictError when
 *   they are linked in the same way already
 */
export async function createLink(ctx: ViewerContext, input: InputOf<typeof createLinkInput>): Promise<Link> {
  const { id, kind, fromId: from, toId: to, notes } = parseInput(createLinkInput, input);
  const ends = { fromId: from.globalId, fromType: from.type, toId: to.globalId, toType: to.type };
  return transaction(ctx, 'createLink', (tx) =>
    createRecord(tx, 'link', input, id, async (create) => {
      const references = { fromId: modelKeyOf(from.type) as OwnedKey, toId: modelKeyOf(to.type) as OwnedKey };
      await requireReferences(tx, references, { fromId: from.id, toId: to.id });
      const same = await findSame(tx, { kind, fromId: from.globalId, toId: to.globalId });
      if (!same) return create({ kind, ...ends, ...(notes !== undefined && { notes }) });
      if (!same.trashedAt) throw new ConflictError('These two rows are linked in this way already.');
      return updateRecord(tx, 'link', { id: same.id }, () => ({
        trashedAt: null,
        ...(notes !== undefined && { notes }),
      }));
    }),
  );
}

async function findSame(
  tx: Transaction<ViewerContext>,
  same: { kind: LinkKind; fromId: string; toId: string },
): Promise<Link | null> {
  return tx.db.link.findFirst({ where: { AND: [same, visibleTo(tx.viewer)] } });
}

/** Changes the notes of the link. */
export async function updateLink(ctx: ViewerContext, input: InputOf<typeof updateLinkInput>): Promise<Link> {
  const { id, ifVersion, ...changes } = parseInput(updateLinkInput, input);
  return transaction(ctx, 'updateLink', (tx) => updateRecord(tx, 'link', { id, ifVersion }, () => changes));
}

/** Puts the link in the trash; the rows it joins stay as they are. */
export const trashLink = trashService('link');

/** Takes the link out of the trash. */
export const restoreLink = restoreService('link');
