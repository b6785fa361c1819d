import { z } from 'zod';
import { textOfHtml } from '../../../integrations/html.ts';
import type { Size } from '../../../integrations/miro/frames.ts';
import type { BoardItem, ItemContent, Placement } from '../../../integrations/miro/items.ts';
import type { Row } from '../../../platform/database/models.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { date, idOf } from '../../../platform/validation/input-rules.ts';
import { columnCount } from '../miro-cards/miro-cards.rules.ts';

/** The maximum number of frames of an account. */
export const maxFrames = 20;

export const createMiroFrameInput = z.object({
  boardId: idOf('MiroBoard'),
  content: enumOf('MiroContent'),
  weekOf: date.nullish(),
});
export const miroFrameInput = z.object({ id: idOf('MiroFrame') });

type Frame = Pick<Row<'miroFrame'>, 'id' | 'content' | 'weekStartsOn'>;

/**
 * The mark of a frame or of an item in it: the last line of what it shows, by which it is found again if Miro's response was lost.
 * It is of its frame here, so that two frames have no marks in common.
 * @param key null for the frame itself
 */
export const markOf = ({ id }: Pick<Frame, 'id'>, key: string | null): string =>
  `wm-${hashToken(JSON.stringify(['miro', id, key])).slice(0, 10)}`;

const mark = /(?:^|\s)(wm-[\w-]{10})$/;

/** The mark of an item of a board. Null if it has none. */
export const markIn = ({ html }: Pick<BoardItem, 'html'>): string | null => mark.exec(textOfHtml(html))?.[1] ?? null;

/** What an item shows, with its mark. */
export function marked(frame: Frame, { key, content }: { key: string; content: ItemContent }): ItemContent {
  const last = markOf(frame, key);
  if (content.type === 'sticky_note') return { ...content, text: `${content.text}\n${last}` };
  return { ...content, description: content.description === '' ? last : `${content.description}\n${last}` };
}

const titles = { GOALS: 'Goals', SKILL_GAPS: 'Skill gaps', WEEK: 'Week of' } as const;

/** The title of a frame, with its mark. */
export const titleOf = (frame: Frame): string =>
  [titles[frame.content], frame.weekStartsOn, markOf(frame, null)].filter(Boolean).join(' ');

/** The size of a cell of the grid, in which an item has its center, and the margin around the grid. */
const cell = { width: 360, height: 200 } as const;
const margin = 60;
/** The sizes of items. A sticky note has 350:228. */
const cardSize = { width: 320, height: 140 } as const;
const stickySize = { width: 240, height: (240 * 228) / 350 } as const;
const minRows = 4;
/** The space between two frames of a board. */
const gutter = 200;

/** A cell of the grid, from 0. The first row has the headings. */
export interface Cell {
  gridColumn: number;
  gridRow: number;
}

/** Where an item of a cell is, from the top left of its frame. */
export const placementOf = ({ gridColumn, gridRow }: Cell, { type }: Pick<ItemContent, 'type'>): Placement => ({
  x: margin + (gridColumn + 0.5) * cell.width,
  y: margin + (gridRow + 0.5) * cell.height,
  ...(type === 'card' ? cardSize : stickySize),
});

/** The size that a frame needs for some cells. */
export function frameSizeFor(cells: readonly Cell[]): Size {
  const rows = Math.max(minRows, ...cells.map(({ gridRow }) => gridRow + 1));
  return { width: 2 * margin + columnCount * cell.width, height: 2 * margin + rows * cell.height };
}

/** Where a new frame has its center: beside the frames that were made before it. Its owner moves it where they like. */
export const centerOf = (index: number, { width, height }: Size) => ({ x: index * (width + gutter), y: height / 2 });
