import { textOfHtml } from '../../../integrations/html.ts';
import type { AskMiro } from '../../../integrations/miro/client.ts';
import { createFrame, growFrame } from '../../../integrations/miro/frames.ts';
import {
  type BoardItem,
  createItems,
  deleteItem,
  hasItem,
  listItems,
  maxBulk,
  updateItem,
} from '../../../integrations/miro/items.ts';
import { ProviderError, unlessGone } from '../../../integrations/provider-error.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';
import type { WantedItem } from '../miro-cards/miro-cards.rules.ts';
import { type KnownItem, type NewItem, planFrame, storedContent } from './miro-frames.plans.ts';
import { centerOf, frameSizeFor, marked, markIn, markOf, placementOf, titleOf } from './miro-frames.rules.ts';
import { forgetItems, saveFrameId, saveItems, saveNewItems } from './miro-frames.writers.ts';

/** A frame with its board, and its place among the frames of the board. */
export interface PushedFrame {
  frame: Row<'miroFrame'>;
  /** The id of the board at Miro. */
  boardId: string;
  index: number;
}

/** What a push has done, in numbers of items. */
export interface PushCounts {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  cancelledCount: number;
  /** The items that Miro refuses. */
  refused: string[];
}

/** The maximum number of frames of a board, and of items of a frame, that are looked through. */
const maxLookedAt = 2_000;

type Sent = NewItem & { id: string };

/** Brings a frame up to date, step by step. @throws ProviderError if Miro does not let it */
export async function pushFrame(
  ctx: ViewerContext,
  ask: AskMiro,
  { frame, boardId, index }: PushedFrame,
  wanted: readonly WantedItem[],
): Promise<PushCounts> {
  const stored = await ctx.db.miroItem.findMany({ where: { ...ofAccount(ctx.viewer), frameId: frame.id } });
  const { frameId, children } = await openFrame(ctx, ask, { frame, boardId, index }, stored);
  const known = await reconcile(ctx, ask, boardId, { frame, stored, wanted, children });
  const plan = planFrame(wanted, known);
  for (const { id, miroId } of plan.deleted) {
    if (miroId !== null) await deleteItem(ask, boardId, miroId);
    await forgetItems(ctx, [id]);
  }
  const lost: NewItem[] = [];
  for (const { item, content } of plan.updated) {
    const { id, key, miroId, gridColumn, gridRow } = item;
    const isThere = await updateItem(ask, boardId, miroId, marked(frame, { key, content }));
    // A second one must not be created because of a response that was wrong.
    if (!isThere && (await hasItem(ask, boardId, miroId))) throw new ProviderError('Miro does not find what is there.');
    await saveItems(ctx, [isThere ? { id, content: storedContent(content) } : { id, miroId: null }]);
    if (!isThere) lost.push({ id, key, gridColumn, gridRow, content });
  }
  const created = [...plan.created, ...lost];
  const refused: string[] = [];
  if (created.length > 0) {
    const isThere = await growFrame(ask, boardId, frameId, frameSizeFor([...known, ...created]));
    if (!isThere) throw new ProviderError('The frame was deleted meanwhile.');
  }
  for (let from = 0; from < created.length; from += maxBulk) {
    const sent = await saveNewItems(ctx, frame, created.slice(from, from + maxBulk));
    refused.push(...(await send(ctx, ask, { frame, boardId, frameId }, sent)));
  }
  return {
    createdCount: created.length - refused.length,
    updatedCount: plan.updated.length - lost.length,
    unchangedCount: plan.unchangedCount,
    cancelledCount: plan.deleted.length,
    refused,
  };
}

/** Finds the frame by its id, or by its mark if the response to its creation was lost, or creates it. */
async function openFrame(
  ctx: ViewerContext,
  ask: AskMiro,
  { frame, boardId, index }: PushedFrame,
  stored: readonly KnownItem[],
): Promise<{ frameId: string; children: BoardItem[] }> {
  const before = frame.miroId === null ? null : await childrenOf(ask, boardId, frame.miroId);
  if (frame.miroId !== null && before) return { frameId: frame.miroId, children: before };
  const frames = await listItems(ask, boardId, { type: 'frame' }, maxLookedAt);
  const wanted = markOf(frame, null);
  const found = frames.find(({ html }) => textOfHtml(html).includes(wanted));
  const size = frameSizeFor(stored);
  const frameId =
    found?.id ?? (await createFrame(ask, boardId, { title: titleOf(frame), size, center: centerOf(index, size) }));
  await saveFrameId(ctx, frame, frameId);
  return { frameId, children: (found && (await childrenOf(ask, boardId, frameId))) ?? [] };
}

