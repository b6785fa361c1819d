import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Prisma } from '../../../../src/generated/sqlite/client.ts';
import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { childModels, parentOfChild } from '../../../../src/platform/database/model-relations.ts';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { engine } from '../../../support/databases.ts';
import { populate } from '../../../support/examples.ts';
import { leaveToCI, tries } from '../../../support/services.ts';

/* That a client which follows `changes` comes to have what the server has, whatever happens meanwhile. */

const shown = `__typename id
  ... on Task { version title status trashedAt labels(withTrashed: true) { id } parent { id } goal { id } }
  ... on Label { version name trashedAt }
  ... on Goal { version title trashedAt labels(withTrashed: true) { id } }
  ... on DailyFocus { version intention trashedAt tasks(withTrashed: true) { id } }`;
const types = ['TASK', 'LABEL', 'GOAL', 'DAILY_FOCUS'];

interface Entry {
  nodeId: string;
  nodeVersion: number;
  changeSet: { id: string };
  node: { id: string; version?: number } | null;
}
interface Page {
  changes: Entry[];
  cursor: string;
  hasMore: boolean;
}

const text = `query ($after: String, $first: Int, $types: [NodeType!]) {
  changes(after: $after, first: $first, types: $types) { ... on ChangePage {
    cursor hasMore changes { nodeId nodeVersion changeSet { id } node { ${shown} } }
  } ... on Error { message } }
}`;
const changesOf = async (person: SignedInPerson, variables: object): Promise<Page> =>
  (await person.query(text, variables)).changes;

/** What a client keeps: its rows, and where it got to. */
type Copy = { rows: Map<string, object>; cursor: string };

/** Reads the lists one after the other, as a client does that has nothing yet. */
async function snapshot(person: SignedInPerson, between: () => Promise<void> = async () => {}): Promise<Copy> {
  const { cursor } = await changesOf(person, {});
  const rows = new Map<string, object>();
  for (const list of [
    'tasks',
    'tasks(trashed: true)',
    'labels',
    'labels(trashed: true)',
    'goals',
    'goals(trashed: true)',
  ]) {
    const field = list.replace(/\(|$/, (end) => (end === '(' ? '(first: 100, ' : '(first: 100)'));
    const { page } = await person.query(`{ page: ${field} { nodes { ... on Node { ${shown} } } } }`);
    for (const node of page.nodes) rows.set(node.id, node);
    await between();
  }
  const { focus } = (await person.query(`{ day { focus { ... on Node { ${shown} } } } }`)).day;
  if (focus) rows.set(focus.id, focus);
  return { rows, cursor };
}

/** Takes over all changes since. */
async function catchUp(person: SignedInPerson, copy: Copy, first: number): Promise<void> {
  for (let more = true; more; ) {
    const page = await changesOf(person, { after: copy.cursor, first, types });
    for (const { nodeId, node } of page.changes) {
      if (node) copy.rows.set(nodeId, node);
      else copy.rows.delete(nodeId);
    }
    copy.cursor = page.cursor;
    more = page.hasMore;
  }
}

const sorted = (rows: Map<string, object>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));

/** What somebody may do next, with rows that are picked by numbers. */
type Step = { kind: number; a: number; b: number };

