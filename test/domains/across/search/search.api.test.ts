import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../../../src/platform/search/tokenizer.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { tries } from '../../../support/services.ts';

const find = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
  search(text: $text, types: $types, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor }
    nodes {
      type score title { text marks { start end } } snippet { text marks { start end } } node { __typename id }
    }
  }
}`;

async function titles(person: SignedInPerson, text: string, more: object = {}): Promise<string[]> {
  const { search } = await person.query(find, { text, ...more });
  return search.nodes.map(({ title }: { title: { text: string } }) => title.text);
}

test('a word of a title or a text finds its node, with the word marked', async () => {
  const ada = await (await createTestApp()).person();
  const input = { title: 'Write the Größe report', description: 'For **Mara**, by Friday' };
  const task = await ada.mutate('createTask', input);
  await ada.mutate('createTask', { title: 'Buy milk' });
  const { search } = await ada.query(find, { text: 'GRÖSSE mar' });
  expect(search.totalCount).toBe(1);
  expect(search.nodes).toEqual([
    {
      type: 'TASK',
      score: (1 + 0.25) / 2,
      title: { text: 'Write the Größe report', marks: [{ start: 10, end: 15 }] },
      snippet: { text: 'For **Mara**, by Friday', marks: [{ start: 6, end: 10 }] },
      node: { __typename: 'Task', id: task.id },
    },
  ]);
});

test('all words must match; the last one, and any with a star, as a beginning', async () => {
  const ada = await (await createTestApp()).person();
  for (const title of ['Plan the week', 'Planning poker', 'A plan']) await ada.mutate('createTask', { title });
  expect(await titles(ada, 'plan')).toEqual(['A plan', 'Plan the week', 'Planning poker']);
  expect(await titles(ada, 'plan week')).toEqual(['Plan the week']);
  expect(await titles(ada, 'pla poker')).toEqual([]);
  expect(await titles(ada, 'pla* poker')).toEqual(['Planning poker']);
  expect(await titles(ada, 'planets')).toEqual([]);
});

test('words of the title count more than words of the text, and whole words more than beginnings', async () => {
  const ada = await (await createTestApp()).person();
  const put = (title: string, description = '') => ada.mutate('createTask', { title, description });
  await put('1', 'a teapot');
  await put('2', 'the tea');
  await put('3 teapots');
  await put('4 tea');
  await put('5 tea again');
  expect(await titles(ada, 'tea')).toEqual(['5 tea again', '4 tea', '3 teapots', '2', '1']);
  const { search } = await ada.query(find, { text: 'tea' });
  expect(search.nodes.map(({ score }: { score: number }) => score)).toEqual([1, 1, 0.75, 0.5, 0.25]);
  // Among equals, the one changed last comes first.
  const { search: found } = await ada.query(find, { text: '4' });
  await ada.mutate('updateTask', { id: found.nodes[0].node.id, description: 'Green' });
  expect((await titles(ada, 'tea')).slice(0, 2)).toEqual(['4 tea', '5 tea again']);
});

test('nodes of all types are found, or those of the given types', async () => {
  const ada = await (await createTestApp()).person();
  const { id: taskId } = await ada.mutate('createTask', { title: 'Harvest' });
  await ada.mutate('createEnergyEntry', { energy: 4, notes: '\n  harvest was fun \nindeed', taskId });
  await ada.mutate('setDailyFocus', { intention: 'Harvest', taskIds: [taskId] });
  await ada.mutate('recordEngagementPulse', { score: 4, notes: 'A harvest' });
  await ada.mutate('createPerson', { name: 'Hari Harvest', company: 'Fields' });
  const all = (await ada.query(find, { text: 'harvest' })).search;
  expect(all.nodes.map(({ type }: { type: string }) => type).sort()).toEqual([
    'DAILY_FOCUS',
    'ENERGY_ENTRY',
    'ENGAGEMENT_PULSE',
    'PERSON',
    'TASK',
  ]);
  expect(all.nodes.every(({ node }: { node: object | null }) => node !== null)).toBe(true);
  // What has no name is called by the first line of what it says.
  expect(await titles(ada, 'harvest', { types: ['ENERGY_ENTRY'] })).toEqual(['harvest was fun']);
  expect(await titles(ada, 'harvest', { types: ['TASK', 'PERSON'] })).toEqual(['Hari Harvest', 'Harvest']);
  expect(await titles(ada, 'harvest', { types: [] })).toEqual([]);
});

test('search reflects updates, trashing and restoring', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createTask', { title: 'Before' });
  await ada.mutate('updateTask', { id, title: 'After' });
  expect([await titles(ada, 'before'), await titles(ada, 'after')]).toEqual([[], ['After']]);
  await ada.mutate('trash', { id });
  expect(await titles(ada, 'after')).toEqual([]);
  await ada.mutate('restore', { id });
  expect(await titles(ada, 'after')).toEqual(['After']);
});

test('a refused mutation leaves nothing to find', async () => {
  const ada = await (await createTestApp()).person();
  const stranger = `Label:${ada.id.split(':')[1]}`;
  expect((await ada.mutate('createTask', { title: 'Never', labelIds: [stranger] })).code).toBe('NOT_FOUND');
  expect(await titles(ada, 'never')).toEqual([]);
});

test('search finds nothing of other accounts, and does not reveal that it exists', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (let i = 0; i < 5; i += 1) await ada.mutate('createTask', { title: `Secret plan ${i}` });
  await bob.mutate('createTask', { title: 'Plan' });
  const before = await bob.query(find, { text: 'plan' });
  expect(before.search).toMatchObject({ totalCount: 1, nodes: [{ title: { text: 'Plan' }, score: 1 }] });
  expect((await bob.query(find, { text: 'secret' })).search).toMatchObject({ totalCount: 0, nodes: [] });
  // The token by which the index keeps owners apart is no word that anybody can ask for.
  const token = `o${ada.id.slice('Account:'.length).replaceAll('-', '')}`;
  expect((await bob.query(find, { text: token })).search.totalCount).toBe(0);
  expect((await ada.query(find, { text: token })).search.totalCount).toBe(0);
  // What others write moves nothing: neither the score nor what is found.
  for (let i = 0; i < 5; i += 1) await ada.mutate('createTask', { title: 'Plan plan plan' });
  const ofBob = await bob.query(find, { text: 'plan' });
  expect(ofBob).toEqual(before);
});

test('hits are paged in both directions, and a cursor is valid for its own search only', async () => {
  const ada = await (await createTestApp()).person();
  for (let i = 0; i < 7; i += 1) await ada.mutate('createTask', { title: `Page ${i}` });
  const all = ['Page 6', 'Page 5', 'Page 4', 'Page 3', 'Page 2', 'Page 1', 'Page 0'];
  const pages: string[][] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { search } = await ada.query(find, { text: 'page', first: 3, after });
    expect(search.pageInfo.hasPreviousPage).toBe(after !== null);
    expect(search.totalCount).toBe(7);
    pages.push(search.nodes.map(({ title }: { title: { text: string } }) => title.text));
    ({ hasNextPage: more, endCursor: after } = search.pageInfo);
  }
  expect(pages).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
  const { search: last } = await ada.query(find, { text: 'page', last: 2 });
  expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(await titles(ada, 'page', { last: 2 })).toEqual(['Page 1', 'Page 0']);
  const before = last.pageInfo.startCursor;
  expect(await titles(ada, 'page', { last: 4, before })).toEqual(['Page 5', 'Page 4', 'Page 3', 'Page 2']);
  expect(await titles(ada, 'page', { first: 2, before })).toEqual(['Page 6', 'Page 5']);
  expect(await titles(ada, 'page', { last: 100 })).toEqual(all);
  const refused = ['not a cursor', Buffer.from('[1]').toString('base64url'), Buffer.from('7').toString('base64url')];
  for (const [text, after] of [['other', before], ...refused.map((cursor) => ['page', cursor])]) {
    const { errors } = await ada.ask(find, { text, after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['after'] }] });
  }
  const { errors } = await ada.ask(find, { text: 'page', types: ['PERSON'], after: before });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('the best 500 hits can be paged through, and all are counted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ownerId = ada.id.slice('Account:'.length);
  const owner = `o${ownerId.replaceAll('-', '')}`;
  await app.db.write((client) =>
    client.searchDocument.createMany({
      data: Array.from({ length: 510 }, (_, index) => ({
        ownerId,
        type: 'Task',
        rowId: `row ${index}`,
        title: `Many ${index}`,
        text: '',
        titleTokens: `wmany w${index}`,
        textTokens: owner,
        isTrashed: false,
      })),
    }),
  );
  const { search } = await ada.query(find, { text: 'many', last: 100 });
  expect([search.totalCount, search.nodes.at(-1).title.text]).toEqual([510, 'Many 10']);
  const end = await ada.query(find, { text: 'many', after: search.pageInfo.endCursor });
  expect(end.search).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
  const beyond = await ada.query(find, { text: 'many', after: search.edges.at(-2).cursor, first: 100 });
  expect(beyond.search).toMatchObject({ nodes: [{ title: { text: 'Many 10' } }], pageInfo: { hasNextPage: false } });
  // A row that is not there any more leaves its hit without one.
  expect(search.nodes[0].node).toBeNull();
});

test('a text without words, or with too many, is refused with the reason', async () => {
  const ada = await (await createTestApp()).person();
  for (const text of ['', '  ', '*', '"-" 🎉', 'a '.repeat(33), 'a'.repeat(201)]) {
    const { errors } = await ada.ask(find, { text });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['text'] }] });
  }
});

const operators = [
  'AND',
  'OR',
  'NOT',
  'NEAR(',
  '*',
  '"',
  "'",
  '-',
  ':',
  '(',
  ')',
  '^',
  '|',
  '&',
  '!',
  '\\',
  '%',
  '_',
  '{',
  '}',
];
const letters = [
  'ß',
  'Σ',
  'ς',
  'İ',
  'ı',
  '東京',
  'タ',
  '👩‍👩‍👧',
  'e\u0301',
  '\u0301',
  '\u0000',
  '\u200d',
  'ﷺ',
  'naïve',
  'x1e5',
  '$1',
  ';--',
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...operators, ...letters), fc.string({ unit: 'binary', maxLength: 12 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(' '));

test('any text is either searched for or refused for its words or its length', async () => {
  const ada = await (await createTestApp()).person();
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const { errors } = await ada.ask(find, { text });
      const count = tokenize(text).length;
      const isGood = count > 0 && count <= 32 && text.length <= 200;
      const issues = errors?.map(({ extensions }) => extensions.issues);
      const refused = [[expect.objectContaining({ path: ['text'] })]];
      expect([text, issues]).toEqual([text, isGood ? undefined : refused]);
    }),
    { numRuns: tries(150) },
  );
});

test('every word of a node finds it', async () => {
  const ada = await (await createTestApp()).person();
  const stored = anyText.filter((text) => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text));
  await fc.assert(
    fc.asyncProperty(stored, fc.nat(), async (description, choice) => {
      const task = await ada.mutate('createTask', { title: 'Row', description });
      const words = tokenize(description).filter(({ start, end }) => end - start <= 200);
      const { start, end } = words[choice % (words.length || 1)] ?? { start: 0, end: 0 };
      const word = start === end ? 'Row' : description.slice(start, end);
      const { search } = await ada.query(find, { text: word });
      const hit = search.nodes.find(({ node }: { node: { id: string } }) => node.id === task.id);
      expect([word, hit !== undefined]).toEqual([word, true]);
      const { text, marks } = start === end ? hit.title : hit.snippet;
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) expect(tokenize(text.slice(mark.start, mark.end)).length).toBeGreaterThan(0);
      await ada.mutate('trash', { id: task.id });
    }),
    { numRuns: tries(60) },
  );
});
