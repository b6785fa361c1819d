import { randomInt } from 'node:crypto';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import type { FakeResponse } from '../graph/server.ts';

/*
 * Boards with frames, sticky notes, cards and tags as Miro's REST API shows them, with the credits that each call takes. It
 * refuses what Miro refuses. Positions are of centers, those of children from the top left of their frame.
 */

const colors = [
  ...['gray', 'light_yellow', 'yellow', 'orange', 'light_green', 'green', 'dark_green', 'cyan'],
  ...['light_pink', 'pink', 'violet', 'red', 'light_blue', 'blue', 'dark_blue', 'black'],
];

export interface FakeItem {
  id: string;
  type: 'sticky_note' | 'card' | 'frame';
  data: { title?: string; content?: string; description?: string; dueDate?: string | null; shape?: string };
  style: { fillColor?: string; cardTheme?: string };
  position: { x: number; y: number };
  geometry: { width: number; height: number };
  parentId: string | null;
  modifiedAt: Date;
}

interface Board {
  id: string;
  name: string;
  modifiedAt: Date;
  /** What each user may do with it. Others cannot see it. */
  access: Map<string, 'editor' | 'viewer'>;
  items: Map<string, FakeItem>;
  tags: Map<string, { id: string; title: string; itemIds: Set<string> }>;
}

type Body = Record<string, unknown>;

/** A refusal. */
class Refusal extends Error {
  readonly response: FakeResponse;

  constructor(status: number, code: string, message: string = code) {
    super(message);
    this.response = { status, json: { status, code, message, context: null, type: 'error' } };
  }
}

const record = (value: unknown): Body => Object(value) as Body;
const numberOf = (value: unknown, fallback: number) => (typeof value === 'number' ? value : fallback);

