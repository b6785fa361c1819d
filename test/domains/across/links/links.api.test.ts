import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = `id kind notes version createdAt trashedAt
  from { __typename id ... on Task { title } ... on Person { name } }
  to { __typename id ... on Task { title } ... on Person { name } }`;

/** A task and two people. */
async function threeRows(ada: SignedInPerson) {
  const task: string = (await ada.mutate('createTask', { title: 'Talk' })).id;
  const mara: string = (await ada.mutate('createPerson', { name: 'Mara' })).id;
  const ben: string = (await ada.mutate('createPerson', { name: 'Ben' })).id;
  return { task, mara, ben };
}

const shown = ({ nodes }: { nodes: { notes: string }[] }) => nodes.map(({ notes }) => notes).join(' ');
const list = async (ada: SignedInPerson, args = '') =>
  shown((await ada.query(`{ links${args} { nodes { notes } } }`)).links);
const issuesOf = ({ issues }: { issues: { path: string[]; message: string }[] }) =>
  issues.map(({ path, message }) => `${path.join('.')} ${message}`);

test('a link connects two nodes of any types in one direction, and both nodes show it', async () => {
  const ada = await (await createTestApp()).person();
  const { task, mara } = await threeRows(ada);
  const input = { kind: 'CAME_FROM', fromId: task, toId: mara, notes: 'She asked for it' };
  const link = await ada.mutate('createLink', input, fields);
  expect(link).toEqual({
    __typename: 'Link',
    id: expect.stringMatching(/^Link:/),
    kind: 'CAME_FROM',
    notes: 'She asked for it',
    version: 1,
    createdAt: '2026-11-23T09:00:00.000Z',
    trashedAt: null,
    from: { __typename: 'Task', id: task, title: 'Talk' },
    to: { __typename: 'Person', id: mara, name: 'Mara' },
  });
  const { __typename, ...asRead } = link;
  expect(await ada.query(`query ($id: ID!) { link(id: $id) { ${fields} } }`, { id: link.id })).toEqual({
    link: asRead,
  });
  // The other way round, and with another kind, it is another link.
  const back = await ada.mutate('createLink', { kind: 'CAME_FROM', fromId: mara, toId: task }, 'notes');
  expect(back).toMatchObject({ __typename: 'Link', notes: '' });
  expect((await ada.mutate('createLink', { ...input, kind: 'ABOUT' })).__typename).toBe('Link');
  expect((await ada.query('{ links { totalCount } }')).links.totalCount).toBe(3);
});

test('the links of a node can be selected by direction and kind, filtered, sorted and paged', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { task, mara, ben } = await threeRows(ada);
  const make = async (notes: string, kind: string, fromId: string, toId: string) => {
    app.clock.advance(1_000);
    return ada.mutate('createLink', { kind, fromId, toId, notes });
  };
  await make('a', 'EVIDENCE', task, mara);
  await make('b', 'ABOUT', mara, task);
  await make('c', 'ABOUT', task, ben);
  await make('d', 'SUPPORTS', mara, ben);
  const linksOf = async (args: string) => {
    const text = `query ($id: ID!) { task(id: $id) { links${args} { totalCount nodes { notes } } } }`;
    const { links } = (await ada.query(text, { id: task })).task;
    return [links.totalCount, shown(links)];
  };
  expect(await linksOf('')).toEqual([3, 'c b a']);
  expect(await linksOf('(direction: BOTH)')).toEqual([3, 'c b a']);
  expect(await linksOf('(direction: FROM)')).toEqual([2, 'c a']);
  expect(await linksOf('(direction: TO)')).toEqual([1, 'b']);
  expect(await linksOf('(direction: null)')).toEqual([3, 'c b a']);
  expect(await linksOf('(kinds: [ABOUT])')).toEqual([2, 'c b']);
  expect(await linksOf('(kinds: [ABOUT], direction: TO)')).toEqual([1, 'b']);
  expect(await linksOf('(kinds: [])')).toEqual([0, '']);
  expect(await linksOf('(filter: { toType: { eq: PERSON } })')).toEqual([2, 'c a']);
  expect(await linksOf('(orderBy: { field: CREATED_AT }, first: 2)')).toEqual([3, 'a b']);
  // A page of rows that are linked among themselves: each shows its own, and counts them.
  const { people } = await ada.query('{ people { nodes { name links { totalCount nodes { notes } } } } }');
  expect(people.nodes.map((person: { name: string; links: never }) => [person.name, shown(person.links)])).toEqual([
    ['Ben', 'd c'],
    ['Mara', 'd b a'],
  ]);
  expect(people.nodes.map((person: { links: { totalCount: number } }) => person.links.totalCount)).toEqual([2, 3]);
});

