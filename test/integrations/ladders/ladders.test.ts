import { expect, test } from 'vitest';
import { readCsvLadder } from '../../../src/integrations/ladders/csv.ts';
import { keyOfNames } from '../../../src/integrations/ladders/keys.ts';
import { readMarkdownLadder } from '../../../src/integrations/ladders/markdown.ts';
import { boundMarkdown } from '../../../src/integrations/ladders/markdown-bounds.ts';

import type { LocatedData } from '../../../src/integrations/located-data.ts';
import { InvalidInputError } from '../../../src/platform/errors.ts';

interface Level {
  level: number;
  summary: string;
  signals: string[];
}
/** Each skill by its category, with what its levels say. */
function told(data: unknown): unknown[] {
  const { categories } = data as { categories: { name: string; skills: { name: string; levels: Level[] }[] }[] };
  return categories.flatMap(({ name, skills }) =>
    skills.map((skill) => [
      name,
      skill.name,
      skill.levels.map(({ level, summary, signals }) => [level, [summary, ...signals].filter(Boolean).join('; ')]),
    ]),
  );
}
/** What is wrong with a file, with its line. */
async function faultsOf(read: () => LocatedData | Promise<LocatedData>): Promise<string[]> {
  try {
    return (await read()).faults.map(({ message, line }) => (line === null ? message : `${message}: line ${line}`));
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues.map(({ message }) => message);
    throw error;
  }
}
const inMarkdown = async (text: string, name: string | null = null) =>
  told((await readMarkdownLadder(text, name)).data);

test('merged cells, tracks side by side, missing levels, N/A and equal texts of a table are read', () => {
  const text = ',,Engineers,,,Managers\nArea,Skill,L1,L2,L4,L3\nCraft,Code,a,"- b\n- c",N/A,\n,C++,same,same,,d\n';
  expect(told(readCsvLadder(text, 'X').data)).toEqual([
    [
      'Engineers: Craft',
      'Code',
      [
        [1, 'a'],
        [2, 'b; c'],
      ],
    ],
    [
      'Engineers: Craft',
      'C++',
      [
        [1, 'same'],
        [2, 'same'],
      ],
    ],
    ['Managers: Craft', 'C++', [[3, 'd']]],
  ]);
});

test('a row may be a level of a skill, in any order', () => {
  const text = 'Track;Skill;Level;Summary\nIC;Code;L3;b\n;;L1;a\nM;Team;L3;c\n';
  expect(told(readCsvLadder(text, 'X').data)).toEqual([
    [
      'IC',
      'Code',
      [
        [1, 'a'],
        [3, 'b'],
      ],
    ],
    ['M', 'Team', [[3, 'c']]],
  ]);
});

test('tables of Markdown have categories in bold, lines in cells, and links that are not followed', async () => {
  const text = '# L\n\n| Skill | Junior | Senior |\n|-|-|-|\n| **Craft** | | |\n| [Code](#c) | a<br>b | [c](d.md) |\n';
  expect(await inMarkdown(text)).toEqual([
    [
      'Craft',
      'Code',
      [
        [1, 'a; b'],
        [2, 'c (d.md)'],
      ],
    ],
  ]);
});

