import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const query = `query ($text: String!) { parseTask(text: $text) { title scheduledOn scheduledAt dueOn estimateMinutes priority
  recurrenceRule recurrenceText labels { name label { id name trashedAt } } understood { part text offset length } } }`;
const parse = async (who: Person, text: string) => (await who.query(query, { text })).parseTask;
const fields = `title scheduledOn scheduledAt dueOn estimateMinutes priority labels { name } recurrence { rule }`;

test('a text is previewed, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createLabel', { name: 'Work' });
  const preview = await writingNothing(app, ada, () => parse(ada, '  Prepare review fri 14:00 45m #work #New !high'));
  expect(preview).toEqual({
    ...{ title: 'Prepare review', scheduledOn: null, scheduledAt: '2026-11-27T13:00:00.000Z', dueOn: null },
    ...{ estimateMinutes: 45, priority: 'HIGH', recurrenceRule: null, recurrenceText: null },
    labels: [
      { name: 'work', label: { id, name: 'Work', trashedAt: null } },
      { name: 'New', label: null },
    ],
    understood: [
      { part: 'SCHEDULE', text: 'fri 14:00', offset: 17, length: 9 },
      { part: 'ESTIMATE', text: '45m', offset: 27, length: 3 },
      { part: 'LABEL', text: '#work', offset: 31, length: 5 },
      { part: 'LABEL', text: '#New', offset: 37, length: 4 },
      { part: 'PRIORITY', text: '!high', offset: 42, length: 5 },
    ],
  });
});

test.each([
  'Prepare review fri 14:00 45m #work !high',
  'Report by friday every other tuesday 9:00 1.5h',
  'Sport jeden Montag und Donnerstag 30 Min #work',
  'Bericht bis zum 3.12. am 1.12. !2',
  'Journal täglich',
  '#work',
])('createTask makes what the preview shows: %s', async (text) => {
  const ada = await (await createTestApp()).person();
  await ada.mutate('createLabel', { name: 'Work' });
  const { labels, priority, recurrenceRule, recurrenceText: _, understood: __, ...shown } = await parse(ada, text);
  const labelIds = labels.map(({ label }: { label: { id: string } }) => label.id);
  const recurrence = recurrenceRule && { rule: recurrenceRule };
  const input = { ...shown, labelIds, recurrence, ...(priority && { priority }) };
  expect(await ada.mutate('createTask', input, fields)).toMatchObject({
    ...{ ...shown, recurrence, priority: priority ?? 'NONE' },
    labels: labelIds.map(() => ({ name: 'Work' })),
  });
});

test('a label in the trash shows that it is there, and those of others are not found', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const { id } = await ada.mutate('createLabel', { name: 'Größe' });
  await ada.mutate('trash', { id });
  expect((await parse(ada, 'x #GRÖSSE')).labels).toEqual([
    { name: 'GRÖSSE', label: { id, name: 'Größe', trashedAt: expect.any(String) } },
  ]);
  expect((await parse(bob, 'x #GRÖSSE')).labels).toEqual([{ name: 'GRÖSSE', label: null }]);
});

test('the labels of a text are found by one statement, and without a label there is none', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createLabel', { name: 'a' });
  const none = await app.counting(() => parse(ada, 'x tomorrow'));
  const labelled = await app.counting(() => parse(ada, 'x #a #b #c'));
  expect(labelled - none).toBe(1);
});

test.each([
  ['', 'must not be empty'],
  [' ', 'must not be empty'],
  ['x'.repeat(301), 'must have at most 300 characters'],
  ['a\nb', 'must be a single line'],
])('refused: %j', async (text, message) => {
  const ada = await (await createTestApp()).person();
  const { errors } = await ada.ask(query, { text });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(JSON.stringify(errors)).toContain(message);
});