test('links can be filtered by each of their fields', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { task, mara, ben } = await threeRows(ada);
  const first = await ada.mutate('createLink', { kind: 'EVIDENCE', fromId: task, toId: mara, notes: 'A proof' });
  app.clock.advance(600_000);
  await ada.mutate('createLink', { kind: 'ABOUT', fromId: mara, toId: ben, notes: 'b' });
  const cases: [string, string][] = [
    [`{ id: { eq: "${first.id}" } }`, 'A proof'],
    ['{ kind: { eq: ABOUT } }', 'b'],
    ['{ kind: { notIn: [ABOUT] } }', 'A proof'],
    [`{ fromId: { eq: "${task}" } }`, 'A proof'],
    [`{ toId: { in: ["${mara}", "${ben}"] } }`, 'b A proof'],
    [`{ toId: { ne: "${mara}" } }`, 'b'],
    ['{ fromType: { eq: PERSON } }', 'b'],
    ['{ toType: { in: [PERSON, TASK] } }', 'b A proof'],
    ['{ notes: { contains: "PROOF" } }', 'A proof'],
    ['{ createdAt: { gt: "-PT5M" } }', 'b'],
    ['{ updatedAt: { lt: "-PT5M" } }', 'A proof'],
  ];
  for (const [filter, expected] of cases) {
    expect([filter, await list(ada, `(filter: ${filter})`)]).toEqual([filter, expected]);
  }
  expect(await list(ada, '(orderBy: { field: UPDATED_AT })')).toBe('A proof b');
  const { errors } = await ada.ask('{ links(filter: { fromId: { eq: "Task:1" } }) { totalCount } }');
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    issues: [{ path: ['filter', 'fromId', 'eq'], message: 'must be the id of a node' }],
  });
});

test('an existing link is refused, and one in the trash is restored', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { task, mara } = await threeRows(ada);
  const input = { kind: 'SUPPORTS', fromId: task, toId: mara };
  const first = await ada.mutate('createLink', { ...input, notes: 'first' });
  const refused = await writingNothing(app, ada, () => ada.mutate('createLink', { ...input, notes: 'second' }));
  expect(refused).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('already') });
  await ada.mutate('trash', { id: first.id });
  expect([await list(ada), await list(ada, '(trashed: true)')]).toEqual(['', 'first']);
  const restored = await ada.mutate('createLink', input, 'id notes trashedAt version');
  expect(restored).toMatchObject({ id: first.id, notes: 'first', trashedAt: null, version: 3 });
  await ada.mutate('trash', { id: first.id });
  expect(await ada.mutate('createLink', { ...input, notes: 'new' }, 'id notes')).toMatchObject({
    id: first.id,
    notes: 'new',
  });
  await ada.mutate('trash', { id: first.id });
  expect(await ada.mutate('restore', { id: first.id }, 'trashedAt')).toMatchObject({ trashedAt: null });
  // With an id of one's own the same call makes one row.
  const chosen = { ...input, kind: 'ABOUT', id: v7() };
  const { id } = await ada.mutate('createLink', chosen);
  expect((await writingNothing(app, ada, () => ada.mutate('createLink', chosen))).id).toBe(id);
  expect((await writingNothing(app, ada, () => ada.mutate('createLink', { ...chosen, notes: 'x' }))).__typename).toBe(
    'ConflictError',
  );
});

test('nodes of two types with the same UUID have separate links', async () => {
  const ada = await (await createTestApp()).person();
  const { mara } = await threeRows(ada);
  const id = v7();
  const [task, person] = [
    (await ada.mutate('createTask', { id, title: 'T' })).id,
    (await ada.mutate('createPerson', { id, name: 'P' })).id,
  ];
  for (const [fromId, notes] of [
    [task, 'task'],
    [person, 'person'],
  ]) {
    const made = await ada.mutate('createLink', { kind: 'ABOUT', fromId, toId: mara, notes });
    expect(made.__typename).toBe('Link');
  }
  const text =
    'query ($t: ID!, $p: ID!) { task(id: $t) { links { nodes { notes } } } person(id: $p) { links { nodes { notes } } } }';
  const answer = await ada.query(text, { t: task, p: person });
  expect([shown(answer.task.links), shown(answer.person.links)]).toEqual(['task', 'person']);
  expect((await ada.mutate('createLink', { kind: 'ABOUT', fromId: task, toId: person })).__typename).toBe('Link');
});