test('headings are levels of a skill, or skills of a level', async () => {
  const levels = '# Titles\n\n## Junior Programmer\n\n- a\n\n## Programmer\n\n- b\n\n## Senior Programmer\n\n- c\n';
  expect(await inMarkdown(levels)).toEqual([
    [
      'Titles',
      'Titles',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    ],
  ]);
  expect(await inMarkdown('# G\n\n## Mobile\n\n### Level 1\n\na\n\n- b\n\n### Level 3\n\nc\n')).toEqual([
    [
      'G',
      'Mobile',
      [
        [1, 'a; b'],
        [3, 'c'],
      ],
    ],
  ]);
  expect(await inMarkdown('# G\n\n## L1\n\n### Code\n\na\n\n## L4\n\n### Code\n\nb\n')).toEqual([
    [
      'G',
      'Code',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
  ]);
  expect(await inMarkdown('## Craft\n\n### Code\n\n1. a\n2. b\n', 'G')).toEqual([
    [
      'Craft',
      'Code',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
  ]);
});

test.each([
  ['no levels', '# L\n\nText.\n', /must have skills with levels/],
  ['a table of HTML', '# L\n\n<table></table>\n', /HTML: line 3/],
  ['depth', `# L\n\n${'- '.repeat(5_000)}a\n`, /nested/],
  ['length', `# L\n\n${'a'.repeat(300_000)}`, /256 KiB/],
])('%s is refused', async (_what, text, message) => {
  expect((await faultsOf(() => readMarkdownLadder(text, null)))[0]).toMatch(message);
});

test.each([
  ['columns', () => readCsvLadder('a;'.repeat(100_000), 'X')],
  ['columns of Markdown', () => readMarkdownLadder(`${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n| b |\n`, 'X')],
  ['lines', () => readMarkdownLadder('- a\n'.repeat(20_000), 'X')],
  ['emphases', () => readMarkdownLadder('*a'.repeat(50_000), 'X')],
  ['references', () => readMarkdownLadder('[^a]'.repeat(50_000), 'X')],
  ['links', () => readMarkdownLadder('[a]('.repeat(50_000), 'X')],
])('what takes long to read is refused before: very many %s', async (_what, read) => {
  expect((await faultsOf(read))[0]).toMatch(/^must have at most/);
});

test('a large ladder with bold words and links is read', async () => {
  const row = `| Skill **one** [link](a.md) | **a** *b* [c](d) | ${'word '.repeat(20)} |\n`;
  const { data } = await readMarkdownLadder(`# L\n\n| Skill | Junior | Senior |\n|-|-|-|\n${row.repeat(300)}`, null);
  expect(told(data)).toHaveLength(1);
});

test.each([
  [
    'two names with one key',
    '# L\n\n| Skill | L1 |\n|-|-|\n| u | a |\n| ü | b |\n',
    [/^must not have a name with the key l\.u, as u on line 5 has: ü: line 6$/],
  ],
  [
    'names that differ by what keys do not have',
    '# L\n\n| Skill | L1 |\n|-|-|\n| NET | a |\n| .NET | b |\n',
    [/has: \.NET: line 6$/],
  ],
  [
    'a skill in two rows',
    '# L\n\n| Skill | L1 | L2 |\n|-|-|-|\n| Code | a | |\n| Test | a | |\n| code | | b |\n',
    [/^must not give a skill twice: code, as on line 5: line 7$/],
  ],
  [
    'a level in two tables',
    '# L\n\n| Skill | L1 |\n|-|-|\n| Code | a |\n\nText\n\n| Skill | L1 |\n|-|-|\n| Code | b |\n',
    [/^must not describe L1 of Code twice, as on line 5: line 11$/],
  ],
  [
    'a heading twice',
    '# L\n\n## Craft\n\n### Code\n\n#### L1\n\na\n\n### Code\n\n#### L2\n\nb\n',
    [/^must not give a skill twice: Code, as on line 5: line 11$/],
  ],
  [
    'a level twice below a heading',
    '# L\n\n## Code\n\n### L1\n\na\n\n### L1\n\nb\n',
    [/^must not describe L1 of Code twice, as on line 5: line 9$/],
  ],
  [
    'a column twice',
    '# L\n\n| Skill | L1 | L1 |\n|-|-|-|\n| Code | a | b |\n',
    [/^must not name a level twice: L1 in columns 2 and 3: line 3$/],
  ],
  [
    'a column beyond all scales',
    '# L\n\n| Skill | L1 | L21 |\n|-|-|-|\n| Code | a | b |\n',
    [/^must be a level from 0 to 20: L21 in column 3: line 3$/],
  ],
  [
    'headings beyond all scales',
    '# L\n\n## L20\n\n### Code\n\na\n\n## L21\n\n### Code\n\nb\n',
    [/^must be a level from 0 to 20: L21: line 9$/],
  ],
  [
    'nested lists, each further in',
    `# L\n\n| Skill | L1 |\n|-|-|\n| A | a |\n| A | b |\n\n${Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')}`,
    [/^must not be nested more than 20 deep: line 28$/, /twice: A, as on line 5: line 6$/],
  ],
  ['a table without rows', '# L\n\n| Skill | L1 |\n|-|-|\n', [/^must have skills with levels/]],
])('%s: refused by line, and nothing is merged', async (_what, text, messages) => {
  expect(await faultsOf(() => readMarkdownLadder(text, null))).toEqual(
    messages.map((one) => expect.stringMatching(one)),
  );
});

test('a table of CSV without rows is refused, and rows may add signals to a level', async () => {
  expect(await faultsOf(() => readCsvLadder('Skill,L1,L2\n', 'X'))).toEqual([
    expect.stringMatching(/^must have skills/),
  ]);
  const rows = 'Skill,Level,Signals\nCode,L1,a\nCode,L1,b\n';
  expect(told(readCsvLadder(rows, 'X').data)).toEqual([['X', 'Code', [[1, 'a; b']]]]);
  const twice = 'Skill,Level,Summary\nCode,L1,a\nCode,L1,b\n';
  expect(await faultsOf(() => readCsvLadder(twice, 'X'))).toEqual([
    expect.stringMatching(/twice, as on line 2: line 3$/),
  ]);
});

test('rows of one category say several things about it', async () => {
  const text = '# L\n\n| Category | L1 | L2 |\n|-|-|-|\n| *Craft* | a | b |\n| *Craft* | c | d |\n';
  expect(await inMarkdown(text)).toEqual([
    [
      'Craft',
      'Craft',
      [
        [1, 'a; c'],
        [2, 'b; d'],
      ],
    ],
  ]);
});

test('keys stay what they were, and names of pictures alone have their own', () => {
  const keys = ['C++', 'C#', '.NET', 'NET', 'Über', 'R & D', '🎉 Fun', 'Ελληνικά'].map((name) => keyOfNames(name));
  expect(keys).toEqual(['c-4c21a3f0', 'c-9629f5e3', 'net', 'net', 'uber', 'r-d', 'fun', '34051502']);
  expect(keyOfNames('🎉')).not.toBe(keyOfNames('🚀'));
});

test.each([
  ['links in lines with a bar in front', '|[a](\n'.repeat(9_000)],
  ['links that a list takes in', `- a\n|a|\n|-|\n${'|[a](\n'.repeat(9_000)}`],
  ['links after the rows of a table', `|a|\n|-|\n|b|\n- c\n${'|[a](\n'.repeat(9_000)}`],
  ['links below what is no row of delimiters', `|a|b|\n|-|\n${'|[a](\n'.repeat(9_000)}`],
  ['brackets', '|]\n'.repeat(9_000)],
  ['ampersands', '&'.repeat(9_000)],
  ['emphases in many paragraphs', `${'*a'.repeat(1_900)}\n\n`.repeat(60)],
  ['cells', '|a'.repeat(50_000)],
  ['lists, each further in', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- a\nb`).join('\n')],
])('the parser is spared what it would take long for: %s', (_what, text) => {
  const bounded = boundMarkdown(text);
  expect(bounded.faults.length).toBeGreaterThan(0);
  expect(bounded.text.split('\n')).toHaveLength(text.split('\n').length);
  expect(boundMarkdown(bounded.text).faults).toEqual([]);
});

test('rows of a table, rules and twenty lists are left to the parser', () => {
  const row = `| ${'[a](b) '.repeat(100)} |\n`;
  for (const text of [`| a |\n|-|\n${row.repeat(300)}`, '- '.repeat(40), `${'- '.repeat(20)}a`, '- a\n'.repeat(3_000)])
    expect(boundMarkdown(text)).toEqual({ text, faults: [] });
});
