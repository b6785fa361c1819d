import { expect, test } from 'vitest';
import { readCsvLadder } from '../../../src/integrations/ladders/csv.ts';
import { readMarkdownLadder } from '../../../src/integrations/ladders/markdown.ts';

/* Nothing that a ladder says is lost, or made into something else, without a fault. */

interface Data {
  levels: { level: number; name: string }[];
  categories: { name: string; description: string; skills: { name: string; levels: object[] }[] }[];
}
const inMarkdown = async (text: string) => (await readMarkdownLadder(text, null)).data as Data;

test('a level of which a long table says nothing has its place among the others', () => {
  const text = 'Skill,Level,Summary\nCode,Junior,a\nCode,Mid,\nCode,Senior,c\n';
  const { levels, categories } = readCsvLadder(text, 'X').data as Data;
  expect(levels.map(({ level, name }) => [level, name])).toEqual([
    [1, 'Junior'],
    [2, 'Mid'],
    [3, 'Senior'],
  ]);
  expect(categories[0]?.skills[0]?.levels).toMatchObject([{ level: 1 }, { level: 3 }]);
});

test('the heading above levels with tables is a category, and no skill besides', async () => {
  const table = '| Skill | Text |\n|-|-|\n| Code | a |\n';
  const { categories } = await inMarkdown(`# T\n\n## Craft\n\n### L1\n\n${table}\n### L2\n\n${table}`);
  expect(categories).toMatchObject([{ name: 'Craft', skills: [{ name: 'Code', levels: [{}, {}] }] }]);
});

test('texts in HTML are read as texts, and its lists as lists', async () => {
  const blocks = '<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n\n<!-- a draft -->\n\n- <div>three</div>\n';
  const { categories } = await inMarkdown(`# T\n\n## Code\n\n### L1\n\n<p>Small &amp; safe</p>\n\n${blocks}`);
  expect(categories[0]?.skills[0]?.levels).toMatchObject([
    { summary: 'Small & safe', signals: ['one', 'two', 'three'] },
  ]);
  const cells = '| A | <ul><li>one</li><li>two</li></ul> |\n| B | <b>x</b><p>y</p> |\n';
  const table = await inMarkdown(`# T\n\n| Skill | L1 |\n|-|-|\n${cells}`);
  expect(table.categories[0]?.skills.map(({ levels }) => levels)).toMatchObject([
    [{ summary: '', signals: ['one', 'two'] }],
    [{ summary: '', signals: ['x', 'y'] }],
  ]);
});

test('pictures by reference have their text', async () => {
  const { categories } = await inMarkdown('# T\n\n## Code\n\n### L1\n\nSee ![the map][m]\n\n[m]: map.png\n');
  expect(categories[0]?.skills[0]?.levels).toMatchObject([{ summary: 'See the map' }]);
});

test.each([
  ['in a list', '- a\n\n  | Skill | L1 |\n  |-|-|\n  | X | y |\n', 9, 'must not have tables in lists or quotes'],
  ['in a quote', '> | Skill | L1 |\n> |-|-|\n> | X | y |\n', 7, 'must not have tables in lists or quotes'],
  ['of HTML in a list', '- a\n\n  <table><tr><td>x</td></tr></table>\n', 9, 'must not have tables of HTML'],
  ['of HTML in a line', 'a <table><tr><td>x</td></tr></table>\n', 7, 'must not have tables of HTML'],
])('a table %s is refused by its line', async (_where, text, line, message) => {
  const { faults } = await readMarkdownLadder(`# T\n\n## A\n### L1\nx\n\n${text}`, null);
  expect(faults).toEqual([{ path: [], message, line }]);
});

test.each([
  ['1,200', 1_200],
  ['1.200', 1_200],
  ['1 200', 1_200],
  ["1'200 points", 1_200],
  ['12 pts', 12],
  ['0', 0],
  ['–', null],
])('points are read as tables have them: %s', async (points, read) => {
  const table = `# T\n\n| Level | Title | Points |\n|-|-|-|\n| L1 | Junior | 6 |\n| L2 | Senior | ${points} |\n`;
  const { data, faults } = await readMarkdownLadder(`${table}\n| Skill | L1 | L2 |\n|-|-|-|\n| Code | a | b |\n`, null);
  expect(faults).toEqual([]);
  expect((data as Data).levels).toMatchObject([
    { name: 'Junior', points: 6 },
    { name: 'Senior', points: read },
  ]);
});

test('points that are no whole number are refused by their line, and those of levels without titles are kept', () => {
  const { faults } = readCsvLadder('Level,Title,Points,Code\nL1,Junior,6–8,a\nL2,Senior,12.5,b\n', 'X');
  expect(faults).toEqual([
    { path: [], message: 'must be points as a whole number: 6–8', line: 2 },
    { path: [], message: 'must be points as a whole number: 12.5', line: 3 },
  ]);
  const { levels } = readCsvLadder('Level,Points,Code\nLevel 1,6,a\nL2,12,b\n', 'X').data as Data;
  expect(levels).toMatchObject([
    { name: 'Level 1', points: 6 },
    { name: 'L2', points: 12 },
  ]);
});

