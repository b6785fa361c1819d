import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { tries } from '../../../support/services.ts';

interface Hit {
  title: { text: string; marks: { start: number; end: number }[] };
  score: number;
}

const query =
  'query ($text: String!) { search(text: $text) { totalCount nodes { title { text marks { start end } } score } } }';

async function hits(person: SignedInPerson, text: string): Promise<Hit[]> {
  const { search } = await person.query(query, { text });
  expect(search.totalCount).toBe(search.nodes.length);
  return search.nodes;
}

const titles = async (person: SignedInPerson, text: string) =>
  (await hits(person, text)).map(({ title }) => title.text);
const marked = ({ title }: Hit) => title.marks.map(({ start, end }) => title.text.slice(start, end));

async function adaWith(...all: string[]): Promise<SignedInPerson> {
  const ada = await (await createTestApp()).person();
  for (const title of all) await ada.mutate('createTask', { title });
  return ada;
}

test('accents, umlauts and case are ignored, in both directions', async () => {
  const ada = await adaWith('Tomás Müller', 'Straße', 'Ελλάδα', 'Ёлка', 'Łódź', 'Groesse');
  for (const [asked, title] of [
    ...[
      ['Tomas', 'Tomás Müller'],
      ['TOMÀS', 'Tomás Müller'],
      ['muller', 'Tomás Müller'],
      ['Mueller', 'Tomás Müller'],
    ],
    ...[
      ['STRASSE', 'Straße'],
      ['ελλαδα', 'Ελλάδα'],
      ['ЕЛКА', 'Ёлка'],
      ['lodz', 'Łódź'],
      ['Größe', 'Groesse'],
    ],
  ] as [string, string][])
    expect([asked, await titles(ada, asked)]).toEqual([asked, [title]]);
  const [hit] = await hits(ada, 'tomas mueller');
  expect(hit).toMatchObject({
    score: 1,
    title: {
      marks: [
        { start: 0, end: 5 },
        { start: 6, end: 12 },
      ],
    },
  });
});

test('words match by their stem in English and German, after the words themselves', async () => {
  const ada = await adaWith('Planning the meetings', 'Ein Haus', 'Die Aufgabe', 'Meeting', 'Häuser und Aufgaben');
  expect(await titles(ada, 'meeting')).toEqual(['Meeting', 'Planning the meetings']);
  expect(await titles(ada, 'meetings plans')).toEqual(['Planning the meetings']);
  expect(await titles(ada, 'Haus')).toEqual(['Ein Haus', 'Häuser und Aufgaben']);
  const [hit, other] = await hits(ada, 'aufgaben');
  expect([hit, other].map((one) => one && [marked(one), one.score])).toEqual([
    [['Aufgaben'], 1],
    [['Aufgabe'], 0.75],
  ]);
});

test('one typing error in a word of more than four letters is forgiven, and comes last', async () => {
  const ada = await adaWith('Invoice', 'Invocie for Mara', 'Plan', 'Plenty');
  expect(await titles(ada, 'invoice')).toEqual(['Invoice', 'Invocie for Mara']);
  for (const asked of ['invice', 'invooice', 'invoide', 'ivnoice', 'nvoice']) {
    const [hit] = await hits(ada, asked);
    expect([asked, hit && marked(hit), hit && hit.score <= 0.2]).toEqual([asked, ['Invoice'], true]);
  }
  expect(await titles(ada, 'mara invoice')).toEqual(['Invocie for Mara']);
  for (const asked of ['plna', 'inviose', 'invoiceee']) expect([asked, await titles(ada, asked)]).toEqual([asked, []]);
});

test('Chinese, Japanese and Korean are found by any part of a text', async () => {
  const ada = await adaWith('東京タワーに行く', '京都へ行く', '한국어를 배우다', '我爱北京天安门');
  expect(await titles(ada, '東京')).toEqual(['東京タワーに行く']);
  expect(await titles(ada, 'タワー')).toEqual(['東京タワーに行く']);
  expect(await titles(ada, '京')).toEqual(['我爱北京天安门', '京都へ行く', '東京タワーに行く']);
  expect(await titles(ada, '行く')).toEqual(['京都へ行く', '東京タワーに行く']);
  expect(await titles(ada, '한국')).toEqual(['한국어를 배우다']);
  expect(await titles(ada, '국어 배우')).toEqual(['한국어를 배우다']);
  expect(await titles(ada, '京天')).toEqual(['我爱北京天安门']);
  expect(await titles(ada, '天京')).toEqual([]);
  expect((await hits(ada, '北京')).map(marked)).toEqual([['北京']]);
});

