import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson, type TestApp } from '../../support/app.ts';
import { tries } from '../../support/services.ts';
import { caseless } from './filters.reference.ts';

/* Pages of the real database, against a list sorted in memory. */

interface Term {
  field: string;
  direction: 'ASC' | 'DESC';
  nulls: 'FIRST' | 'LAST';
}

type Row = Record<string, string | number | null> & { id: string };

const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'];

/** What each field sorts by, as the API shows it. */
const keys: Record<string, (row: Row) => string | number | null> = {
  POSITION: (row) => row.position ?? null,
  TITLE: (row) => caseless(String(row.title)),
  PRIORITY: (row) => priorities.indexOf(String(row.priority)),
  SCHEDULED_ON: (row) => row.scheduledOn ?? null,
  SCHEDULED_AT: (row) => row.scheduledAt ?? null,
  DUE_ON: (row) => row.dueOn ?? null,
  ESTIMATE_MINUTES: (row) => row.estimateMinutes ?? null,
  COMPLETED_AT: (row) => row.completedAt ?? null,
  CARRY_OVER_COUNT: (row) => row.carryOverCount ?? null,
  CREATED_AT: (row) => row.createdAt ?? null,
  UPDATED_AT: (row) => row.updatedAt ?? null,
};

/** Texts by their characters' code points, as UTF-8 sorts its bytes; numbers by size. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function sorted(rows: Row[], order: Term[]): Row[] {
  return rows.toSorted((a, b) => {
    for (const { field, direction, nulls } of order) {
      const [left, right] = [keys[field]?.(a) ?? null, keys[field]?.(b) ?? null];
      if (left === null || right === null) {
        if (left === right) continue;
        return (left === null) === (nulls === 'FIRST') ? -1 : 1;
      }
      const difference = compare(left, right);
      if (difference !== 0) return direction === 'ASC' ? difference : -difference;
    }
    return compare(a.id, b.id);
  });
}

const orders: fc.Arbitrary<Term[]> = fc.uniqueArray(
  fc.record<Term>({
    field: fc.constantFrom(...Object.keys(keys)),
    direction: fc.constantFrom('ASC', 'DESC'),
    nulls: fc.constantFrom('FIRST', 'LAST'),
  }),
  { selector: ({ field }) => field, minLength: 1, maxLength: 4 },
);

const fields = `id title position priority scheduledOn scheduledAt dueOn estimateMinutes completedAt carryOverCount
  createdAt updatedAt`;
const query = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [TaskOrder!]) {
  tasks(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    totalCount edges { cursor node { id } } nodes { ${fields} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}
const ask = async (person: SignedInPerson, variables: object): Promise<Page> =>
  (await person.query(query, variables)).tasks;
const all = async (person: SignedInPerson) => (await ask(person, { first: 100 })).nodes;

/** Tasks that are level in many ways: few values, many gaps, few moments at which they were made. */
async function fill(app: TestApp, person: SignedInPerson, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    if (i % 5 === 0) app.clock.advance(1000);
    const { id } = await person.mutate('createTask', {
      title: ['Äther', 'äther', 'Zebra', 'zebra', 'Öl', '😀', '\uffee', 'b'][i % 8],
      priority: priorities[(i * 2) % 3],
      ...(i % 3 === 1 && { scheduledOn: `2026-11-2${i % 4}` }),
      ...(i % 3 === 2 && { scheduledAt: `2026-11-2${i % 4}T09:00:00Z` }),
      dueOn: i % 2 === 0 ? null : `2026-12-0${(i % 3) + 1}`,
      estimateMinutes: i % 4 === 0 ? null : (i % 3) + 1,
    });
    if (i % 4 === 3) await person.mutate('completeTask', { id });
  }
}

