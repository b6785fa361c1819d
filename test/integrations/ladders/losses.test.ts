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
