import { jsonId, jsonText, jsonTime, jsonWebAddress } from '../json-values.ts';
import type { AskMiro } from './client.ts';
import { pagesByOffset } from './pages.ts';

/** A board that the account can see. */
export interface Board {
  id: string;
  name: string;
  /** Where people open it. */
  viewUrl: string | null;
  /** When it was changed last. Null if Miro does not say. */
  modifiedAt: Date | null;
}

/** The boards that the account can see, by name. @param max the maximum number that are read */
export async function listBoards(ask: AskMiro, max: number): Promise<Board[]> {
  const found = await pagesByOffset(ask, { path: '/v2/boards', query: { sort: 'alphabetically' } }, max);
  // One that is created meanwhile moves the others on: they are received twice.
  const boards = new Map(found.flatMap((value) => boardOf(value) ?? []).map((board) => [board.id, board]));
  return [...boards.values()];
}

export const boardPath = (boardId: string) => `/v2/boards/${encodeURIComponent(boardId)}`;

function boardOf(value: unknown): Board | null {
  const { id: givenId, name, viewLink, modifiedAt } = Object(value) as Record<string, unknown>;
  const id = jsonId(givenId, maxMiroId);
  if (id === null) return null;
  return {
    id,
    name: jsonText(name, 300).replaceAll(/\s+/g, ' ').trim() || 'Untitled',
    viewUrl: jsonWebAddress(viewLink, 500),
    modifiedAt: jsonTime(modifiedAt),
  };
}

/** The maximum length of the id of a board or an item, in bytes. */
export const maxMiroId = 200;