test('typing errors are looked up among the words of the viewer alone', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  await ada.mutate('createTask', { title: 'Confidential acquisition' });
  await bob.mutate('createTask', { title: 'Acquisitoin' });
  expect(await titles(bob, 'acquisition')).toEqual(['Acquisitoin']);
  expect(await titles(bob, 'confidentail')).toEqual([]);
  expect(await titles(ada, 'confidentail')).toEqual(['Confidential acquisition']);
  const words = await app.db.reads.searchWord.findMany({ where: { key: { contains: 'confidential' } } });
  expect(words.map(({ ownerId }) => `Account:${ownerId}`)).toEqual([ada.id]);
});

test('words that no node has any more are forgotten within a day, and come back with the next node', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const { id } = await ada.mutate('createTask', { title: 'Confidential budget' });
  await ada.mutate('createTask', { title: 'Budget' });
  const words = async () => {
    const all = await app.db.reads.searchWord.findMany({ where: { key: { startsWith: 'f' } } });
    return all.map(({ key }) => key.slice(3)).sort();
  };
  await ada.mutate('trash', { id });
  await app.worker.work();
  expect(await words()).toEqual(['budget', 'confidential']);
  await ada.mutate('deletePermanently', { id }, '__typename');
  const day = 25 * 60 * 60 * 1000;
  app.clock.advance(day);
  await app.worker.work();
  app.clock.advance(-day);
  expect(await words()).toEqual(['budget']);
  await ada.mutate('createTask', { title: 'Confidential' });
  expect(await titles(ada, 'confidentail')).toEqual(['Confidential']);
});

const word = fc.oneof(
  fc.constantFrom(
    'Ångström',
    'naïve',
    'Žižek',
    'Größe',
    'Ωμέγα',
    'Йод',
    'شَمْس',
    'Hồ',
    'Ærø',
    'e\u0301te\u0301',
    'coöperate',
  ),
  fc.string({ unit: fc.constantFrom(...Array.from('aeioußüéčřñçøłαθίβжйёяهمי')), minLength: 1, maxLength: 9 }),
);

test('every word finds its node, also in another case and without accents', async () => {
  const ada = await (await createTestApp()).person();
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), async (all, choice) => {
      const task = await ada.mutate('createTask', { title: `Row ${all.join(' ')}` });
      const one = all[choice % all.length] ?? '';
      const bare = one.normalize('NFD').replaceAll(/\p{M}/gu, '');
      for (const asked of [one, one.toUpperCase(), one.toLowerCase(), bare, bare.toUpperCase(), one.normalize('NFD')])
        expect([asked, (await titles(ada, `${asked} row`)).length > 0]).toEqual([asked, true]);
      await ada.mutate('trash', { id: task.id });
    }),
    { numRuns: tries(40) },
  );
});

test('texts of any kind can be written and searched for', async () => {
  const ada = await (await createTestApp()).person();
  const hostile = [
    ...[
      'a'.repeat(5_000),
      `x${'\u0301\u0323'.repeat(5_000)}y`,
      '😀'.repeat(1_000),
      '\u202eevil\u202c מילה ',
      '東'.repeat(5_000),
    ],
    ...['\u200d'.repeat(500), 'ﷺ'.repeat(2_000), '\u1100'.repeat(5_000), 'क\u094d'.repeat(2_000), 'ß'.repeat(4_000)],
  ];
  for (const description of hostile) {
    const task = await ada.mutate('createTask', { title: 'Hostile', description });
    expect(task.code).toBeUndefined();
    const { errors } = await ada.ask(query, { text: description.slice(0, 100) });
    const isRefused = errors?.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT') ?? true;
    expect([description.slice(0, 10), isRefused]).toEqual([description.slice(0, 10), true]);
  }
  expect(await titles(ada, 'hostile xy')).toEqual(['Hostile']);
});
