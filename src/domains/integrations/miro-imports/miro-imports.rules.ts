import { z } from 'zod';
import { textOfHtml } from '../../../integrations/html.ts';
import type { BoardItem } from '../../../integrations/miro/items.ts';
import type { Row } from '../../../platform/database/models.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { idOf, line } from '../../../platform/validation/input-rules.ts';
import { markIn } from '../miro-frames/miro-frames.rules.ts';
import { isRecent } from '../sync-tasks/sync-tasks.rules.ts';

/** The maximum number of imports of an account. */
export const maxImports = 20;
/** The maximum number of sticky notes that an import looks at. */
export const maxStickies = 2_000;
/** The maximum number of sticky notes that one sync makes records of. The others follow at the next one. */
export const maxWritten = 200;
/** How often an import is read although its board says that nothing has changed, in milliseconds. */
const readEvery = 6 * 60 * 60 * 1000;
const maxTitle = 300;
const maxDetails = 10_000;

export const createMiroImportInput = z
  .object({
    boardId: idOf('MiroBoard'),
    target: enumOf('MiroImportTarget'),
    tag: line(120).nullish(),
    color: enumOf('MiroStickyColor').nullish(),
    frameTitle: line(200).nullish(),
  })
  .refine(({ tag, color }) => tag || color, { path: ['tag'], message: 'or a color is needed: which sticky notes?' });
export const miroImportInput = z.object({ id: idOf('MiroImport') });

type Import = Pick<Row<'miroImport'>, 'color' | 'problem' | 'readAt' | 'boardModifiedAt'>;

/** Whether an import need not be read: it was without a problem, and its board has not changed since. */
export const isUpToDate = (
  { problem, readAt, boardModifiedAt }: Import,
  board: { modifiedAt: Date | null } | null,
  now: Date,
): boolean =>
  problem === null &&
  readAt !== null &&
  isRecent(readAt, now, readEvery) &&
  boardModifiedAt !== null &&
  boardModifiedAt.getTime() === board?.modifiedAt?.getTime();

/** What was told in place of sticky notes, in a sentence. */
export const unreadableIn = (board: string, count: number): string =>
  `“${board}”: ${count === 1 ? 'a sticky note was' : `${count} sticky notes were`} left out, without an id or a type that can be read.`;

/** What a sticky note says: its first line is the title, the others are the details. */
export interface StickyText {
  title: string;
  details: string;
}

/** A sticky note of an import. */
export interface Sticky extends StickyText {
  miroId: string;
}

/**
 * The sticky notes that an import is about, of those that were read. Those without a text, and those that Waymark itself has
 * made, are not.
 * @param frameId the frame that they are in; null for any
 */
export const stickiesOf = (
  items: readonly BoardItem[],
  { color }: Pick<Import, 'color'>,
  frameId: string | null,
): Sticky[] =>
  items.flatMap((item) => {
    const isMeant =
      item.type === 'sticky_note' &&
      (color === null || item.color === color.toLowerCase()) &&
      (frameId === null || item.parentId === frameId) &&
      markIn(item) === null;
    const text = isMeant ? textOf(textOfHtml(item.html)) : null;
    return text ? [{ miroId: item.id, ...text }] : [];
  });

/** Null for a text without any. */
function textOf(text: string): StickyText | null {
  const [first = '', ...others] = text.split('\n');
  const title = cut(first, maxTitle);
  if (title === '') return null;
  // What does not fit into the title is not lost.
  const details = (title === first ? others : [first, ...others]).join('\n');
  return { title, details: cut(details, maxDetails) };
}

/** The start of a text. No character is cut in half. */
const cut = (text: string, max: number) =>
  text
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** What to change of a record because its sticky note has changed: what its owner has not changed here. */
export function changesOf(record: StickyText, before: StickyText, after: StickyText): Partial<StickyText> {
  return {
    ...(record.title === before.title && after.title !== before.title && { title: after.title }),
    ...(record.details === before.details && after.details !== before.details && { details: after.details }),
  };
}
