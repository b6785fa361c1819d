import { expect, test } from 'vitest';
import { newId } from '../../../src/platform/database/ids.ts';
import { transaction } from '../../../src/platform/transactions/transaction.ts';
import { createTestApp, type SignedInPerson } from '../../support/app.ts';
import { contextOf } from '../../support/context.ts';

/** Two parents with seven subtasks each, some with a due date. */
async function family(ada: SignedInPerson): Promise<{ parents: string[]; children: string[][] }> {
  const parents: string[] = [];
  const children: string[][] = [];
  for (const parent of ['North', 'South']) {
    const { id } = await ada.mutate('createTask', { title: parent });
    parents.push(id);
    const own: string[] = [];
    for (let index = 0; index < 7; index++) {
      const dueOn = index % 2 === 0 ? null : `2026-12-0${9 - index}`;
      own.push((await ada.mutate('createTask', { title: `${parent} ${index}`, parentId: id, dueOn })).id);
    }
    children.push(own);
  }
  return { parents, children };
}

const page = `query ($ids: [ID!]!, $first: Int, $after: String, $last: Int, $before: String, $orderBy: [TaskOrder!]) {
  nodes(ids: $ids) { ... on Task { subtasks(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } } }
}`;

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function read(ada: SignedInPerson, ids: string[], variables: object): Promise<Page[]> {
  const { nodes } = await ada.query(page, { ids, ...variables });
  return nodes.map(({ subtasks }: { subtasks: Page }) => subtasks);
}

const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

test('each of several parents gets its own page of its own list, with its own count', async () => {
  const ada = await (await createTestApp()).person();
  const { parents, children } = await family(ada);
  const pages = await read(ada, parents, { first: 3 });
  expect(pages.map(idsOf)).toEqual(children.map((ids) => ids.slice(0, 3)));
  expect(pages.map(({ totalCount }) => totalCount)).toEqual([7, 7]);
  expect(pages.map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
    [false, true],
    [false, true],
  ]);
  const last = await read(ada, parents, { last: 2 });
  expect(last.map(idsOf)).toEqual(children.map((ids) => ids.slice(-2)));
});

test('paging a nested list in any order, forward and backward, has every record once', async () => {
  const ada = await (await createTestApp()).person();
  const { parents, children } = await family(ada);
  const ids = parents.slice(0, 1);
  for (const orderBy of [[], [{ field: 'DUE_ON' }], [{ field: 'DUE_ON', direction: 'DESC', nulls: 'FIRST' }]]) {
    const forward: string[] = [];
    for (let after: string | null = null; ; ) {
      const [next] = (await read(ada, ids, { first: 2, after, orderBy })) as [Page];
      forward.push(...idsOf(next));
      if (!next.pageInfo.hasNextPage) break;
      after = next.pageInfo.endCursor;
    }
    expect([...forward].sort()).toEqual([...(children[0] ?? [])].sort());
    const backward: string[] = [];
    for (let before: string | null = null; ; ) {
      const [next] = (await read(ada, ids, { last: 3, before, orderBy })) as [Page];
      backward.unshift(...idsOf(next));
      if (!next.pageInfo.hasPreviousPage) break;
      before = next.pageInfo.startCursor;
    }
    expect(backward).toEqual(forward);
  }
});

test('a page continues after a record that has been trashed', async () => {
  const ada = await (await createTestApp()).person();
  const { parents, children } = await family(ada);
  const [first] = (await read(ada, parents.slice(0, 1), { first: 3 })) as [Page];
  await ada.mutate('trash', { id: first.nodes.at(-1)?.id });
  const [next] = (await read(ada, parents.slice(0, 1), { first: 10, after: first.pageInfo.endCursor })) as [Page];
  expect(idsOf(next)).toEqual(children[0]?.slice(3));
  expect(next.totalCount).toBe(6);
});

