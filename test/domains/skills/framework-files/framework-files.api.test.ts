import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const yaml = `key: ladder
name: Ladder
maxLevel: 6
levels:
  - { level: 1, name: Junior, points: 6 }
  - { level: 6, name: Fellow }
categories:
  - key: craft
    name: Craft
    skills:
      - key: code
        name: Code
        description: "Writes *code*."
        levels:
          - level: 1
            summary: Learns
            signals: [Asks, "Reads: a lot"]
          - { level: 6, summary: "" }
      - key: test
        name: Tests
  - key: people
    name: People
`;
const change = '{ type key name fields }';
const outcome = `isDryRun added ${change} changed ${change} removed ${change} kept ${change} framework { id version file }`;
const take = (ada: SignedInPerson, text: string, more: object = {}) =>
  ada.mutate('importFramework', { text, ...more }, outcome);
const shown = `{ frameworks { nodes { key name maxLevel levels { level name points } categories { nodes { key name position
  skills { nodes { key name position levels { level summary signals } } } } } } } }`;
const keysOf = (changes: { type: string; key: string }[]) => changes.map(({ type, key }) => `${type} ${key}`);

test('a file makes a framework, a dry run nothing, and the same again changes nothing', async () => {
  const ada = await (await createTestApp()).person();
  const tried = await take(ada, yaml, { isDryRun: true });
  expect(tried).toMatchObject({ isDryRun: true, framework: null, changed: [], removed: [], kept: [] });
  const all = ['FRAMEWORK ladder', 'CATEGORY craft', 'CATEGORY people', 'SKILL code', 'SKILL test'];
  expect(keysOf(tried.added)).toEqual(all);
  expect((await ada.query('{ frameworks { totalCount } }')).frameworks.totalCount).toBe(0);
  const made = await take(ada, yaml);
  expect([made.isDryRun, keysOf(made.added)]).toEqual([false, all]);
  const { frameworks } = await ada.query(shown);
  expect(frameworks.nodes).toMatchObject([
    {
      ...{ key: 'ladder', name: 'Ladder', maxLevel: 6 },
      levels: [
        { level: 1, name: 'Junior', points: 6 },
        { level: 6, name: 'Fellow', points: null },
      ],
      categories: {
        nodes: [
          {
            ...{ key: 'craft', position: 1 },
            skills: {
              nodes: [
                {
                  key: 'code',
                  levels: [
                    { level: 1, summary: 'Learns', signals: ['Asks', 'Reads: a lot'] },
                    { level: 6, summary: '', signals: [] },
                  ],
                },
                { key: 'test', position: 2, levels: [] },
              ],
            },
          },
          { key: 'people', position: 2 },
        ],
      },
    },
  ]);
  const last = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  const again = await take(ada, yaml);
  expect(again).toMatchObject({ added: [], changed: [], removed: [], kept: [], framework: made.framework });
  expect(await take(ada, again.framework.file)).toMatchObject({ added: [], changed: [], kept: [] });
  expect(await ada.query('{ changeSets(first: 1) { nodes { id } } }')).toEqual(last);
});

test('an import is undone as one change set, and an export of either format makes the same elsewhere', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const { id: frameworkId } = await ada.mutate('createFramework', { name: 'By hand', maxLevel: 3 });
  const { id: categoryId } = await ada.mutate('createSkillCategory', { frameworkId, name: 'Craft: "a"\n'.trim() });
  const levels = [{ level: 2, summary: '- yes', signals: ['#1', 'null', '1.0'], examples: ['on'] }];
  await ada.mutate('createSkill', { categoryId, name: 'null', description: 'One\n\n  two\n', levels });
  const ask = 'query ($f: FrameworkFormat) { frameworks { nodes { name file(format: $f) } } }';
  for (const f of ['YAML', 'JSON']) {
    const [{ file }] = (await ada.query(ask, { f })).frameworks.nodes;
    expect(await take(ada, file)).toMatchObject({ added: [], changed: [], kept: [] });
    const there = await take(bob, file);
    expect([f, there.added.length, there.framework?.file]).toEqual([f, f === 'YAML' ? 3 : 0, expect.any(String)]);
    const [theirs] = (await bob.query(ask, { f })).frameworks.nodes;
    expect(theirs.file).toBe(file);
  }
  const { changeSets } = await bob.query('{ changeSets(first: 1) { nodes { id name } } }');
  expect(changeSets.nodes[0].name).toBe('importFramework');
  await bob.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id });
  expect((await bob.query('{ frameworks { totalCount } }')).frameworks.totalCount).toBe(0);
});