test('pages of any order and size, forward and backward, have every record once, in order', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await fill(app, ada, 26);
  const rows = await all(ada);
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 1, max: 30 }), async (orderBy, size) => {
      const expected = sorted(rows, orderBy).map(({ id }) => id);
      const forward: string[] = [];
      const backward: string[] = [];
      let pages = 0;
      for (let after: string | null = null; pages <= rows.length; ) {
        const { edges, nodes, pageInfo, totalCount }: Page = await ask(ada, { first: size, after, orderBy });
        expect(edges.map(({ node }) => node.id)).toEqual(nodes.map(({ id }) => id));
        expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
        expect([totalCount, pageInfo.hasPreviousPage]).toEqual([rows.length, after !== null]);
        forward.push(...nodes.map(({ id }) => id));
        expect({ orderBy, size, more: pageInfo.hasNextPage }).toEqual({
          orderBy,
          size,
          more: forward.length < rows.length,
        });
        after = pageInfo.endCursor;
        pages += 1;
        if (!pageInfo.hasNextPage) break;
      }
      expect({ orderBy, size, ids: forward }).toEqual({ orderBy, size, ids: expected });
      expect(pages).toBe(Math.ceil(rows.length / size));
      for (let before: string | null = null; pages > 0; pages -= 1) {
        const { nodes, pageInfo }: Page = await ask(ada, { last: size, before, orderBy });
        backward.unshift(...nodes.map(({ id }) => id));
        expect(pageInfo.hasNextPage).toBe(before !== null);
        expect({ orderBy, size, more: pageInfo.hasPreviousPage }).toEqual({ orderBy, size, more: pages > 1 });
        before = pageInfo.startCursor;
      }
      expect({ orderBy, size, ids: backward }).toEqual({ orderBy, size, ids: expected });
    }),
    { numRuns: tries(25) },
  );
});

test('a page between two cursors has the records between them', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await fill(app, ada, 20);
  const rows = await all(ada);
  const places = fc.integer({ min: 0, max: rows.length - 1 });
  await fc.assert(
    fc.asyncProperty(orders, places, places, fc.boolean(), async (orderBy, from, to, backward) => {
      const { edges } = await ask(ada, { first: 100, orderBy });
      const between = { after: edges[from]?.cursor, before: edges[to]?.cursor, orderBy };
      const { nodes } = await ask(ada, { ...between, ...(backward ? { last: 3 } : { first: 3 }) });
      const expected = edges.slice(from + 1, Math.max(to, from + 1)).map(({ node }) => node.id);
      expect(nodes.map(({ id }) => id)).toEqual(backward ? expected.slice(-3) : expected.slice(0, 3));
    }),
    { numRuns: tries(25) },
  );
});

test('records that are added or removed between pages do not affect others', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await fill(app, ada, 24);
  const steps = fc.array(fc.constantFrom('add', 'trash', 'nothing'), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 2, max: 6 }), steps, fc.infiniteStream(fc.nat()), fc.boolean(), walk),
    { numRuns: tries(12) },
  );

  async function walk(order: Term[], size: number, changes: string[], numbers: Stream, backward: boolean) {
    // What a row is sorted by must stand still; trashing one changes when it was last changed.
    const orderBy = order.filter(({ field }) => field !== 'UPDATED_AT');
    const before = await all(ada);
    const touched = new Set<string>();
    const seen: string[] = [];
    const trashed: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 100; page += 1) {
      const part = backward ? { last: size, before: cursor } : { first: size, after: cursor };
      const { nodes, pageInfo }: Page = await ask(ada, { ...part, orderBy });
      if (backward) seen.unshift(...nodes.map(({ id }) => id));
      else seen.push(...nodes.map(({ id }) => id));
      cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
      if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) break;
      const change = changes[page];
      if (change === 'add') {
        const { id } = await ada.mutate('createTask', { title: `Äther ${page}`, priority: 'LOW' });
        touched.add(id);
      }
      // Now and then the very row that the cursor stands for.
      const victim = nodes.at(numbers.next().value % 2 === 0 ? -1 : 0)?.id;
      const other = before[(numbers.next().value as number) % before.length]?.id ?? '';
      if (change === 'trash') {
        const id = page % 2 === 0 && victim ? victim : other;
        trashed.push((await ada.mutate('trash', { id })).__typename);
        touched.add(id);
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(trashed.every((type) => type === 'Task')).toBe(true);
    const expected = sorted(before, orderBy).map(({ id }) => id);
    const steady = expected.filter((id) => !touched.has(id));
    expect({ orderBy, size, backward, ids: seen.filter((id) => !touched.has(id)) }).toEqual({
      orderBy,
      size,
      backward,
      ids: steady,
    });
    for (const id of touched) await ada.mutate(before.some((row) => row.id === id) ? 'restore' : 'trash', { id });
  }
});

type Stream = IterableIterator<number>;