async function take(person: SignedInPerson, ids: Record<'Task' | 'Label' | 'Goal', string[]>, { kind, a, b }: Step) {
  const pick = (type: 'Task' | 'Label' | 'Goal', n: number) => ids[type][n % Math.max(1, ids[type].length)];
  const add = async (type: 'Task' | 'Label' | 'Goal', mutation: string, input: object) => {
    const row = await person.mutate(mutation, input, 'id');
    if (row.id) ids[type].push(row.id);
  };
  const [task, label, goal] = [pick('Task', a), pick('Label', b), pick('Goal', b)];
  const labelIds = label ? [label] : [];
  const steps: (() => Promise<unknown>)[] = [
    () => add('Task', 'createTask', { title: `t${a}`, labelIds, ...(b % 2 === 0 && task && { parentId: task }) }),
    () => add('Label', 'createLabel', { name: `l${a}-${b}` }),
    () => add('Goal', 'createGoal', { title: `g${a}`, kind: 'PROJECT', labelIds }),
    () => person.mutate('updateTask', { id: task ?? '', title: `u${b}`, goalId: goal ?? null, labelIds }),
    () => person.mutate('trash', { id: task ?? '' }),
    () => person.mutate('trash', { id: label ?? '' }),
    () => person.mutate('trash', { id: goal ?? '' }),
    () => person.mutate('restore', { id: pick('Task', b) ?? '' }),
    () => person.mutate('setDailyFocus', { intention: `i${a}`, taskIds: task ? [task] : [] }),
    () => person.mutate('emptyTrash', {}, 'deletedCount'),
    async () => {
      const { changeSets } = await person.query('{ changeSets(first: 9) { nodes { id } } }');
      const { id } = changeSets.nodes[a % changeSets.nodes.length];
      await person.mutate('undoChangeSet', { changeSetId: id });
    },
  ];
  await steps[kind % steps.length]?.();
}

const step = fc.record({ kind: fc.nat({ max: 10 }), a: fc.nat({ max: 6 }), b: fc.nat({ max: 6 }) });

test('a snapshot with the changes since its cursor equals a fresh read, during any writes', async () => {
  const app = await createTestApp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 8 }),
      fc.array(step, { minLength: 4, maxLength: 14 }),
      fc.integer({ min: 1, max: 7 }),
      async (during, later, first) => {
        const ada = await app.person();
        const ids = { Task: [], Label: [], Goal: [] };
        for (const kind of [1, 2, 0, 0]) await take(ada, ids, { kind, a: kind, b: 1 });
        const steps = during.values();
        const copy = await snapshot(ada, async () => {
          const next = steps.next().value;
          if (next) await take(ada, ids, next);
        });
        await catchUp(ada, copy, first);
        for (const next of later) await take(ada, ids, next);
        await catchUp(ada, copy, first);
        const fresh = await snapshot(ada);
        // Rows name others: those that are gone for good are for the client to leave out.
        expect(sorted(seen(copy.rows))).toEqual(sorted(seen(fresh.rows)));
      },
    ),
    {
      numRuns: tries(6),
      // What a row is joined to while that is in the trash shows again once it is restored, here by an undo.
      examples: [
        [[5, 0, 1, 0, 0, 0].map((kind) => ({ kind, a: 0, b: 3 })), [{ kind: 10, a: 2, b: 0 }], 1],
        // And so does what was removed for good together with its place in a day's focus.
        [
          [1, 8, 1, 4, 9, 3].map((kind) => ({ kind, a: 0, b: 0 })),
          [1, 10, 7].map((kind, a) => ({ kind, a, b: kind % 2 })),
          1,
        ],
        // Undoing the first setting of a focus puts it in the trash.
        [[], [8, 10].map((kind) => ({ kind, a: 0, b: 0 })), 1],
      ],
    },
  );
});

/**
 * The rows as a client keeps them: what they name, as far as that is still there. A focus in the trash is left out, as a day has
 * none then.
 */
function seen(rows: Map<string, object>): Map<string, object> {
  const shownRows = [...rows].filter(
    ([id, row]) => !(id.startsWith('DailyFocus:') && (row as { trashedAt?: string }).trashedAt),
  );
  const entries = shownRows.map(([id, row]): [string, object] => {
    const { labels, tasks, ...rest } = row as { labels?: { id: string }[]; tasks?: { id: string }[] };
    const left = (all?: { id: string }[]) =>
      all
        ?.filter((one) => rows.has(one.id))
        .map((one) => one.id)
        .sort();
    return [id, { ...rest, labels: left(labels), tasks: left(tasks) }];
  });
  return new Map(entries);
}

