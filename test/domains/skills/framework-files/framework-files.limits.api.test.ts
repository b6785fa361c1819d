import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

interface Issue {
  path: string[];
  message: string;
}
const take = (ada: SignedInPerson, text: string, more: object = {}) =>
  ada.mutate('importFramework', { text, ...more }, 'added { key } changed { key } kept { key } removed { key }');
const told = ({ issues }: { issues: Issue[] }) => issues.map(({ path, message }) => [path.slice(2).join('.'), message]);

const categories = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `  - { key: c${from + index}, name: C${from + index} }\n`).join('');
const skills = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `      - { key: s${from + index}, name: S }\n`).join('');

test('what stays counts towards the limits, unless it goes to the trash', async () => {
  const ada = await (await createTestApp()).person();
  const file = (rest: string) => `key: a\nname: A\ncategories:\n${rest}`;
  await take(ada, file(categories(0, 30)));
  const more = file(categories(30, 30));
  expect(told(await take(ada, more))).toEqual([
    ['categories', expect.stringMatching(/^must be at most 50 with what the file does not have: .*: line 3$/)],
  ]);
  expect((await take(ada, more, { removeMissing: true })).removed).toHaveLength(30);
  const inOne = (rest: string) => file(`  - key: c30\n    name: C30\n    skills:\n${rest}`);
  await take(ada, inOne(skills(0, 60)));
  expect(told(await take(ada, inOne(skills(60, 60))))).toEqual([
    ['categories.0.skills', expect.stringMatching(/^must be at most 100 .*: line 6$/)],
  ]);
});

test('a scale below a level that is in use is named with the other faults of the file', async () => {
  const ada = await (await createTestApp()).person();
  const file = (maxLevel: number, level: number) =>
    `key: a\nname: A\nmaxLevel: ${maxLevel}\ncategories:\n  - key: c\n    name: C\n    skills:\n      - key: s\n        name: S\n        levels:\n          - { level: ${level}, summary: x }\n`;
  await take(ada, file(6, 6));
  const { skills: all } = await ada.query('{ skills { nodes { id } } }');
  await ada.mutate('createAssessment', { skillId: all.nodes[0].id, level: 5, source: 'SELF' });
  expect(told(await take(ada, `${file(4, 6)}colour: red\n`))).toEqual([
    ['maxLevel', 'must not be below 5, which is in use: line 3'],
    ['categories.0.skills.0.levels.0.level', 'must be a level from 0 to 4, the scale of the framework: line 11'],
    ['colour', 'is not known here: line 12'],
  ]);
  // The descriptions of the file take the place of those that were there.
  expect((await take(ada, file(5, 5))).changed).toHaveLength(2);
});

test('an account imports 60 frameworks an hour, dry runs and refused files included', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  for (let count = 0; count < 60; count += 1) await take(ada, 'a', { isDryRun: true });
  const text = 'mutation ($input: ImportFrameworkInput!) { importFramework(input: $input) { __typename } }';
  const { errors } = await ada.ask(text, { input: { text: 'a' } });
  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  expect((await take(bob, 'key: a\nname: A\n')).added).toHaveLength(1);
});

test.each([
  ['JSON', '{"key":"a","name":"A"}'],
  ['YAML', 'key: a\nname: A\n'],
  ['CSV', 'Skill,L1\nA,b\n'],
  ['MARKDOWN', '# A\n\n| Skill | L1 |\n|-|-|\n| A | b |\n'],
])('a byte order mark before %s is no part of it', async (format, text) => {
  const ada = await (await createTestApp()).person();
  const name = format === 'CSV' ? { name: 'A' } : {};
  const { added } = await take(ada, `\uFEFF${text}`, { format, ...name });
  expect(added[0]).toEqual({ key: 'a' });
  expect(await take(ada, text, { format, ...name })).toMatchObject({ added: [], changed: [] });
});

test('a large framework is exported as it was imported', async () => {
  const ada = await (await createTestApp()).person();
  await take(ada, `key: a\nname: A\ncategories:\n  - key: c\n    name: C\n    skills:\n${skills(0, 60)}`);
  const { frameworks } = await ada.query('{ frameworks { nodes { yaml: file json: file(format: JSON) } } }');
  for (const text of Object.values(frameworks.nodes[0]))
    expect(await take(ada, text as string)).toMatchObject({ added: [], changed: [], kept: [] });
});

test.each([
  ['JSON', '{"key":"a",\n"name":"A\u0000"}', 2],
  ['YAML', 'key: a\nname: A\u0000\n', 2],
  ['CSV', 'Skill,L1\nA,b\u0000\n', 2],
  ['MARKDOWN', '# A\n\n| Skill | L1 |\n|-|-|\n| A | b\u0000 |\n', 5],
  ['MARKDOWN', '# A\r\n\r\n| Skill | L1 |\r\n|-|-|\r\n| A | b\u000c |\r\n', 5],
])('a control character in %s is refused by its line', async (format, text, line) => {
  const ada = await (await createTestApp()).person();
  const refused = await take(ada, text, { format, ...(format === 'CSV' && { name: 'A' }) });
  expect(told(refused)).toEqual([['', `must not have control characters: line ${line}`]]);
});
