import type { ItemContent } from '../../../integrations/miro/items.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { WantedItem } from '../miro-cards/miro-cards.rules.ts';
import type { Cell } from './miro-frames.rules.ts';

/** An item that was sent to a frame, or that is being sent. */
export type KnownItem = Pick<Row<'miroItem'>, 'id' | 'key' | 'gridColumn' | 'gridRow' | 'content' | 'miroId'>;

/** An item to create. */
export interface NewItem extends Cell {
  /** The id of the item here, if it was to be created before. */
  id: string | null;
  key: string;
  content: ItemContent;
}

/** What makes a frame show what it is to show. */
export interface FramePlan {
  deleted: KnownItem[];
  updated: { item: KnownItem & { miroId: string }; content: ItemContent }[];
  created: NewItem[];
  unchangedCount: number;
}

/** The text in which the content of an item is kept, and compared. */
export const storedContent = (content: ItemContent): string => JSON.stringify(content);

/**
 * What is to be sent so that a frame shows some items. An item stays where it was placed; a new one takes the first free cell
 * of its column, those of items that are deleted included.
 * @param known what was sent before. An item without an id at Miro is to be created again
 */
export function planFrame(wanted: readonly WantedItem[], known: readonly KnownItem[]): FramePlan {
  const [wantedKeys, knownByKey] = [new Set(wanted.map(({ key }) => key)), new Map(known.map((one) => [one.key, one]))];
  const plan: FramePlan = { deleted: [], updated: [], created: [], unchangedCount: 0 };
  const taken = new Set<string>();
  for (const item of known) {
    if (wantedKeys.has(item.key)) taken.add(`${item.gridColumn}:${item.gridRow}`);
    else plan.deleted.push(item);
  }
  const take = (gridColumn: number, first: number): Cell => {
    let gridRow = first;
    while (taken.has(`${gridColumn}:${gridRow}`)) gridRow += 1;
    taken.add(`${gridColumn}:${gridRow}`);
    return { gridColumn, gridRow };
  };
  for (const { key, column, content } of wanted) {
    const item = knownByKey.get(key);
    // Headings are in the first row.
    const place = item ?? take(column, key.endsWith(':heading') ? 0 : 1);
    const { gridColumn, gridRow } = place;
    if (!item?.miroId) plan.created.push({ id: item?.id ?? null, key, gridColumn, gridRow, content });
    else if (item.content === storedContent(content)) plan.unchangedCount += 1;
    else plan.updated.push({ item: { ...item, miroId: item.miroId }, content });
  }
  return plan;
}
