import { htmlOfText } from '../html.ts';
import { jsonId } from '../json-values.ts';
import { ProviderError, unlessGone } from '../provider-error.ts';
import { boardPath, maxMiroId } from './boards.ts';
import type { AskMiro } from './client.ts';

export interface Size {
  width: number;
  height: number;
}

const framePath = (boardId: string, id: string) => `${boardPath(boardId)}/frames/${encodeURIComponent(id)}`;

/** Creates a frame on a board. @param center where its center is, from the center of the board @returns its id */
export async function createFrame(
  ask: AskMiro,
  boardId: string,
  { title, size, center }: { title: string; size: Size; center: { x: number; y: number } },
): Promise<string> {
  const created = await ask({
    method: 'POST',
    path: `${boardPath(boardId)}/frames`,
    level: 2,
    body: { data: { title: htmlOfText(title), format: 'custom', type: 'freeform' }, geometry: size, position: center },
  });
  const id = jsonId(created.id, maxMiroId);
  if (id === null) throw new ProviderError('Miro did not say which frame it has created.');
  return id;
}

/**
 * Makes a frame at least as large as given. Its top left corner stays where it is, so that what is in it does. A frame that
 * people have made larger stays so.
 * @returns false if the frame is gone
 */
export async function growFrame(ask: AskMiro, boardId: string, id: string, size: Size): Promise<boolean> {
  const path = framePath(boardId, id);
  const frame = await unlessGone(ask({ method: 'GET', path, level: 1 }));
  if (!frame) return false;
  const [geometry, position] = [numbersOf(frame.geometry), numbersOf(frame.position)];
  const [width, height] = [Math.max(geometry.width, size.width), Math.max(geometry.height, size.height)];
  if (width === geometry.width && height === geometry.height) return true;
  const moved = { x: position.x + (width - geometry.width) / 2, y: position.y + (height - geometry.height) / 2 };
  await ask({ method: 'PATCH', path, level: 2, body: { geometry: { width, height }, position: moved } });
  return true;
}

function numbersOf(value: unknown) {
  const given = Object(value) as Record<string, unknown>;
  const number = (name: string) => (typeof given[name] === 'number' ? given[name] : 0);
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}
