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
  // One that is created meanwhile moves the others on: they are told twice.
  const boards = new Map(found.flatMap((value) => boardOf(value) ?? []).map((board) => [board.id, board]));
  return [...boards.values()];
}

export const boardPath = (boardId: string) => `/v2/boards/${encodeURIComponent(boardId)}`;

function boardOf(value: unknown): Board | null {
  const { id, name, viewLink, modifiedAt } = Object(value) as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || id.length > 200) return null;
  const isLink = typeof viewLink === 'string' && viewLink.length <= 500 && /^https?:/.test(viewLink);
  return {
    id,
    name: (typeof name === 'string' ? name : '').slice(0, 300).toWellFormed() || 'Untitled',
    viewUrl: isLink ? viewLink : null,
    modifiedAt: timeOf(modifiedAt),
  };
}

/** A time of Miro's. Null if it is none. */
export function timeOf(value: unknown): Date | null {
  const time = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time;
}
