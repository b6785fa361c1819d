import { randomUUID } from 'node:crypto';
import type {
  BodyType,
  Importance,
  LinkedResource,
  PatternedRecurrence,
  TaskStatus,
  TodoTask,
  TodoTaskList,
  WellknownListName,
} from '@microsoft/microsoft-graph-types';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import { refused } from './refusals.ts';
import type { Asked, FakeResponse } from './server.ts';
import { nextDue, patchOf, type TodoValues } from './todo-values.ts';

/*
 * The To Do of an account as Microsoft Graph shows it: lists and tasks with their links, as lists and as deltas. It refuses what Graph
 * refuses, changes the id of a task that moves, and has the oddities that people have reported.
 */

/** A task. */
export interface FakeTodo extends TodoValues {
  id: string;
  listId: string;
  links: (LinkedResource & { id: string })[];
  changeKey: number;
}

interface FakeList {
  id: string;
  name: string;
  kind: WellknownListName;
}

/** Creates an empty To Do. @param url where the fake is, for the links of pages */
export function createFakeTodo(clock: Clock, url: () => string) {
  const lists = new Map<string, FakeList>();
  const tasks = new Map<string, FakeTodo>();
  /** The number of the last change of each task in each list, gone ones among them. */
  const changes = new Map<string, Map<string, number>>();
  const rounds = new Map<string, object[]>();
  /** Tasks that are not told until the next round. */
  const late = new Set<string>();
  const oddities = {
    pageSize: 100,
    /** Whether pages have an empty one among them, tasks twice, removals that are taken back, and those of unknown tasks. */
    isMessy: false,
    /** Whether lists and deltas tell the links of tasks unasked. */
    tellsLinks: true,
    /** Whether the task of a completed occurrence has the links of the one that repeats. */
    copiesLinks: false,
    /** Whether the task of a completed occurrence is told by deltas only after the one that repeats. */
    copiesLate: false,
    /** Whether all links of deltas so far are forgotten. */
    forgottenUntil: 0,
    /** The number of writes that are done, and then responded to with 503. */
    lostResponses: 0,
  };
  let sequence = 0;
  const newId = (label: string) => `${label}-${randomUUID().replaceAll('-', '')}`;

  function touch(listId: string, id: string) {
    sequence += 1;
    const ofList = changes.get(listId) ?? new Map<string, number>();
    changes.set(listId, ofList.set(id, sequence));
  }
  function changed(task: FakeTodo) {
    task.changeKey += 1;
    touch(task.listId, task.id);
  }

  const etagOf = ({ id, changeKey }: FakeTodo) => `W/"${id.slice(-6)}-${changeKey}"`;

  function told(task: FakeTodo, withLinks = oddities.tellsLinks): TodoTask {
    const { id, title, body, status, importance, due, completedOn, recurrence, links } = task;
    // What OData adds, which the types of Graph do not have.
    const annotations: object = { '@odata.etag': etagOf(task) };
    return {
      ...annotations,
      id,
      title,
      // Graph has the line breaks of Windows.
      body: { content: body.content.replaceAll(/\r?\n/g, '\r\n'), contentType: body.contentType as BodyType },
      status: status as TaskStatus,
      importance: importance as Importance,
      isReminderOn: false,
      hasAttachments: false,
      categories: [],
      createdDateTime: '2026-11-01T00:00:00Z',
      lastModifiedDateTime: clock.now().toISOString(),
      ...(due && { dueDateTime: due }),
      ...(completedOn && { completedDateTime: { dateTime: `${completedOn}T00:00:00.0000000`, timeZone: 'UTC' } }),
      ...(recurrence && { recurrence: recurrence as PatternedRecurrence }),
      ...(withLinks && { linkedResources: links }),
    };
  }

  const inList = (listId: string) => [...tasks.values()].filter((task) => task.listId === listId);
  const parse = (token: string) => JSON.parse(Buffer.from(token, 'base64url').toString());
  const write = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  /** A page of values, of which `messy` ones have an empty page at the start. */
  function page(values: object[], offset: number, path: string, next: object, end: object): FakeResponse {
    const isEmpty = oddities.isMessy && offset === 0 && !('seen' in next);
    const until = isEmpty ? 0 : offset + Math.max(1, oddities.pageSize);
    const body = {
      '@odata.context': `${url()}/v1.0/$metadata#todo`,
      value: isEmpty ? [] : values.slice(offset, until),
    };
    if (until >= values.length && !isEmpty) return { status: 200, json: { ...body, ...end } };
    const token = write({ ...next, ...(isEmpty && { seen: true }), offset: until });
    return { status: 200, json: { ...body, '@odata.nextLink': `${url()}${path}?$skiptoken=${token}` } };
  }

  function delta(listId: string, path: string, query: URLSearchParams): FakeResponse {
    for (const name of query.keys())
      if (!['$skiptoken', '$deltatoken'].includes(name))
        return refused(400, 'invalidRequest', `The query parameter ${name} is not supported.`);
    const gone = refused(410, 'SyncStateNotFound');
    const skip = query.get('$skiptoken');
    const since = query.get('$deltatoken');
    const token = skip ?? since;
    const given = token === null ? null : parse(token);
    if (given && given.at < oddities.forgottenUntil) return gone;
    if (given && given.listId !== listId) return refused(400, 'invalidRequest', 'The token is of another list.');
    const round = skip === null ? newId('round') : (given.round as string);
    const at = skip === null ? sequence : (given.at as number);
    if (skip === null) {
      const values = since === null ? inList(listId).map((one) => told(one)) : changesSince(listId, given.at);
      rounds.set(
        round,
        values.filter((value) => !late.has(String(Object(value).id))),
      );
      tellLater(listId);
    }
    const values = rounds.get(round);
    if (!values) return gone;
    const rest = { ...(given?.seen && { seen: true }), listId, round, at };
    const end = { '@odata.deltaLink': `${url()}${path}?$deltatoken=${write({ listId, at })}` };
    return page(oddities.isMessy && skip === null ? messy(round, values) : values, given?.offset ?? 0, path, rest, end);
  }

  /** Has what was not told yet told by the next round. */
  function tellLater(listId: string) {
    for (const id of late) {
      if (tasks.get(id)?.listId !== listId) continue;
      touch(listId, id);
      late.delete(id);
    }
  }

  function changesSince(listId: string, since: number): object[] {
    const ids = [...(changes.get(listId) ?? [])].filter(([, at]) => at > since).map(([id]) => id);
    return ids.map((id) => {
      const task = tasks.get(id);
      return task?.listId === listId ? told(task) : { id, '@removed': { reason: 'deleted' } };
    });
  }

  /** The same with what does not count before it. */
  function messy(round: string, values: object[]): object[] {
    const gone = (id: string) => ({ id, '@removed': { reason: 'deleted' } });
    const before = values.flatMap((value) =>
      'title' in value ? [gone(String(Object(value).id)), { ...value, title: 'An older version' }] : [],
    );
    const all = [gone('unknown'), ...before, ...values.toReversed()];
    rounds.set(round, all);
    return all;
  }

  const listJson = ({ id, name, kind }: FakeList): TodoTaskList => {
    const annotations: object = { '@odata.etag': `W/"${id}"` };
    return { ...annotations, id, displayName: name, isOwner: true, isShared: false, wellknownListName: kind };
  };

  function listsPage(query: URLSearchParams): FakeResponse {
    const offset = query.has('$skiptoken') ? parse(query.get('$skiptoken') ?? '').offset : 0;
    const values = [...lists.values()].map(listJson);
    return page(values, offset, '/v1.0/me/todo/lists', { seen: true }, {});
  }

  function tasksPage(listId: string, path: string, query: URLSearchParams): FakeResponse {
    const skip = query.has('$skiptoken') ? parse(query.get('$skiptoken') ?? '') : null;
    const expands = skip ? skip.expands : query.get('$expand') === 'linkedResources';
    const values = inList(listId).map((task) => told(task, expands || oddities.tellsLinks));
    return page(values, skip?.offset ?? 0, path, { seen: true, expands }, {});
  }

  /** Does what was asked for, and responds as if it had not been done, as often as was asked for. */
  function done(response: FakeResponse): FakeResponse {
    if (oddities.lostResponses === 0) return response;
    oddities.lostResponses -= 1;
    return { status: 503, html: 'Service Unavailable' };
  }

  function create(listId: string, json: unknown): FakeResponse {
    const patch = patchOf(json, ['linkedResources']);
    if ('status' in patch) return patch;
    if (!patch.values.title) return refused(400, 'invalidRequest', 'A task needs a title.');
    const links = (json as { linkedResources?: FakeTodo['links'] }).linkedResources ?? [];
    const id = add(listId, patch.values);
    (tasks.get(id) as FakeTodo).links.push(...links.map((link) => ({ ...link, id: newId('link') })));
    return done({ status: 201, json: told(tasks.get(id) as FakeTodo) });
  }

  function one(listId: string, id: string, { method, headers, json }: Asked, query: URLSearchParams): FakeResponse {
    const task = tasks.get(id);
    if (task?.listId !== listId) return refused(404, 'ErrorItemNotFound');
    if (method === 'GET')
      return { status: 200, json: told(task, query.get('$expand') === 'linkedResources' || oddities.tellsLinks) };
    const expected = headers['if-match'];
    if (expected !== undefined && expected !== etagOf(task)) return refused(412, 'ErrorIrresolvableConflict');
    if (method === 'DELETE') {
      remove(id);
      return done({ status: 204 });
    }
    const patch = patchOf(json, []);
    if ('status' in patch) return patch;
    if (patch.values.recurrence && !(patch.values.due ?? task.due))
      return refused(400, 'invalidRequest', 'A task that repeats needs a due date.');
    update(id, patch.values);
    return done({ status: 200, json: told(task) });
  }

  function link(listId: string, id: string, json: unknown): FakeResponse {
    const task = tasks.get(id);
    if (task?.listId !== listId) return refused(404, 'ErrorItemNotFound');
    const added = { ...(json as FakeTodo['links'][number]), id: newId('link') };
    task.links.push(added);
    changed(task);
    return done({ status: 201, json: added });
  }

  /** Adds a task. @returns its id */
  function add(listId: string, values: Partial<TodoValues>): string {
    const id = newId('task');
    const usual = { title: '', body: { content: '', contentType: 'text' }, status: 'notStarted', importance: 'normal' };
    const none = { due: null, completedOn: null, recurrence: null };
    tasks.set(id, { ...usual, ...none, ...values, id, listId, links: [], changeKey: 1 });
    touch(listId, id);
    return id;
  }

  /**
   * Completes the occurrence of a task that repeats, as To Do does: it becomes a task of its own, which is completed, and the
   * task itself goes on to the next.
   * @returns false if that is not the case
   */
  function complete(task: FakeTodo, values: Partial<TodoValues>): boolean {
    const due = nextDue(task);
    if (values.status !== 'completed' || !due) return false;
    const { recurrence, links } = task;
    const copy = add(task.listId, { ...task, ...values, recurrence: null });
    if (oddities.copiesLate) late.add(copy);
    const kept = oddities.copiesLinks ? links.map((link) => ({ ...link, id: newId('link') })) : [];
    const completedOn = clock.now().toISOString().slice(0, 10);
    Object.assign(tasks.get(copy) as FakeTodo, { completedOn, links: kept });
    const count = recurrence?.range.numberOfOccurrences;
    if (recurrence && count) recurrence.range.numberOfOccurrences = count - 1;
    Object.assign(task, { ...values, due, status: 'notStarted', completedOn: null });
    changed(task);
    return true;
  }

  function update(id: string, values: Partial<TodoValues>) {
    const task = tasks.get(id) as FakeTodo;
    if (complete(task, values)) return;
    // A known fault: another due date of a task that repeats makes a task more, and leaves it as it is.
    if (task.recurrence && values.due && values.recurrence === undefined) {
      add(task.listId, { ...task, due: nextDue(task) });
      return;
    }
    const { status = task.status } = values;
    const today = clock.now().toISOString().slice(0, 10);
    const completedOn = status === 'completed' ? (task.completedOn ?? today) : null;
    Object.assign(task, values, { completedOn });
    changed(task);
  }

  function remove(id: string): FakeTodo | undefined {
    const task = tasks.get(id);
    tasks.delete(id);
    if (task) touch(task.listId, id);
    return task;
  }

  return {
    oddities,
    respond(asked: Asked, { pathname, searchParams }: URL): FakeResponse | null {
      if (pathname === '/v1.0/me/todo/lists') return listsPage(searchParams);
      const [, only] = /^\/v1\.0\/me\/todo\/lists\/([^/]+)$/.exec(pathname) ?? [];
      const found = only === undefined ? null : lists.get(decodeURIComponent(only));
      if (only !== undefined) return found ? { status: 200, json: listJson(found) } : refused(404, 'ErrorItemNotFound');
      const [, list = '', rest = ''] = /^\/v1\.0\/me\/todo\/lists\/([^/]+)\/tasks(.*)$/.exec(pathname) ?? [];
      const listId = decodeURIComponent(list);
      if (list === '') return null;
      if (!lists.has(listId)) return refused(404, 'ErrorItemNotFound');
      const [, task = '', more = ''] = /^\/([^/]+)(\/linkedResources)?$/.exec(rest) ?? [];
      const taskId = decodeURIComponent(task);
      if (asked.method === 'GET' && rest === '/delta') return delta(listId, pathname, searchParams);
      if (asked.method === 'GET' && rest === '') return tasksPage(listId, pathname, searchParams);
      if (asked.method !== 'GET' && asked.method !== 'DELETE' && asked.json === null)
        return refused(400, 'invalidRequest', 'There is no JSON.');
      if (asked.method === 'POST' && rest === '') return create(listId, asked.json);
      if (asked.method === 'POST' && more !== '') return link(listId, taskId, asked.json);
      return task === '' ? null : one(listId, taskId, asked, searchParams);
    },
    addList(name: string, kind: WellknownListName = 'none'): string {
      const id = newId('list');
      lists.set(id, { id, name, kind });
      return id;
    },
    removeList(id: string) {
      lists.delete(id);
      for (const task of inList(id)) remove(task.id);
    },
    add,
    update,
    remove,
    /** Takes back that a task was deleted: it has its id again. */
    restore(task: FakeTodo) {
      tasks.set(task.id, task);
      changed(task);
    },
    /** Moves a task to another list, where it has another id. @returns that id */
    move(id: string, listId: string): string {
      const task = remove(id) as FakeTodo;
      const moved = newId('task');
      tasks.set(moved, { ...task, id: moved, listId, changeKey: 1 });
      touch(listId, moved);
      return moved;
    },
    /** Makes all links of deltas so far worthless. */
    forget() {
      sequence += 1;
      oddities.forgottenUntil = sequence;
    },
    lists: () => [...lists.values()],
    tasks: () => [...tasks.values()],
    inList,
    get: (id: string) => tasks.get(id),
  };
}

export type FakeTodoAccount = ReturnType<typeof createFakeTodo>;