test('a part never changes without a change of its node in the same change set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await populate(app, ada);
  const ownerId = fromGlobalId(ada.id)?.id ?? '';
  const changes = await app.db.reads.change.findMany({ where: { ownerId } });
  const rows = new Set(changes.map(({ sequence, model, rowId }) => `${sequence} ${model} ${rowId}`));
  const parts = changes.filter(({ model }) => childModels.includes(model as Prisma.ModelName));
  const orphans = parts.filter(({ sequence, model, before, after }) => {
    const row = (after ?? before) as Record<string, string>;
    const { target, column } = parentOfChild(model);
    return !rows.has(`${sequence} ${target} ${row[column]}`);
  });
  expect(orphans).toEqual([]);
  expect(new Set(parts.map(({ model }) => model)).size).toBeGreaterThan(12);
});

test('with eight writers and four readers, each reader sees every change once, in order', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const people = [await app.person('Ada'), await app.person('Bob'), await app.person('Eve')];
  const starts = await Promise.all(people.map(async (person) => (await changesOf(person, {})).cursor));
  const writers = Array.from({ length: 8 }, (_, index) => write(people[index % 3] as SignedInPerson, index));
  let writing = true;
  const done = Promise.all(writers).finally(() => {
    writing = false;
  });
  // Two of the readers follow the same person, by pages of other sizes.
  const readers = [0, 1, 2, 0].map((who, index) =>
    follow(people[who] as SignedInPerson, starts[who] as string, index + 2, () => writing),
  );
  await done;
  const read = await Promise.all(readers);
  for (const [index, who] of [0, 1, 2, 0].entries()) {
    const person = people[who] as SignedInPerson;
    const seenByIt = read[index] ?? [];
    expect(seenByIt.map(({ key }) => key)).toEqual(await committed(app, person));
    const versions = Map.groupBy(seenByIt, ({ nodeId }) => nodeId);
    for (const entries of versions.values()) {
      expect(entries.map(({ nodeVersion }) => nodeVersion)).toEqual(entries.map((_, version) => version + 1));
      // What is shown is never older than the change that it is shown with.
      expect(entries.every(({ node, nodeVersion }) => node === null || (node.version ?? 0) >= nodeVersion)).toBe(true);
    }
  }
  expect(read.flat().length).toBeGreaterThan(8 * 6);
});

/** Makes a few tasks and changes each of them, again and again. */
async function write(person: SignedInPerson, index: number): Promise<void> {
  const { id } = await person.mutate('createTask', { title: `Of ${index}` });
  for (let i = 0; i < (engine === 'postgresql' ? 12 : 6); i += 1) {
    await person.mutate('updateTask', { id, title: `Of ${index}, ${i}` });
    if (i % 4 === 0) await person.mutate('createTask', { title: `Part ${i} of ${index}`, parentId: id });
  }
}

/** Pages through the changes for as long as there are writers, and then to the end. */
async function follow(person: SignedInPerson, start: string, first: number, writing: () => boolean) {
  const entries: (Entry & { key: string })[] = [];
  let cursor = start;
  for (;;) {
    const goesOn = writing();
    const page = await changesOf(person, { after: cursor, first });
    for (const entry of page.changes) entries.push({ ...entry, key: `${entry.changeSet.id} ${entry.nodeId}` });
    cursor = page.cursor;
    if (!goesOn && !page.hasMore) return entries;
  }
}

/** The changes of rows of their own that the log holds of somebody, in order, but for those of signing up. */
async function committed(app: TestApp, person: SignedInPerson): Promise<string[]> {
  const changes = await app.db.reads.change.findMany({
    where: { ownerId: fromGlobalId(person.id)?.id ?? '', model: 'Task' },
    orderBy: [{ sequence: 'asc' }, { ordinal: 'asc' }],
    include: { changeSet: true },
  });
  return changes.map(({ changeSet, model, rowId }) => `ChangeSet:${changeSet.id} ${model}:${rowId}`);
}