test('nodes that cannot be linked are refused with the reason, and nothing is written', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { task, mara } = await threeRows(ada);
  const label = (await ada.mutate('createLabel', { name: 'L' })).id;
  const link = (await ada.mutate('createLink', { kind: 'ABOUT', fromId: task, toId: mara })).id;
  const errorResponse = async (input: object) =>
    writingNothing(app, ada, () => ada.mutate('createLink', { kind: 'ABOUT', fromId: task, toId: mara, ...input }));
  const cannot = 'must be the id of a node of a type that can be linked';
  for (const id of [label, link, ada.id, `Session:${v7()}`]) {
    expect(issuesOf(await errorResponse({ fromId: id }))).toEqual([`input.fromId ${cannot}`]);
    expect(issuesOf(await errorResponse({ toId: id }))).toEqual([`input.toId ${cannot}`]);
  }
  expect(issuesOf(await errorResponse({ toId: task }))).toEqual(['input.toId must be another node than fromId']);
  expect(issuesOf(await errorResponse({ fromId: 'x', toId: 'Task:1', notes: 'x'.repeat(2_001), id: 'x' }))).toEqual([
    'input.id must be a UUID in lower case, or the id of a Link made from one',
    `input.fromId ${cannot}`,
    `input.toId ${cannot}`,
    'input.notes must have at most 2000 characters',
  ]);
  const his = (await bob.mutate('createTask', { title: 'His' })).id;
  for (const id of [his, `Task:${v7()}`, `Goal:${v7()}`]) {
    expect(await errorResponse({ fromId: id })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await errorResponse({ toId: id })).toMatchObject({ __typename: 'NotFoundError' });
  }
  await ada.mutate('trash', { id: mara });
  expect(issuesOf(await errorResponse({ kind: 'SUPPORTS' }))).toEqual(['input.toId must not be in the trash']);
});

test('a day without a trash can be linked as well as anything else', async () => {
  const ada = await (await createTestApp()).person();
  const { task } = await threeRows(ada);
  const day = await ada.mutate('setDailyFocus', { intention: 'Focus', taskIds: [] });
  const made = await ada.mutate('createLink', { kind: 'ABOUT', fromId: task, toId: day.id }, 'to { __typename id }');
  expect(made.to).toEqual({ __typename: 'DailyFocus', id: day.id });
});

test('a link still shows a trashed node, with its trashedAt', async () => {
  const ada = await (await createTestApp()).person();
  const { task, mara } = await threeRows(ada);
  await ada.mutate('createLink', { kind: 'ABOUT', fromId: task, toId: mara, notes: 'kept' });
  const ends = `{ links { totalCount nodes { notes to { ... on Person { name trashedAt } } } } }`;
  await ada.mutate('trash', { id: mara });
  expect((await ada.query(ends)).links).toEqual({
    totalCount: 1,
    nodes: [{ notes: 'kept', to: { name: 'Mara', trashedAt: '2026-11-23T09:00:00.000Z' } }],
  });
  await ada.mutate('restore', { id: mara });
  expect((await ada.query(ends)).links.nodes).toEqual([{ notes: 'kept', to: { name: 'Mara', trashedAt: null } }]);
});

test('the notes of a link are updated at the expected version, each time in one change set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { task, mara } = await threeRows(ada);
  const input = { kind: 'ABOUT', fromId: task, toId: mara, notes: 'one' };
  const { id } = await ada.mutate('createLink', input);
  expect(await changeSetOf(app, ada, () => ada.mutate('updateLink', { id, ifVersion: 1, notes: 'two' }))).toMatchObject(
    {
      name: 'updateLink',
      changes: [
        { model: 'Link', action: 'UPDATE', before: { notes: 'one', version: 1 }, after: { notes: 'two', version: 2 } },
      ],
    },
  );
  await writingNothing(app, ada, () => ada.mutate('updateLink', { id, notes: 'two' }));
  for (const mutation of ['updateLink', 'trash', 'restore']) {
    const stale = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 1 }));
    expect(stale.__typename).toBe('ConflictError');
    const nobodys = await writingNothing(app, ada, () => ada.mutate(mutation, { id: `Link:${v7()}` }));
    expect(nobodys.__typename).toBe('NotFoundError');
  }
  const wrong = await writingNothing(app, ada, () => ada.mutate('updateLink', { id: task, notes: 'x'.repeat(2_001) }));
  expect(issuesOf(wrong)).toEqual([
    'input.id must be the id of a Link',
    'input.notes must have at most 2000 characters',
  ]);
});