test('a changed file changes what it names by its keys, and removes only if told so', async () => {
  const ada = await (await createTestApp()).person();
  await take(ada, yaml);
  const { skills } = await ada.query('{ skills { nodes { id key } } }');
  const code = skills.nodes.find(({ key }: { key: string }) => key === 'code').id;
  await ada.mutate('createAssessment', { skillId: code, level: 4, source: 'SELF' });
  const other = yaml
    .replace('name: Ladder', 'name: Career ladder')
    .replace(/ {6}- key: test\n {8}name: Tests\n/, '')
    .replace('  - key: people\n    name: People\n', '')
    .replace('name: Code\n', 'name: Coding\n')
    .replace('summary: Learns', 'summary: Learns fast');
  const tried = await take(ada, other, { isDryRun: true, removeMissing: true });
  expect([keysOf(tried.removed), tried.kept]).toEqual([['CATEGORY people', 'SKILL test'], []]);
  const { changed, kept, removed } = await take(ada, other);
  expect(changed).toEqual([
    { type: 'FRAMEWORK', key: 'ladder', name: 'Career ladder', fields: ['name'] },
    { type: 'SKILL', key: 'code', name: 'Coding', fields: ['name', 'levels'] },
  ]);
  expect([keysOf(kept), removed]).toEqual([['CATEGORY people', 'SKILL test'], []]);
  expect((await ada.query('{ skills { totalCount } }')).skills.totalCount).toBe(2);
  expect(keysOf((await take(ada, other, { removeMissing: true })).removed)).toEqual(['CATEGORY people', 'SKILL test']);
  const after = await ada.query('{ skills { nodes { id name claim { level } } } skillCategories { totalCount } }');
  expect(after).toEqual({
    skills: { nodes: [{ id: code, name: 'Coding', claim: { level: 4 } }] },
    skillCategories: { totalCount: 1 },
  });
  const back = await take(ada, yaml);
  expect(keysOf(back.added)).toEqual(['CATEGORY people', 'SKILL test']);
  expect((await ada.query('{ skills { totalCount } }')).skills.totalCount).toBe(2);
});

test('a scale is not lowered below a level that is in use, in a dry run either', async () => {
  const ada = await (await createTestApp()).person();
  await take(ada, yaml);
  const { skills } = await ada.query('{ skills { nodes { id key } } }');
  const id = skills.nodes.find(({ key }: { key: string }) => key === 'test').id;
  await ada.mutate('createAssessment', { skillId: id, level: 5, source: 'SELF' });
  const lower = yaml.replace('maxLevel: 6', 'maxLevel: 4').replaceAll('level: 6', 'level: 4');
  for (const isDryRun of [true, false]) {
    const { issues } = await take(ada, lower, { isDryRun });
    expect(issues).toEqual([
      { path: ['input', 'text', 'maxLevel'], message: 'must not be below 5, which is in use: line 3' },
    ]);
  }
  expect((await ada.query(shown)).frameworks.nodes[0].maxLevel).toBe(6);
});

