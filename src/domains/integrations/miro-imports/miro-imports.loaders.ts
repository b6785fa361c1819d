import { textOfHtml } from '../../../integrations/html.ts';
import type { AskMiro } from '../../../integrations/miro/client.ts';
import { type BoardItem, listItems, listItemsWithTag } from '../../../integrations/miro/items.ts';
import type { Row } from '../../../platform/database/models.ts';
import { maxStickies, type Sticky, stickiesOf } from './miro-imports.rules.ts';

/** The maximum number of frames of a board among which one is looked for by its title. */
const maxFrames = 2_000;

/**
 * Reads the sticky notes of an import, and how many of what was told are none. Null if there is no such frame.
 * @throws ProviderError if they cannot be read
 */
export async function readStickies(
  ask: AskMiro,
  boardId: string,
  source: Row<'miroImport'>,
): Promise<{ stickies: Sticky[]; unreadable: number } | null> {
  const { tag, frameTitle } = source;
  const frameId = frameTitle === null ? null : await frameWithTitle(ask, boardId, frameTitle);
  if (frameTitle !== null && frameId === null) return null;
  let unreadable = 0;
  const skipped = (count: number) => {
    unreadable += count;
  };
  const items: BoardItem[] =
    tag === null
      ? await listItems(ask, boardId, { type: 'sticky_note', parentId: frameId }, maxStickies, skipped)
      : await listItemsWithTag(ask, boardId, tag, maxStickies, skipped);
  return { stickies: stickiesOf(items, source, frameId), unreadable };
}

async function frameWithTitle(ask: AskMiro, boardId: string, title: string): Promise<string | null> {
  const wanted = title.toLowerCase();
  const frames = await listItems(ask, boardId, { type: 'frame' }, maxFrames);
  return frames.find(({ html }) => textOfHtml(html).toLowerCase() === wanted)?.id ?? null;
}
