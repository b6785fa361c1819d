import { htmlOfText } from '../html.ts';
import { jsonId, jsonText, jsonTime } from '../json-values.ts';
import { ProviderError, unlessGone } from '../provider-error.ts';
import { boardPath, maxMiroId } from './boards.ts';
import type { AskMiro } from './client.ts';
import { pageSize, pagesByOffset } from './pages.ts';

/** The colors of sticky notes, by the names that Miro gives them. */
const stickyColors = [
  'gray',
  'light_yellow',
  'yellow',
  'orange',
  'light_green',
  'green',
  'dark_green',
  'cyan',
  'light_pink',
  'pink',
  'violet',
  'red',
  'light_blue',
  'blue',
  'dark_blue',
  'black',
] as const;
export type StickyColor = (typeof stickyColors)[number];

/** What a sticky note or a card shows, in plain text. */
export type ItemContent =
  | { type: 'sticky_note'; text: string; color: StickyColor }
  | { type: 'card'; title: string; description: string; dueOn: string | null; color: `#${string}` };

/** Where a new item is: its center, from the top left of its frame, and its size. */
export interface Placement {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An item of a board, as it was read. */
export interface BoardItem {
  id: string;
  type: string;
  /** Its title, content and description, in HTML. */
  html: string;
  /** The color of a sticky note. Null for other items. */
  color: string | null;
  /** The frame that it is in. Null if it is in none. */
  parentId: string | null;
  modifiedAt: Date | null;
}

/** The maximum number of items that Miro creates in one request. */
export const maxBulk = 20;
const maxPages = 1_000;
/** The maximum length of each text of an item, more than Miro has, and of the names of its type and its color. */
const [maxHtml, maxWord] = [20_000, 50];

const itemsPath = (boardId: string) => `${boardPath(boardId)}/items`;
const typePath = (boardId: string, type: string, id: string) =>
  `${boardPath(boardId)}/${type === 'card' ? 'cards' : 'sticky_notes'}/${encodeURIComponent(id)}`;

/**
 * Reads items of a board, or of a frame of it. The end is a page without a cursor, not an empty one.
 * @param filter.parentId the frame; null for the board
 * @param max the maximum number that are read
 * @param skipped is called with the number of values of a page that are no items
 */
export async function listItems(
  ask: AskMiro,
  boardId: string,
  filter: { type?: string; parentId?: string | null },
  max: number,
  skipped: Skipped = () => {},
): Promise<BoardItem[]> {
  const items = new Map<string, BoardItem>();
  const seen = new Set<string>();
  for (let cursor = ''; items.size < max; ) {
    const { type, parentId } = filter;
    const query = { limit: pageSize, ...(type && { type }), ...(parentId && { parent_item_id: parentId }) };
    const page = await ask({
      ...{ method: 'GET', path: itemsPath(boardId), level: 2 },
      query: { ...query, ...(cursor && { cursor }) },
    });
    for (const item of itemsOf(page, skipped)) if (items.size < max) items.set(item.id, item);
    const next = page.cursor;
    if (typeof next !== 'string' || next === '') break;
    if (seen.has(next) || seen.size === maxPages) throw new ProviderError('The pages of Miro do not end.');
    seen.add(next);
    cursor = next;
  }
  return [...items.values()];
}

/** Reads the items with a tag, by its title. Empty if the board has no such tag. */
export async function listItemsWithTag(
  ask: AskMiro,
  boardId: string,
  title: string,
  max: number,
  skipped: Skipped = () => {},
): Promise<BoardItem[]> {
  const wanted = title.trim().toLowerCase();
  const tags = await pagesByOffset(ask, { path: `${boardPath(boardId)}/tags` }, 1_000);
  const found = tags.find((tag) => jsonText(tag.title, 300).trim().toLowerCase() === wanted);
  const tagId = jsonId(found?.id, maxMiroId);
  if (tagId === null) return [];
  const data = await pagesByOffset(ask, { path: itemsPath(boardId), query: { tag_id: tagId } }, max);
  return itemsOf({ data }, skipped);
}

/** Whether an item of any type is on a board. */
export async function hasItem(ask: AskMiro, boardId: string, id: string): Promise<boolean> {
  const item = await unlessGone(
    ask({ method: 'GET', path: `${itemsPath(boardId)}/${encodeURIComponent(id)}`, level: 1 }),
  );
  return item !== null;
}

/**
 * Creates items in a frame: all of them, or none.
 * @param items at most 20
 * @returns what was created, in no order that is promised
 */
export async function createItems(
  ask: AskMiro,
  boardId: string,
  parentId: string,
  items: readonly { content: ItemContent; placement: Placement }[],
): Promise<BoardItem[]> {
  const body = items.map(({ content, placement: { x, y, width, height } }) => ({
    type: content.type,
    ...(content.type === 'card'
      ? cardBody(content, content.dueOn === null ? {} : { dueDate: dueDateOf(content.dueOn) })
      : stickyBody(content)),
    position: { x, y },
    // The height of a sticky note follows from its width.
    geometry: content.type === 'card' ? { width, height } : { width },
    parent: { id: parentId },
  }));
  const path = `${itemsPath(boardId)}/bulk`;
  return itemsOf(await ask({ method: 'POST', path, level: 2, times: items.length, body }), () => {});
}

/** Changes what an item shows. It stays where it is. @returns false if it is gone */
export async function updateItem(ask: AskMiro, boardId: string, id: string, content: ItemContent): Promise<boolean> {
  const { type } = content;
  const body =
    content.type === 'card'
      ? cardBody(content, { dueDate: content.dueOn === null ? null : dueDateOf(content.dueOn) })
      : stickyBody(content);
  return (await unlessGone(ask({ method: 'PATCH', path: typePath(boardId, type, id), level: 2, body }))) !== null;
}

/** Deletes an item. One that is gone already is no error. */
export async function deleteItem(ask: AskMiro, boardId: string, id: string): Promise<void> {
  await unlessGone(ask({ method: 'DELETE', path: `${itemsPath(boardId)}/${encodeURIComponent(id)}`, level: 3 }));
}

const stickyBody = ({ text, color }: ItemContent & { type: 'sticky_note' }) => ({
  data: { content: htmlOfText(text), shape: 'rectangle' },
  style: { fillColor: color },
});

const cardBody = ({ title, description, color }: ItemContent & { type: 'card' }, due: object) => ({
  data: { title: htmlOfText(title), description: htmlOfText(description), ...due },
  style: { cardTheme: color },
});

/** Noon is on the same day in nearly all time zones. */
const dueDateOf = (day: string) => `${day}T12:00:00Z`;

/** Is called with a number of values that are left out. */
type Skipped = (count: number) => void;

/** The items of a response. What is none is left out. */
function itemsOf({ data }: Record<string, unknown>, skipped: Skipped): BoardItem[] {
  if (!Array.isArray(data)) throw new ProviderError('Miro responded with something other than a page.');
  const items = data.flatMap((value) => itemOf(value) ?? []);
  if (items.length < data.length) skipped(data.length - items.length);
  return items;
}

function itemOf(value: unknown): BoardItem | null {
  const { type, data, style, parent, modifiedAt, ...rest } = Object(value) as Record<string, unknown>;
  const id = jsonId(rest.id, maxMiroId);
  if (id === null || typeof type !== 'string' || type.length > maxWord) return null;
  const { title, content, description } = Object(data) as Record<string, unknown>;
  const { fillColor } = Object(style) as { fillColor?: unknown };
  const { id: parentId } = Object(parent) as { id?: unknown };
  return {
    id,
    type,
    html: [title, content, description]
      .flatMap((part) => (typeof part === 'string' ? [jsonText(part, maxHtml)] : []))
      .join('<br>'),
    color: jsonText(fillColor, maxWord) || null,
    parentId: jsonId(parentId, maxMiroId),
    modifiedAt: jsonTime(modifiedAt),
  };
}
