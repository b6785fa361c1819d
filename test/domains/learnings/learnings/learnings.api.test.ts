import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';
import { createSkills } from '../../../support/skills.ts';

const fields = `id title notes sourceKind sourceTitle sourceUrl learnedOn confidence reviewOn reviewCount
  labels { name } skills { name } goals { title } version createdAt updatedAt trashedAt`;
const get = `query ($id: ID!) { learning(id: $id) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.')).sort();
const list = async (person: Person, args = '') =>
  (await person.query(`{ learnings${args} { totalCount nodes { title } } }`)).learnings.nodes
    .map(({ title }: { title: string }) => title)
    .join(' ');

test('a learning needs only a title, and was learned today by default', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { __typename, ...learning } = await ada.mutate('createLearning', { title: ' Cursors ' }, fields);
  expect(learning).toEqual({
    id: expect.stringMatching(/^Learning:/),
    title: 'Cursors',
    notes: '',
    sourceKind: 'OTHER',
    sourceTitle: '',
    sourceUrl: null,
    learnedOn: '2026-11-23',
    confidence: null,
    reviewOn: null,
    reviewCount: 0,
    labels: [],
    skills: [],
    goals: [],
    version: 1,
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  });
  expect(await ada.query(get, { id: learning.id })).toEqual({ learning });
});

test('all fields of a learning can be set, and null clears the optional ones', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const label = await ada.mutate('createLabel', { name: 'Web' });
  const [writing, listening] = await createSkills(ada, 'Writing', 'Listening');
  const goal = await ada.mutate('createGoal', { title: 'Speak', kind: 'OBJECTIVE' });
  const about = {
    notes: 'More\nabout it',
    sourceKind: 'BOOK',
    sourceTitle: 'Relay',
    sourceUrl: 'https://relay.dev/docs/?a=1#b',
    learnedOn: '-P3D',
    confidence: 4,
    reviewOn: 'P7D',
  };
  const supports = { labelIds: [label.id], skillIds: [writing, listening], goalIds: [goal.id] };
  const made = await ada.mutate('createLearning', { title: 'Cursors', ...about, ...supports }, fields);
  expect(made).toMatchObject({
    ...about,
    learnedOn: '2026-11-20',
    reviewOn: '2026-11-30',
    labels: [{ name: 'Web' }],
    skills: [{ name: 'Listening' }, { name: 'Writing' }],
    goals: [{ title: 'Speak' }],
  });
  const { id } = made;
  const emptied = { sourceUrl: null, confidence: null, reviewOn: null };
  const none = { notes: '', sourceTitle: '', labelIds: [], skillIds: [], goalIds: [] };
  expect(await ada.mutate('updateLearning', { id, ...emptied, ...none }, fields)).toEqual({
    ...made,
    ...emptied,
    ...{ notes: '', sourceTitle: '', labels: [], skills: [], goals: [], version: 2 },
  });
  const required = { title: null, notes: null, sourceKind: null, sourceTitle: null, learnedOn: null, labelIds: null };
  const refused = await writingNothing(app, ada, () => ada.mutate('updateLearning', { id, ...required }));
  expect(paths(refused)).toEqual(
    Object.keys(required)
      .map((name) => `input.${name}`)
      .sort(),
  );
});

test('all errors of an input are reported at once, with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createLearning', { title: 'Fine' });
  const many = (type: string) => Array.from({ length: 21 }, () => `${type}:${v7()}`);
  for (const input of [
    { title: '', notes: 'x'.repeat(50_001), sourceTitle: 'x'.repeat(301), confidence: 0, learnedOn: 'P1D' },
    { title: 'a\nb', sourceUrl: 'javascript:alert(1)', confidence: 6, reviewOn: 'soon', learnedOn: '2026-02-30' },
    { sourceUrl: 'example.org', labelIds: many('Label'), skillIds: many('Skill'), goalIds: many('Goal') },
    { notes: 'a\u0000', sourceTitle: '\ud800', labelIds: [id], skillIds: [id], goalIds: [id] },
  ]) {
    const expected = Object.keys(input).map((name) => `input.${name}`);
    const titled = { title: 'Fine', ...input };
    const made = await writingNothing(app, ada, () => ada.mutate('createLearning', titled));
    const changed = await writingNothing(app, ada, () => ada.mutate('updateLearning', { id, ...input }));
    for (const refused of [made, changed]) {
      expect(refused.__typename).toBe('InvalidInputError');
      const places = paths(refused).map((path) => path.split('.').slice(0, 2).join('.'));
      expect([...new Set(places)].sort()).toEqual(expected.sort());
    }
  }
});

test('a learning supports only active skills and goals of the same account', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [skill] = await createSkills(ada, 'Writing');
  const goal = (await ada.mutate('createGoal', { title: 'Speak', kind: 'OBJECTIVE' })).id;
  for (const [person, input] of [
    [bob, { skillIds: [skill] }],
    [bob, { goalIds: [goal] }],
  ] as const) {
    const refused = await writingNothing(app, person, () => person.mutate('createLearning', { title: 'A', ...input }));
    expect(refused.__typename).toBe('NotFoundError');
  }
  const supports = { skillIds: [skill], goalIds: [goal] };
  const { id } = await ada.mutate('createLearning', { title: 'A', ...supports });
  await ada.mutate('trash', { id: goal });
  await ada.mutate('trash', { id: skill });
  expect((await ada.query(get, { id })).learning).toMatchObject({ skills: [], goals: [] });
  for (const input of [{ skillIds: [skill] }, { goalIds: [goal] }]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('createLearning', { title: 'B', ...input }));
    expect(refused.issues).toEqual([
      { path: ['input', Object.keys(input)[0], '0'], message: 'must not be in the trash' },
    ]);
  }
  await ada.mutate('restore', { id: goal });
  expect((await ada.query(get, { id })).learning.goals).toEqual([{ title: 'Speak' }]);
});

test('skills and goals list the learnings that support them, in a constant number of statements', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [one, other, third] = await createSkills(ada, 'One', 'Other', 'Third');
  const goal = (await ada.mutate('createGoal', { title: 'Speak', kind: 'OBJECTIVE' })).id;
  await ada.mutate('createLearning', { title: 'A', learnedOn: '-P2D', skillIds: [one], goalIds: [goal] });
  await ada.mutate('createLearning', { title: 'B', skillIds: [one, other, third] });
  const gone = await ada.mutate('createLearning', { title: 'C', skillIds: [one, other], goalIds: [goal] });
  await ada.mutate('trash', { id: gone.id });
  const query = `query ($first: Int) { skills(first: $first) { nodes {
    name learnings { totalCount nodes { title skills { name } } }
  } } goals { nodes { learnings(trashed: true) { nodes { title } } used: learnings { totalCount } } } }`;
  const taken: number[] = [];
  for (const first of [2, 50]) taken.push(await app.counting(() => ada.query(query, { first })));
  expect(new Set(taken).size).toBe(1);
  const { skills, goals } = await ada.query(query, { first: 50 });
  const all = [{ name: 'One' }, { name: 'Other' }, { name: 'Third' }];
  const b = { title: 'B', skills: all };
  expect(skills.nodes).toEqual([
    { name: 'One', learnings: { totalCount: 2, nodes: [b, { title: 'A', skills: [{ name: 'One' }] }] } },
    { name: 'Other', learnings: { totalCount: 1, nodes: [b] } },
    { name: 'Third', learnings: { totalCount: 1, nodes: [b] } },
  ]);
  expect(goals.nodes).toEqual([{ learnings: { nodes: [{ title: 'C' }] }, used: { totalCount: 1 } }]);
});

test('a learning is trashed and restored, only at the version asked for', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createLearning', { title: 'one', reviewOn: 'TODAY' });
  await ada.mutate('updateLearning', { id, ifVersion: 1, notes: 'more' });
  for (const mutation of ['updateLearning', 'trash', 'restore']) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 1 }));
    expect(refused.__typename).toBe('ConflictError');
  }
  const counted = '{ day { dueReviews { totalCount } } learningStreak { current longest lastOn dayCount } }';
  await ada.mutate('trash', { id });
  expect([await list(ada), await list(ada, '(trashed: true)')]).toEqual(['', 'one']);
  expect(await ada.query(counted)).toEqual({
    day: { dueReviews: { totalCount: 0 } },
    learningStreak: { current: 0, longest: 0, lastOn: null, dayCount: 0 },
  });
  await ada.mutate('restore', { id });
  expect(await ada.query(counted)).toEqual({
    day: { dueReviews: { totalCount: 1 } },
    learningStreak: { current: 1, longest: 1, lastOn: '2026-11-23', dayCount: 1 },
  });
});

test('a learning created twice with one id is created once, also on another day', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { id: v7(), title: 'Once', sourceUrl: 'https://example.org' };
  const first = await ada.mutate('createLearning', input, fields);
  // It is another day, and the same input.
  const { token } = await ada.mutate('createAccessToken', { name: 'A', scopes: ['READ', 'WRITE'] }, 'token');
  const later = app.as({ authorization: `Bearer ${token}` });
  app.clock.advance(86_400_000);
  await later.query('{ viewer { id } }');
  expect(await writingNothing(app, ada, () => later.mutate('createLearning', input, fields))).toEqual(first);
  const other = await writingNothing(app, ada, () => later.mutate('createLearning', { ...input, title: 'Twice' }));
  expect(other.__typename).toBe('ConflictError');
});

test('learnings are filtered by each of their fields, and sorted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const label = await ada.mutate('createLabel', { name: 'Web' });
  const [skill] = await createSkills(ada, 'Writing');
  const goal = (await ada.mutate('createGoal', { title: 'Speak', kind: 'OBJECTIVE' })).id;
  await ada.mutate('createLearning', { title: 'A', learnedOn: '-P3D', confidence: 2, labelIds: [label.id] });
  const b = await ada.mutate('createLearning', {
    title: 'b',
    sourceKind: 'BOOK',
    sourceTitle: 'Äpfel',
    skillIds: [skill],
  });
  await ada.mutate('createLearning', { title: 'C', learnedOn: '-P1D', reviewOn: 'P2D', goalIds: [goal] });
  await ada.mutate('reviewLearning', { id: b.id, confidence: 5 });
  for (const [filter, expected] of [
    ['{ title: { in: ["a", "B"] } }', 'b A'],
    ['{ sourceKind: { eq: BOOK } }', 'b'],
    ['{ sourceTitle: { contains: "ÄPF" } }', 'b'],
    ['{ learnedOn: { lt: "TODAY" } }', 'C A'],
    ['{ confidence: { gte: 2 } }', 'b A'],
    ['{ confidence: { isNull: true } }', 'C'],
    ['{ reviewOn: { lte: "P2D" } }', 'C'],
    ['{ reviewOn: { isNull: true } }', 'A'],
    ['{ reviewCount: { gt: 0 } }', 'b'],
    [`{ id: { eq: "${b.id}" } }`, 'b'],
    ['{ labels: { some: { name: { eq: "web" } } } }', 'A'],
    ['{ skills: { some: { name: { eq: "writing" } } } }', 'b'],
    [`{ skills: { none: { id: { eq: "${skill}" } } } }`, 'C A'],
    ['{ goals: { some: { kind: { eq: OBJECTIVE } } } }', 'C'],
    [`{ goals: { some: { id: { eq: "${goal}" } } } }`, 'C'],
    ['{ createdAt: { lt: "NOW" } }', ''],
    ['{ updatedAt: { lte: "NOW" } }', 'b C A'],
  ]) {
    expect([filter, await list(ada, `(filter: ${filter})`)]).toEqual([filter, expected]);
  }
  for (const [order, expected] of [
    ['{ field: LEARNED_ON }', 'A C b'],
    ['{ field: TITLE, direction: DESC }', 'C b A'],
    ['{ field: CONFIDENCE }', 'A b C'],
    ['{ field: REVIEW_ON }', 'C b A'],
    ['{ field: REVIEW_COUNT, direction: DESC }, { field: TITLE }', 'b A C'],
  ]) {
    expect([order, await list(ada, `(orderBy: [${order}])`)]).toEqual([order, expected]);
  }
});

test('each mutation of a learning is one change set, with the fields that changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = `Learning:${v7()}`;
  const made = await changeSetOf(app, ada, () => ada.mutate('createLearning', { id, title: 'A' }));
  expect(made).toMatchObject({
    name: 'createLearning',
    changes: [{ model: 'Learning', action: 'CREATE', after: { title: 'A', learnedOn: '2026-11-23' } }],
  });
  expect(await changeSetOf(app, ada, () => ada.mutate('reviewLearning', { id, confidence: 1 }))).toEqual({
    name: 'reviewLearning',
    changes: [
      {
        model: 'Learning',
        action: 'UPDATE',
        before: { confidence: null, reviewCount: 0, reviewOn: null, reviewedOn: null, version: 1 },
        after: { confidence: 1, reviewCount: 1, reviewOn: '2026-11-24', reviewedOn: '2026-11-23', version: 2 },
      },
    ],
  });
  for (const mutation of ['trash', 'restore']) {
    const { name, changes } = await changeSetOf(app, ada, () => ada.mutate(mutation, { id }));
    expect([name, changes.map(({ action }) => action)]).toEqual([mutation, ['UPDATE']]);
  }
});