const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nkey: k\nname: *b\n`;

test.each([
  ['a key given twice', 'key: a\nname: A\nname: B\n', ['name'], /given twice: line 3/],
  ['a key given twice in JSON', '{"key":"a","name":"A","name":"B"}', ['name'], /given twice: line 1/],
  ['aliases', bomb, [], /must not have (aliases|anchors)/],
  ['an anchor', 'key: &k a\nname: A\n', [], /must not have anchors: line 1/],
  ['a tag', 'key: !!binary YQ==\nname: A\n', [], /tag/],
  ['two documents', 'key: a\nname: A\n---\nkey: b\nname: B\n', [], /line/],
  ['no YAML', 'key: [a\n', [], /must be YAML: .*: line 2/],
  ['no JSON', '{"key": }', [], /must be JSON/],
  ['a text', 'hello', [], /must be a framework/],
  ['too much', `key: a\nname: "${'x'.repeat(1_048_576)}"\n`, [], /at most 1 MiB/],
  ['depth', `key: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n`, [], /nested/],
  ['depth by dashes', `name: A\nkey: a\ncategories:\n${'- '.repeat(200)}a\n`, [], /nested/],
  ['very many parts', `key: a\nname: A\ncategories:\n${'  - a\n'.repeat(100_000)}`, [], /at most 40,000/],
  ['nothing', ' \n', [], /must not be empty/],
  ['an unknown field', `${yaml}colour: red\n`, ['colour'], /is not known here/],
  ['a prototype', `${yaml}__proto__: { a: 1 }\n`, ['__proto__'], /is not known here/],
  ['a key that is none', yaml.replace('key: craft', 'key: "Craft!"'), ['categories', '0', 'key'], /must be 1 to 64/],
  ['a category twice', yaml.replace('key: people', 'key: craft'), ['categories', '1', 'key'], /two categories/],
  ['a skill twice', yaml.replace('key: test', 'key: code'), ['categories', '0', 'skills', '1', 'key'], /two skills/],
  [
    'a level off the scale',
    yaml.replace('maxLevel: 6', 'maxLevel: 5'),
    ['levels', '1', 'level'],
    /must be a level from 0 to 5/,
  ],
  [
    'a level twice',
    yaml.replace('{ level: 6, summary', '{ level: 1, summary'),
    ['categories', '0', 'skills', '0', 'levels', '1', 'level'],
    /must not describe a level twice/,
  ],
  [
    'a level off the scale, where the file has it',
    'key: a\nname: A\nmaxLevel: 3\ncategories: [{ key: c, name: C, skills: [{ key: s, name: S, levels: [{ level: 9, summary: x }, { level: 1, summary: y }] }] }]\n',
    ['categories', '0', 'skills', '0', 'levels', '0', 'level'],
    /must be a level from 0 to 3/,
  ],
])('%s is refused by its path, and nothing is changed', async (_what, text, path, message) => {
  const ada = await (await createTestApp()).person();
  const { issues } = await take(ada, text);
  expect(issues[0]).toEqual({ path: ['input', 'text', ...path], message: expect.stringMatching(message) });
  expect((await ada.query('{ frameworks { totalCount } }')).frameworks.totalCount).toBe(0);
});

const faulty = `key: Ladder!
name: ""
name: ${'n'.repeat(201)}
colour: red
maxLevel: 3
levels:
  - { level: 1, name: Junior, pay: 1 }
  - { level: 1, name: 7 }
  - text
categories:
  - key: craft
    name: Craft
    skills:
      - key: code
        nmae: Code
        levels:
          - { level: 4, summary: x }
          - { level: 4, summary: y, signals: [1] }
          - { level: two, summary: [] }
      - { key: code, name: 7 }
      - 8
  - { key: craft, name: Other, description: {} }
  - skills: none
    x:
      y: 1
