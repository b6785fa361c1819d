import { ProviderError } from '../provider-error.ts';
import type { AskMiro } from './client.ts';

/** A board that the account can see. */
export interface Board {
  id: string;
  name: string;
  /** Where people open it. */
  viewUrl: string | null;
  /** When it was changed last. Null if Miro does not say. */
  modifiedAt: Date | null;
}

const pageSize = 50;

/** The boards that the account can see, by name. @param max the maximum number that are read */
export async function listBoards(ask: AskMiro, max: number): Promise<Board[]> {
  const boards = new Map<string, Board>();
  for (let offset = 0; boards.size < max; offset += pageSize) {
    const query = { limit: String(pageSize), offset: String(offset), sort: 'alphabetically' };
    const { data, total } = await ask({ method: 'GET', path: '/v2/boards', query, level: 1 });
    if (!Array.isArray(data)) throw new ProviderError('Miro responded with something other than a page.');
    for (const value of data) {
      const board = boardOf(value);
      if (board && boards.size < max) boards.set(board.id, board);
    }
    // A page may have fewer than asked for, and one that was created meanwhile moves the others on.
    if (data.length === 0 || (typeof total === 'number' && offset + pageSize >= total)) break;
  }
  return [...boards.values()];
}

/** Whether a board can be seen. */
export async function canSeeBoard(ask: AskMiro, boardId: string): Promise<boolean> {
  try {
    await ask({ method: 'GET', path: boardPath(boardId), level: 1 });
    return true;
  } catch (error) {
    if (error instanceof ProviderError && (error.status === 404 || error.status === 403)) return false;
    throw error;
  }
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