test('a cursor is valid for its own order only', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await fill(app, ada, 6);
  const title = [{ field: 'TITLE' }];
  const priority = [{ field: 'PRIORITY' }];
  const { edges } = await ask(ada, { first: 2, orderBy: title });
  const after = edges[0]?.cursor ?? '';
  expect((await ask(ada, { first: 2, after, orderBy: title })).nodes[0]?.id).toBe(edges[1]?.node.id);
  const forge = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const read = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
  const [shape] = read;
  const refused: [string, object][] = [
    ['another field', { after, orderBy: [{ field: 'PRIORITY' }] }],
    ['another direction', { after, orderBy: [{ field: 'TITLE', direction: 'DESC' }] }],
    ['one more field', { after, orderBy: [{ field: 'TITLE' }, { field: 'DUE_ON' }] }],
    ['no order', { after }],
    ['before in another order', { before: after, last: 2, orderBy: [{ field: 'DUE_ON' }] }],
    ['no cursor at all', { after: 'x', orderBy: title }],
    ['nothing', { after: '!', orderBy: title }],
    ['JSON of another shape', { after: forge({ a: 1 }), orderBy: title }],
    ['too few values', { after: forge([shape]), orderBy: title }],
    ['a value that is none', { after: forge([shape, { date: 'never' }, 'x']), orderBy: title }],
    ['a list as a value', { after: forge([shape, ['a'], 'x']), orderBy: title }],
    ['true as a value', { after: forge([shape, true, 'x']), orderBy: title }],
    ['nothing in place of an id', { after: forge([shape, 'a', null]), orderBy: title }],
    ['a number in place of a text', { after: forge([shape, 7, 'x']), orderBy: title }],
    ['a date in place of a text', { after: forge([shape, { date: '2026-01-01' }, 'x']), orderBy: title }],
    ['a text in place of a number', { after: forge(['priority asc,id asc', 'a', 'x']), orderBy: priority }],
    ['a condition as a value', { after: forge([shape, { not: 'a' }, 'x']), orderBy: title }],
    ['a NUL', { after: forge([shape, 'a\0b', 'x']), orderBy: title }],
    ['half a character', { after: forge([shape, '\ud800', 'x']), orderBy: title }],
    ['a number past 32 bits', { after: forge(['priority asc,id asc', 2 ** 31, 'x']), orderBy: priority }],
    ['half a whole number', { after: forge(['priority asc,id asc', 0.5, 'x']), orderBy: priority }],
    ...['+275760-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2026-01-01', 7].map(
      (date): [string, object] => [
        `the time ${date}`,
        { after: forge(['createdAt asc,id asc', { date }, 'x']), orderBy: [{ field: 'CREATED_AT' }] },
      ],
    ),
  ];
  const codes: [string, unknown][] = [];
  for (const [name, variables] of refused) {
    const { errors } = await ada.ask(query, { first: 'last' in variables ? null : 2, ...variables });
    codes.push([name, errors?.[0]?.extensions.code]);
  }
  expect(codes).toEqual(refused.map(([name]) => [name, 'BAD_USER_INPUT']));
});

test('a forged cursor of a nested list is refused like any other', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const { id } = await ada.mutate('createTask', { title: 'Whole' });
  for (const title of ['a', 'b', 'c']) await ada.mutate('createTask', { title, parentId: id });
  const within = `query ($id: ID!, $after: String) {
    task(id: $id) { subtasks(first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }
  }`;
  const titles: string[] = [];
  let after: string | null = null;
  for (let more = true; more && titles.length < 9; ) {
    const { nodes, pageInfo } = (await ada.query(within, { id, after })).task.subtasks as Page;
    titles.push(...nodes.map(({ title }) => String(title)));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  expect(titles).toEqual(['a', 'b', 'c']);
  const codes: unknown[] = [];
  for (const cursor of ['x', '!', Buffer.from('mine').toString('base64')]) {
    const { errors } = await ada.ask(within, { id, after: cursor });
    codes.push(errors?.[0]?.extensions.code);
  }
  expect(codes).toEqual(codes.map(() => 'BAD_USER_INPUT'));
});

test('a page has 1 to 100 records, 25 by default, from one end', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  for (let i = 0; i < 27; i += 1) await ada.mutate('createTask', { title: `${i}` });
  expect((await ask(ada, {})).nodes.length).toBe(25);
  expect((await ask(ada, { first: 100 })).nodes.length).toBe(27);
  expect((await ask(ada, { last: 1 })).nodes.map(({ title }) => title)).toEqual(['26']);
  for (const variables of [
    { first: 0 },
    { first: -5 },
    { first: 101 },
    { last: 0 },
    { last: 101 },
    { first: 1, last: 1 },
  ]) {
    const { errors } = await ada.ask(query, variables);
    expect([variables, errors?.[0]?.extensions.code]).toEqual([variables, 'BAD_USER_INPUT']);
  }
  const bob = await app.person('Bob');
  expect(await ask(bob, {})).toEqual({
    totalCount: 0,
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});