`;

test('every fault is named at once, by its path and line: none hides another, at any depth', async () => {
  const ada = await (await createTestApp()).person();
  const { issues } = await take(ada, faulty);
  const told = issues.map(({ path, message }: { path: string[]; message: string }) => [
    path.slice(2).join('.'),
    message.replace(/^.*: (line \d+)$/, '$1'),
  ]);
  expect(told).toEqual([
    ['key', 'line 1'],
    ['name', 'line 3'],
    ['name', 'line 3'],
    ['colour', 'line 4'],
    ['levels.0.pay', 'line 7'],
    ['levels.1.name', 'line 8'],
    ['levels.1.level', 'line 8'],
    ['levels.2', 'line 9'],
    ['categories.0.skills.0.name', 'line 14'],
    ['categories.0.skills.0.nmae', 'line 15'],
    ['categories.0.skills.0.levels.0.level', 'line 17'],
    ['categories.0.skills.0.levels.1.signals.0', 'line 18'],
    ['categories.0.skills.0.levels.1.level', 'line 18'],
    ['categories.0.skills.0.levels.2.level', 'line 19'],
    ['categories.0.skills.0.levels.2.summary', 'line 19'],
    ['categories.0.skills.1.name', 'line 20'],
    ['categories.0.skills.1.key', 'line 20'],
    ['categories.0.skills.2', 'line 21'],
    ['categories.1.description', 'line 22'],
    ['categories.1.key', 'line 22'],
    ['categories.2.key', 'line 23'],
    ['categories.2.name', 'line 23'],
    ['categories.2.skills', 'line 23'],
    ['categories.2.x', 'line 24'],
  ]);
  expect(issues.map(({ message }: { message: string }) => message).join('\n')).not.toMatch(/Invalid|expected/);
});

test('a list that is too long hides no fault of what it has', async () => {
  const ada = await (await createTestApp()).person();
  const signals = `[${'a, '.repeat(50)}7]`;
  const categories = Array.from(
    { length: 51 },
    (_, index) => `  - { key: c${index}, name: ${index === 0 ? 7 : 'C'} }\n`,
  );
  const text = yaml
    .replace('[Asks, "Reads: a lot"]', signals)
    .replace('  - key: people', `${categories.join('')}  - key: people`);
  const { issues } = await take(ada, text);
  expect(issues.map(({ path }: { path: string[] }) => path.slice(2).join('.'))).toEqual([
    'categories',
    'categories.0.skills.0.levels.0.signals.50',
    'categories.0.skills.0.levels.0.signals',
    'categories.1.name',
  ]);
});

test('two hundred faults are named, and the number of the others', async () => {
  const ada = await (await createTestApp()).person();
  const many = Array.from({ length: 261 }, (_, index) => `x${index}: 1\n`).join('');
  const { issues } = await take(ada, `${yaml}${many}`);
  expect([issues.length, issues[0].path, issues.at(-1)]).toEqual([
    201,
    ['input', 'text', 'x0'],
    { path: ['input', 'text'], message: 'has 61 more faults' },
  ]);
});

test('faults of a table and of what it says are named in one round', async () => {
  const ada = await (await createTestApp()).person();
  const text = `Skill,L1\nCode,a,more\n${'x'.repeat(201)},b\n`;
  const { issues } = await take(ada, text, { format: 'CSV', name: 'A' });
  expect(issues.map(({ message }: { message: string }) => message.replace(/^.*: line/, 'line'))).toEqual([
    'line 2',
    'line 3',
  ]);
});

test('what published frameworks have fits: long summaries, many criteria, twenty levels with names and points', async () => {
  const ada = await (await createTestApp()).person();
  const levels = Array.from({ length: 20 }, (_, index) => ({ level: index + 1, name: `L${index + 1}`, points: index }));
  const described = levels.map(({ level }) => ({
    ...{ level, summary: 's'.repeat(535), signals: Array.from({ length: 26 }, (_, n) => `${n}${'c'.repeat(312)}`) },
  }));
  const skill = { key: 'one', name: 'One', levels: described };
  const file = { key: 'wide', name: 'Wide', levels, categories: [{ key: 'c', name: 'C', skills: [skill] }] };
  const made = await take(ada, JSON.stringify(file, null, '\t'));
  expect([made.__typename, made.added?.length]).toEqual(['ImportFrameworkPayload', 3]);
  expect(await take(ada, JSON.stringify(file))).toMatchObject({ added: [], changed: [] });
});

test('frameworks of others are not known by their keys', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const { framework } = await take(ada, yaml);
  expect(keysOf((await take(bob, yaml)).added)).toContain('FRAMEWORK ladder');
  const byId = yaml.replace('key: ladder', `key: ${framework.id.split(':')[1]}`);
  expect(keysOf((await take(bob, byId)).added)).toContain('SKILL code');
  expect((await ada.query('{ frameworks { totalCount } }')).frameworks.totalCount).toBe(1);
});

test.each(['engineering-ic', 'engineering-manager', 'product'])('the ready framework %s is one', async (name) => {
  const ada = await (await createTestApp()).person();
  const text = readFileSync(new URL(`../../../../frameworks/${name}.yaml`, import.meta.url), 'utf8');
  const { framework, added } = await take(ada, text);
  expect([keysOf(added)[0], added.length > 12]).toEqual([`FRAMEWORK ${name}`, true]);
  expect(await take(ada, framework.file)).toMatchObject({ added: [], changed: [] });
});

test.each([
  ['CSV', 'ladder.csv', 'Engineering'],
  ['MARKDOWN', 'ladder.md', null],
])('the sample in %s is imported, and changes nothing again', async (format, file, name) => {
  const ada = await (await createTestApp()).person();
  const text = readFileSync(new URL(`../../../../docs/samples/${file}`, import.meta.url), 'utf8');
  const tried = await take(ada, text, { format, name, isDryRun: true });
  const made = await take(ada, text, { format, name });
  expect([made.added, made.added.length > 4]).toEqual([tried.added, true]);
  expect(await take(ada, text, { format, name })).toMatchObject({ added: [], changed: [], removed: [], kept: [] });
  expect(await take(ada, made.framework.file)).toMatchObject({ added: [], changed: [] });
});

test('faults of a table have their lines, and CSV needs a name', async () => {
  const ada = await (await createTestApp()).person();
  const text = `Skill,L1\nCode,a\n${'x'.repeat(201)},b\n`;
  const { issues } = await take(ada, text, { format: 'CSV', name: 'A' });
  expect(issues).toEqual([
    { path: ['input', 'text', 'categories', '0', 'skills', '1', 'name'], message: expect.stringMatching(/: line 3$/) },
  ]);
  expect((await take(ada, text, { format: 'CSV' })).issues[0].path).toEqual(['input', 'name']);
  expect((await ada.query('{ frameworks { totalCount } }')).frameworks.totalCount).toBe(0);
});