test.each([
  ['+++\ntitle = "A ladder" # of ours\n[menu]\ntitle = "Menu"\n+++\n', 'A ladder'],
  ["+++\n[menu]\ntitle = 'Menu'\n+++\n# Ladder\n", 'Ladder'],
  ['---\ntitle: C# ladder # of ours\n---\n', 'C# ladder'],
  ['---\n---\n# Ladder\n', 'Ladder'],
])('front matter is no part of a ladder, in YAML or TOML', async (front, name) => {
  const { data } = await readMarkdownLadder(`${front}\n## Code\n\n### L1\n\na\n`, null);
  expect(data).toMatchObject({ name, categories: [{ skills: [{ name: 'Code', description: '' }] }] });
  expect((data as Data).categories).toHaveLength(1);
});

test('attributes of headings are no part of names', async () => {
  const text =
    '# T {#top}\n\n## Code {#code .wide data-x="y z"}\n{: .no_toc }\n\n### L1 {: #one }\n\na {b}\n\n## Sets {a, b}\n\n### L1 {/* #two */}\n\nb\n';
  const { data } = await readMarkdownLadder(text, null);
  const [{ skills }] = (data as { categories: [{ skills: object[] }] }).categories;
  expect(data).toMatchObject({ key: 't', levels: [{ name: 'L1' }] });
  expect(skills).toMatchObject([
    { key: 't.code', name: 'Code', description: '', levels: [{ summary: 'a {b}' }] },
    { name: 'Sets {a, b}' },
  ]);
});

test.each([
  ['Skill,Level,,\n,L1,L2,L4\nCode,a,b,c\n', [['X', 'Code']]],
  [
    'Area,Skill,Level,,,\n,,L1,L2,L3,L4\nCraft,Code,a,b,c,d\n,Test,a,b,c,d\n',
    [
      ['Craft', 'Code'],
      ['Craft', 'Test'],
    ],
  ],
  ['Skill,Description,Expectations by level,,,\n,,L1,L2,L3,L4\nCode,About it,a,b,c,d\n', [['X', 'Code']]],
  ['Skill,Level,\n,Explorer,Pathfinder\nCode,a,b\n', [['X', 'Code']]],
  [
    'Skill,Engineers,,Managers,\n,L1,L2,L2,L3\nCode,a,b,c,d\n',
    [
      ['Engineers', 'Code'],
      ['Managers', 'Code'],
    ],
  ],
])('names of levels may stand in a second row, below a merged cell: %s', async (text, skills) => {
  const { data, faults } = readCsvLadder(text, 'X');
  const told = (from: unknown) =>
    (from as Data).categories.flatMap(({ name, skills: all }) => all.map((one) => [name, one.name]));
  expect([told(data), faults]).toEqual([skills, []]);
  const [first = '', ...rest] = text
    .trim()
    .split('\n')
    .map((row) => `| ${row.replaceAll(',', ' | ')} |`);
  const table = [first, first.replaceAll(/[^|]+/g, '-'), ...rest].join('\n');
  expect((await readMarkdownLadder(table, 'X')).data).toEqual(data);
  expect((data as Data).categories[0]?.skills[0]?.levels.slice(0, 2)).toMatchObject([
    { level: 1, summary: 'a' },
    { level: 2, summary: 'b' },
  ]);
});

test('notes at the foot of a text are of the framework, and not of the last skill', async () => {
  const text =
    '# T\n\nAbout it.\n\n## Code\n\n### L1\n\nHelps[^a].\n\n[^a]: When asked.\n    In person.\n[^b]: More.\n';
  const { data } = await readMarkdownLadder(text, null);
  expect(data).toMatchObject({
    description: 'About it.\n\n[^a]: When asked.\nIn person.\n[^b]: More.',
    categories: [{ skills: [{ levels: [{ summary: 'Helps[^a].', signals: [] }] }] }],
  });
});

test('a column called Category has skills where the categories have rows of their own', async () => {
  const table =
    '| Category | L1 | L2 |\n|-|-|-|\n| **Skill** | | |\n| *Scope* | a | b |\n| *Scope* | g | |\n| *Trust* | c | |\n| **Ways** | | |\n| *Pace* | e | f |\n';
  const { data, faults } = await readMarkdownLadder(`# T\n\n${table}`, null);
  expect(faults).toEqual([]);
  expect((data as Data).categories.map(({ name, skills }) => [name, skills.map((skill) => skill.name)])).toEqual([
    ['Skill', ['Scope', 'Trust']],
    ['Ways', ['Pace']],
  ]);
  expect((data as Data).categories[0]?.skills[0]?.levels[0]).toMatchObject({ summary: 'a', signals: ['g'] });
});