/** Creates an account's boards. @param url where the fake is, for links */
export function createFakeBoards(clock: Clock, url: () => string) {
  const boards = new Map<string, Board>();
  /** The credits that each user has used in the minute that began at `from`. */
  const used = new Map<string, { from: number; credits: number }>();
  const limits = { credits: 100_000, /** The size of a page, at most what is asked for. */ pageSize: 50 };
  let lastId = 3_458_764_500_000_000_000n;
  const newId = () => {
    lastId += BigInt(randomInt(1, 1_000));
    return String(lastId);
  };

  const touch = (board: Board, item?: FakeItem) => {
    board.modifiedAt = clock.now();
    if (item) item.modifiedAt = clock.now();
  };

  function shown(board: Board, item: FakeItem): object {
    const { id, type, data, style, position, geometry, parentId, modifiedAt } = item;
    return {
      ...{ id, type, data, style, geometry, modifiedAt: modifiedAt.toISOString() },
      position: { ...position, origin: 'center', relativeTo: parentId ? 'parent_top_left' : 'canvas_center' },
      ...(parentId && {
        parent: { id: parentId, links: { self: `${url()}/v2/boards/${board.id}/frames/${parentId}` } },
      }),
      links: { self: `${url()}/v2/boards/${board.id}/items/${id}` },
    };
  }

  const shownBoard = ({ id, name, modifiedAt }: Board) => ({
    ...{ id, type: 'board', name, description: '', modifiedAt: modifiedAt.toISOString() },
    viewLink: `https://miro.example/app/board/${id}`,
  });

  /** Miro makes paragraphs of what a sticky note says. */
  const paragraphs = (content: string) => (/^\s*<p>/.test(content) || content === '' ? content : `<p>${content}</p>`);

  function checkStyle(type: string, style: Body): FakeItem['style'] {
    const { fillColor, cardTheme } = style as { fillColor?: string; cardTheme?: string };
    if (type === 'sticky_note' && fillColor !== undefined && !colors.includes(fillColor))
      throw new Refusal(400, '2.0703', `Unexpected value [${fillColor}], expected one of: ${colors.join(', ')}`);
    if (type === 'card' && cardTheme !== undefined && !/^#[0-9a-f]{6}$/.test(cardTheme))
      throw new Refusal(400, '2.0703', 'cardTheme must be a hex value.');
    return { ...(fillColor && { fillColor }), ...(cardTheme && { cardTheme }) };
  }

  function checkData(type: string, data: Body): FakeItem['data'] {
    const known =
      type === 'card' ? ['title', 'description', 'dueDate'] : ['content', 'shape', 'title', 'format', 'type'];
    const unknown = Object.keys(data).find((name) => !known.includes(name));
    if (unknown) throw new Refusal(400, '2.0703', `Unknown field ${unknown}`);
    const { dueDate, content, shape } = data as FakeItem['data'];
    if (typeof dueDate === 'string' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(dueDate))
      throw new Refusal(400, '2.0703', 'dueDate must be a time in UTC.');
    if (shape !== undefined && shape !== 'square' && shape !== 'rectangle')
      throw new Refusal(400, '2.0703', 'Unknown shape.');
    return { ...(data as FakeItem['data']), ...(content !== undefined && { content: paragraphs(content) }) };
  }

  function checkWithin(board: Board, { parentId, position, geometry }: FakeItem): void {
    const parent = parentId === null ? null : board.items.get(parentId);
    if (parent === null) return;
    if (parent?.type !== 'frame') throw new Refusal(400, '4.0213', 'The parent is no frame of the board.');
    const reach = (center: number, size: number, end: number) => center - size / 2 >= 0 && center + size / 2 <= end;
    const { width, height } = parent.geometry;
    if (!reach(position.x, geometry.width, width) || !reach(position.y, geometry.height, height))
      throw new Refusal(400, '2.0706', 'The position of the item is outside of its parent.');
  }

  function made(board: Board, type: string, body: Body): FakeItem {
    if (type !== 'sticky_note' && type !== 'card' && type !== 'frame')
      throw new Refusal(400, '2.0703', 'Unknown type.');
    const { width, height } = record(body.geometry);
    if (type === 'sticky_note' && width !== undefined && height !== undefined)
      throw new Refusal(400, '2.0703', 'Set either the width or the height of a sticky note.');
    const data = checkData(type, record(body.data));
    const wide = numberOf(
      width,
      type === 'frame' ? 100 : type === 'card' ? 320 : data.shape === 'rectangle' ? 350 : 199,
    );
    const ratio = data.shape === 'rectangle' ? 228 / 350 : 228 / 199;
    const high = type === 'sticky_note' ? wide * ratio : numberOf(height, type === 'frame' ? 100 : 94);
    const { id: parentId } = record(body.parent);
    const { x, y } = record(body.position);
    const item: FakeItem = {
      ...{ id: newId(), type, data, style: checkStyle(type, record(body.style)) },
      position: { x: numberOf(x, 0), y: numberOf(y, 0) },
      geometry: { width: wide, height: high },
      parentId: typeof parentId === 'string' ? parentId : null,
      modifiedAt: clock.now(),
    };
    checkWithin(board, item);
    return item;
  }

  function change(board: Board, item: FakeItem, body: Body): void {
    const { data, style, position, geometry } = body;
    const changed = {
      ...item,
      data: { ...item.data, ...(data !== undefined && checkData(item.type, record(data))) },
      style: { ...item.style, ...(style !== undefined && checkStyle(item.type, record(style))) },
      position: { ...item.position, ...record(position) },
      geometry: { ...item.geometry, ...record(geometry) },
    };
    checkWithin(board, changed);
    if (item.type === 'frame') {
      for (const child of board.items.values())
        if (child.parentId === item.id) checkWithin({ ...board, items: new Map([[item.id, changed]]) }, child);
    }
    Object.assign(item, changed);
    touch(board, item);
  }

  const limitOf = (query: URLSearchParams, min: number, fallback: number) => {
    const text = query.get('limit') ?? String(fallback);
    const limit = Number(text);
    if (!/^\d+$/.test(text) || limit < min || limit > 50)
      throw new Refusal(400, '2.0703', `Unexpected limit [${text}], expected ${min} to 50`);
    return Math.min(limit, Math.max(limits.pageSize, 1));
  };

  function byOffset(values: object[], query: URLSearchParams): FakeResponse {
    const [limit, offset] = [limitOf(query, 1, 20), Number(query.get('offset') ?? 0)];
    const data = values.slice(offset, offset + limit);
    return { status: 200, json: { data, total: values.length, size: data.length, offset, limit, type: 'list' } };
  }

  /** Pages by cursor end without one. The last page may be empty. */
  function byCursor(values: object[], query: URLSearchParams): FakeResponse {
    const limit = limitOf(query, 10, 10);
    const from = Number(Buffer.from(query.get('cursor') ?? '', 'base64url').toString() || 0);
    const data = values.slice(from, from + limit);
    const isFull = data.length === limit;
    const cursor = isFull ? { cursor: Buffer.from(String(from + limit)).toString('base64url') } : {};
    return {
      status: 200,
      json: { data, total: values.length, size: data.length, limit, ...cursor, type: 'cursor-list' },
    };
  }

  function listItems(board: Board, query: URLSearchParams): FakeResponse {
    const [type, parent, tagId] = ['type', 'parent_item_id', 'tag_id'].map((name) => query.get(name));
    if (tagId) {
      const tag = board.tags.get(tagId);
      if (!tag) throw new Refusal(404, 'notFound', 'Tag not found.');
      const tagged = [...tag.itemIds].flatMap((id) => board.items.get(id) ?? []);
      return byOffset(
        tagged.map((item) => shown(board, item)),
        query,
      );
    }
    if (parent && board.items.get(parent)?.type !== 'frame') throw new Refusal(404, 'notFound', 'Frame not found.');
    const found = [...board.items.values()].filter(
      (item) => (!type || item.type === type) && (!parent || item.parentId === parent),
    );
    return byCursor(
      found.map((item) => shown(board, item)),
      query,
    );
  }

  function onBoard(board: Board, method: string, path: string[], query: URLSearchParams, body: unknown): FakeResponse {
    const [kind = '', id = ''] = path;
    if (path.length === 0 && method === 'GET') return { status: 200, json: shownBoard(board) };
    if (kind === 'tags' && method === 'GET' && id === '')
      return byOffset(
        [...board.tags.values()].map((tag) => ({ id: tag.id, title: tag.title, fillColor: 'red', type: 'tag' })),
        query,
      );
    if (kind === 'items' && id === 'bulk' && method === 'POST') {
      const list = Array.isArray(body) ? body : [];
      if (list.length < 1 || list.length > 20) throw new Refusal(400, '2.0701', 'Expected 1 to 20 items.');
      // All or none.
      const items = list.map((one) => made(board, String(record(one).type), record(one)));
      for (const item of items) board.items.set(item.id, item);
      touch(board);
      // In no order that is promised.
      return { status: 201, json: { type: 'bulk-list', data: items.toReversed().map((item) => shown(board, item)) } };
    }
    if (kind === 'items' && id === '' && method === 'GET') return listItems(board, query);
    const type = { frames: 'frame', cards: 'card', sticky_notes: 'sticky_note', items: null }[kind];
    if (type === undefined) throw new Refusal(404, 'notFound', 'Not found.');
    if (method === 'POST' && id === '' && type !== null) {
      const item = made(board, type, record(body));
      board.items.set(item.id, item);
      touch(board);
      return { status: 201, json: shown(board, item) };
    }
    const item = board.items.get(id);
    if (!item || (type !== null && item.type !== type)) throw new Refusal(404, 'notFound', 'Item not found.');
    if (method === 'GET') return { status: 200, json: shown(board, item) };
    if (method === 'DELETE') {
      board.items.delete(id);
      touch(board);
      return { status: 204 };
    }
    if (method !== 'PATCH' || type === null) throw new Refusal(405, 'methodNotAllowed');
    change(board, item, record(body));
    return { status: 200, json: shown(board, item) };
  }

  /** The credits of a call. */
  function costOf(method: string, path: string[], query: URLSearchParams, body: unknown): number {
    if (path[1] === 'bulk') return 100 * Math.max(1, Array.isArray(body) ? body.length : 1);
    if (method === 'DELETE') return 500;
    if (method === 'GET') return path[0] === 'items' && path.length === 1 && !query.has('tag_id') ? 100 : 50;
    return 100;
  }

  /** The credits of a user in this minute. */
  function windowOf(user: string) {
    const now = clock.now().getTime();
    const from = now - (now % 60_000);
    const current = used.get(user);
    const window = current?.from === from ? current : { from, credits: 0 };
    used.set(user, window);
    return window;
  }

  const boardOf = (name: string) => [...boards.values()].find((board) => board.name === name) as Board;

  return {
    limits,
    respond(user: string, method: string, { pathname, searchParams }: URL, body: unknown): FakeResponse {
      const [, boardId, rest = ''] = /^\/v2\/boards(?:\/([^/]+))?(?:\/(.*))?$/.exec(pathname) ?? [];
      const path = rest === '' ? [] : rest.split('/').map(decodeURIComponent);
      const window = windowOf(user);
      const cost = costOf(method, path, searchParams, body);
      const isOver = window.credits + cost > limits.credits;
      if (!isOver) window.credits += cost;
      const headers = {
        'x-ratelimit-limit': String(limits.credits),
        'x-ratelimit-remaining': String(Math.max(0, limits.credits - window.credits)),
        'x-ratelimit-reset': String((window.from + 60_000) / 1000),
      };
      try {
        if (isOver) throw new Refusal(429, 'tooManyRequests', 'Request rate limit exceed');
        if (boardId === undefined) {
          const visible = [...boards.values()].filter(({ access }) => access.has(user));
          return { ...byOffset(visible.map(shownBoard), searchParams), headers };
        }
        const board = boards.get(decodeURIComponent(boardId));
        const access = board?.access.get(user);
        if (!board || !access) throw new Refusal(404, 'notFound', 'Board not found.');
        if (method !== 'GET' && access === 'viewer') throw new Refusal(403, 'insufficientPermissions');
        return { ...onBoard(board, method, path, searchParams, body), headers };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { ...error.response, headers };
      }
    },
    /** Adds a board that some users can edit. @returns its id */
    addBoard(name: string, ...users: string[]): string {
      const id = `uXj${newId().slice(-9)}=`;
      const access = new Map(users.map((user) => [user, 'editor' as const]));
      boards.set(id, { id, name, modifiedAt: clock.now(), access, items: new Map(), tags: new Map() });
      return id;
    },
    setAccess(name: string, user: string, access: 'editor' | 'viewer' | null) {
      if (access) boardOf(name).access.set(user, access);
      else boardOf(name).access.delete(user);
    },
    deleteBoard: (name: string) => void boards.delete(boardOf(name).id),
    names: () => [...boards.values()].map(({ name }) => name),
    /** The items of a board, in the order of their creation. */
    items: (name: string): FakeItem[] => [...boardOf(name).items.values()],
    /** Adds an item as a person does. @returns its id */
    add(name: string, type: FakeItem['type'], body: Body, tags: readonly string[] = []): string {
      const board = boardOf(name);
      const item = made(board, type, body);
      board.items.set(item.id, item);
      for (const title of tags) {
        const known = [...board.tags.values()].find((tag) => tag.title === title);
        const tag = known ?? { id: newId(), title, itemIds: new Set<string>() };
        board.tags.set(tag.id, tag);
        tag.itemIds.add(item.id);
      }
      touch(board);
      return item.id;
    },
    /** Changes an item as a person does. */
    edit(name: string, id: string, changed: Partial<Pick<FakeItem, 'data' | 'position' | 'parentId' | 'style'>>) {
      const board = boardOf(name);
      const item = board.items.get(id) as FakeItem;
      Object.assign(item, changed);
      touch(board, item);
    },
    /** Deletes an item as a person does: a frame with what is in it. */
    remove(name: string, id: string) {
      const board = boardOf(name);
      for (const child of [...board.items.values()].filter(({ parentId }) => parentId === id))
        board.items.delete(child.id);
      board.items.delete(id);
      touch(board);
    },
  };
}

export type FakeBoards = ReturnType<typeof createFakeBoards>;
