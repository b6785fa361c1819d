import { expect, test } from 'vitest';
import { readCsvLadder } from '../../../src/integrations/ladders/csv.ts';
import { readMarkdownLadder } from '../../../src/integrations/ladders/markdown.ts';

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
  await expect(readMarkdownLadder(text, null)).rejects.toMatchObject({
    issues: [{ path: ['input', 'text'], message: expect.stringMatching(message) }],
  });
});

test.each([
  ['columns', () => readCsvLadder('a;'.repeat(100_000), 'X')],
  ['columns of Markdown', () => readMarkdownLadder(`${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n| b |\n`, 'X')],
  ['lines', () => readMarkdownLadder('- a\n'.repeat(20_000), 'X')],
  ['emphases', () => readMarkdownLadder('*a'.repeat(50_000), 'X')],
  ['references', () => readMarkdownLadder('[^a]'.repeat(50_000), 'X')],
  ['links', () => readMarkdownLadder('[a]('.repeat(50_000), 'X')],
])('what takes long to read is refused before: very many %s', async (_what, read) => {
  await expect((async () => read())()).rejects.toThrow(/must have at most/);
});

test('a large ladder with bold words and links is read', async () => {
  const row = `| Skill **one** [link](a.md) | **a** *b* [c](d) | ${'word '.repeat(20)} |\n`;
  const { data } = await readMarkdownLadder(`# L\n\n| Skill | Junior | Senior |\n|-|-|-|\n${row.repeat(300)}`, null);
  expect(told(data)).toHaveLength(1);
});