test('a forged cursor is refused as invalid input', async () => {
  const ada = await (await createTestApp()).person();
  const { parents } = await family(ada);
  for (const after of ['R1BDOk46NQ==', 'nonsense']) {
    const { errors } = await ada.ask(page, { ids: parents, first: 2, after });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('long lists are read up to their pages, and short ones in groups of up to 400 records', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  // Two lists much longer than a page of three, and three short ones.
  const lengths = [500, 10, 90, 9, 0, 8];
  const [skill, children] = await transaction(await contextOf(app, ada), 'fill', async (tx) => {
    const framework = await tx.write.framework.create({ name: 'F' });
    const category = await tx.write.skillCategory.create({ frameworkId: framework.id, name: 'C', position: 1 });
    const { id: skillId } = await tx.write.skill.create({ categoryId: category.id, name: 'S', position: 1 });
    const parents = await tx.write.task.createMany(
      lengths.map((length, position) => ({ title: String(length), position: 10_000 + position })),
    );
    const tasks = await tx.write.task.createMany(
      parents.flatMap(({ id }, index) =>
        Array.from({ length: lengths[index] ?? 0 }, (_, position) => ({
          title: `Part ${position}`,
          parentId: id,
          position,
        })),
      ),
    );
    await tx.write.taskSkill.createMany(tasks.map(({ id }) => ({ taskId: id, skillId })));
    return [skillId, Map.groupBy(tasks, ({ parentId }) => parentId)] as const;
  });
  const titles = ({ nodes }: { nodes: { title: string }[] }) => nodes.map(({ title }) => title);
  const of = (below: string) => `{ tasks(filter: { parentId: { isNull: true } }) { nodes { ${below} } } }`;
  await ada.query(of('title'));
  const before = await app.counting(() => ada.query(of('title')));
  const expected = (first: number, last: boolean) =>
    lengths.map((length) => {
      const all = Array.from({ length }, (_, position) => `Part ${position}`);
      return last ? all.slice(-first) : all.slice(0, first);
    });
  const rows = 'nodes { title parent { title } } pageInfo { hasNextPage hasPreviousPage } totalCount';
  for (const page of ['first: 3', 'last: 3']) {
    const query = of(`subtasks(${page}) { ${rows} }`);
    const answer = (await ada.query(query)).tasks.nodes.map(({ subtasks }: { subtasks: never }) => subtasks);
    expect(answer.map(titles)).toEqual(expected(3, page === 'last: 3'));
    expect(answer.map(({ totalCount }: { totalCount: number }) => totalCount)).toEqual(lengths);
    const more = page === 'last: 3' ? 'hasPreviousPage' : 'hasNextPage';
    expect(answer.map(({ pageInfo }: { pageInfo: Record<string, boolean> }) => pageInfo[more])).toEqual(
      lengths.map((length) => length > 3),
    );
    // One counts. One finds that there is much, two read the long lists and one the others, all with the parents.
    expect(await app.counting(() => ada.query(query))).toBe(before + 1 + 4);
  }
  // Through joins as well.
  expect(children.size).toBe(5);
  const joined = `query ($id: ID!) { skill(id: $id) { tasks(first: 2, orderBy: [{ field: TITLE }]) { totalCount nodes { title } } } }`;
  const { tasks } = (await ada.query(joined, { id: `Skill:${skill}` })).skill;
  expect([tasks.totalCount, titles(tasks)]).toEqual([617, ['Part 0', 'Part 0']]);
}, 60_000);

test('a record in the lists of two parents is once in each, in any order of reading', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [long = '', short = ''] = (await family(ada)).parents;
  await transaction(await contextOf(app, ada), 'fill', (tx) => {
    const ends = { kind: 'ABOUT' as const, fromId: long, fromType: 'Task', toType: 'Task' };
    const others = Array.from({ length: 450 }, () => `Task:${newId()}`);
    return tx.write.link.createMany([short, ...others].map((toId) => ({ ...ends, toId })));
  });
  const links =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { links(first: 2) { totalCount nodes { to { id } } } } } }';
  for (const ids of [
    [long, short],
    [short, long],
  ]) {
    const { nodes } = await ada.query(links, { ids });
    const pages = new Map(ids.map((id, index) => [id, nodes[index].links]));
    expect(pages.get(short)).toEqual({ totalCount: 1, nodes: [{ to: { id: short } }] });
    expect(pages.get(long)).toMatchObject({ totalCount: 451 });
  }
}, 60_000);