/** What is in a frame. Null if there is no such frame. */
const childrenOf = (ask: AskMiro, boardId: string, parentId: string): Promise<BoardItem[] | null> =>
  unlessGone(listItems(ask, boardId, { parentId }, maxLookedAt));

interface Reconciled {
  frame: Row<'miroFrame'>;
  stored: readonly KnownItem[];
  wanted: readonly WantedItem[];
  children: readonly BoardItem[];
}

/**
 * Compares what was sent with what is there. An item whose id is not known is found by its mark. One that is not in the frame is
 * asked for: people may have moved it out, and it then stays where it is.
 */
async function reconcile(
  ctx: ViewerContext,
  ask: AskMiro,
  boardId: string,
  { frame, stored, wanted, children }: Reconciled,
): Promise<KnownItem[]> {
  const inside = new Set(children.map(({ id }) => id));
  const claimed = new Set(stored.map(({ miroId }) => miroId));
  const unclaimed = new Map(children.filter(({ id }) => !claimed.has(id)).map((child) => [markIn(child), child.id]));
  // Whose response was lost, people may have moved out of the frame since.
  const isLost = stored.some(({ miroId, key }) => miroId === null && !unclaimed.has(markOf(frame, key)));
  for (const item of isLost ? await listItems(ask, boardId, {}, maxLookedAt) : []) {
    const mark = markIn(item);
    if (!claimed.has(item.id) && !unclaimed.has(mark)) unclaimed.set(mark, item.id);
  }
  const known: KnownItem[] = [];
  for (const item of stored) {
    let { miroId } = item;
    if (miroId === null) miroId = unclaimed.get(markOf(frame, item.key)) ?? null;
    else if (!inside.has(miroId) && !(await hasItem(ask, boardId, miroId))) miroId = null;
    if (miroId !== item.miroId) await saveItems(ctx, [{ id: item.id, miroId }]);
    known.push({ ...item, miroId });
  }
  return adopt(ctx, known, { frame, wanted, unclaimed });
}

/** Takes over items that are there and not stored, as after a backup of the database was restored. */
async function adopt(
  ctx: ViewerContext,
  known: KnownItem[],
  found: Pick<Reconciled, 'frame' | 'wanted'> & { unclaimed: ReadonlyMap<string | null, string> },
): Promise<KnownItem[]> {
  const { frame, wanted, unclaimed } = found;
  const { created } = planFrame(wanted, known);
  const adopted = created.flatMap((item) => {
    const miroId = item.id === null ? unclaimed.get(markOf(frame, item.key)) : undefined;
    return miroId === undefined ? [] : [{ item, miroId }];
  });
  if (adopted.length === 0) return known;
  const saved = await saveNewItems(
    ctx,
    frame,
    adopted.map(({ item }) => item),
  );
  // Nobody knows what they show: it is sent once more.
  const more = saved.map(({ id, key, gridColumn, gridRow }, index) => ({
    ...{ id, key, gridColumn, gridRow, content: '' },
    miroId: adopted[index]?.miroId ?? null,
  }));
  await saveItems(
    ctx,
    more.map(({ id, miroId, content }) => ({ id, miroId, content })),
  );
  return [...known, ...more];
}

/**
 * Creates at most 20 items. Miro creates all of them or none: if it refuses them, halves are tried, so that one that it refuses
 * does not keep the others out.
 * @returns what was refused
 */
async function send(
  ctx: ViewerContext,
  ask: AskMiro,
  to: { frame: Row<'miroFrame'>; boardId: string; frameId: string },
  items: readonly Sent[],
): Promise<string[]> {
  if (items.length === 0) return [];
  const { frame, boardId, frameId } = to;
  const given = items.map((item) => ({ content: marked(frame, item), placement: placementOf(item, item.content) }));
  let created: BoardItem[];
  try {
    created = await createItems(ask, boardId, frameId, given);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.status !== 400) throw error;
    const half = Math.ceil(items.length / 2);
    if (items.length > 1)
      return [...(await send(ctx, ask, to, items.slice(0, half))), ...(await send(ctx, ask, to, items.slice(half)))];
    await forgetItems(
      ctx,
      items.map(({ id }) => id),
    );
    return items.map(({ content }) => (content.type === 'card' ? content.title : content.text));
  }
  const byMark = new Map(created.map((item) => [markIn(item), item.id]));
  await saveItems(
    ctx,
    items.flatMap(({ id, key }) => {
      const miroId = byMark.get(markOf(frame, key));
      return miroId === undefined ? [] : [{ id, miroId }];
    }),
  );
  return [];
}
