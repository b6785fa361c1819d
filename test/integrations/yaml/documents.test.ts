import { expect, test } from 'vitest';
import { readDocument } from '../../../src/integrations/yaml/documents.ts';
import { InvalidInputError } from '../../../src/platform/errors.ts';

/** What a text is refused for. Empty if it is read. */
async function refusals(text: string, format: 'YAML' | 'JSON' = 'YAML'): Promise<string[]> {
  try {
    const { faults } = await readDocument(text, format, ['text']);
    return faults.map(({ message, line }) => `${message}: line ${line}`);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues.map(({ message }) => message);
    throw error;
  }
}
const count = 1_048_576;
const filled = (unit: string) => unit.repeat(Math.floor(count / unit.length));
const indented = (step: string, unit: string, lines: number) =>
  Array.from({ length: lines }, (_, line) => `${step.repeat(line)}${unit}`).join('\n');

test.each([
  ['keys, each indented by one more space', indented(' ', 'a:', 1_400)],
  ['lists in lists by indentation', indented('  ', '-', 1_000)],
  ['several lists in each line, each indented further', indented('      ', '- - -', 500)],
  ['a row of dashes', filled('- ')],
  ['a row of question marks', filled('? ')],
  ['a row of colons', filled(': ')],
  ['dashes and question marks by turns', filled('- ? ')],
  ['keys that are lists', indented('  ', '? -', 1_000)],
  ['a list of lists behind a text with its brackets', `a: "]]]]]]]]"\nb: ${'['.repeat(30)}${']'.repeat(30)}`],
])('nesting is refused however it is written: %s', async (_what, text) => {
  const [first, ...more] = await refusals(text);
  expect(first).toMatch(/^must not be nested more than 20 deep: line \d+$/);
  // Colons in a row are none of YAML, and lists are no keys, besides.
  const others = /^must (?:be YAML: Nested mappings|not have lists or maps as keys)/;
  expect(more.filter((message) => !others.test(message))).toEqual([]);
});

test('what is nested twenty deep is read, and brackets of a text nest nothing', async () => {
  const list = `${'['.repeat(20)}${']'.repeat(20)}`;
  expect((await readDocument(list, 'YAML', [])).data).toEqual(JSON.parse(list));
  expect(await refusals(`[${list}]`)).toHaveLength(1);
  expect((await readDocument(indented('  ', 'a:', 20), 'YAML', [])).faults).toEqual([]);
  expect(await refusals(indented('  ', 'a:', 21))).toHaveLength(1);
  const text = `a: |\n${indented(' ', '- [ {', 60).replaceAll(/^/gm, '  ')}\nb: "${'['.repeat(500)}"\n`;
  expect(Object.keys((await readDocument(text, 'YAML', [])).data as object)).toEqual(['a', 'b']);
});

test.each([
  ['anchors in a row', filled('&a '), /must not have anchors: line 1/],
  ['tags in a row', filled('!a '), /must not have tags: line 1/],
  ['anchors in a list', `[${filled('&a ')}`, /must not have anchors: line 1/],
  ['closing brackets', filled(']'), /must be YAML: Unexpected flow-seq-end/],
  ['escapes that are none', `"${filled('\\q')}"`, /must be YAML: Invalid escape sequence/],
  ['texts beside each other', filled('"a" ').slice(0, 200_000), /must be YAML: Unexpected double-quoted/],
  ['directives', filled('%YAML 1.2 a\n').slice(0, 39_000), /must be YAML: %YAML directive/],
])('reading ends after very many faults, of which 200 are named: %s', async (_what, text, first) => {
  const messages = await refusals(text);
  expect(messages).toHaveLength(200);
  expect([messages[0], messages.at(-1)]).toEqual([expect.stringMatching(first), 'has more faults']);
});

test.each([
  ['brackets', `a: ${'['.repeat(40)}1, {b: 2}${']'.repeat(40)}\nc: 1\nc: &x 2\n`],
  [
    'lines',
    `a:\n${indented(' ', 'b:', 40).replaceAll(/^/gm, ' ')} |\n${' '.repeat(60)}text: [\n${' '.repeat(60)}more\n${' '.repeat(45)}d: "e"\nc: 1\nc: &x 2\n`,
  ],
])('what is nested too deep in %s hides no other fault, and the lines after it are right', async (_what, text) => {
  const last = text.trimEnd().split('\n').length;
  const [first, anchor, key, ...more] = await refusals(text);
  expect(first).toMatch(/^must not be nested more than 20 deep: line \d+$/);
  expect([anchor, key, more]).toEqual([
    `must not have anchors: line ${last}`,
    `must not be given twice: line ${last}`,
    [],
  ]);
  expect((await readDocument(text, 'YAML', [])).data).toMatchObject({ c: 2 });
});

test('what is refused is read as plain data, so that it hides no other fault', async () => {
  const { data, faults } = await readDocument('a: &x 1\nb: *x\nc: !!str 2\na: 3\n', 'YAML', []);
  expect(data).toEqual({ a: 3, b: '*x', c: 2 });
  expect(faults.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
});

test('keys that are lists or maps are named by their lines, and left out without a warning of the process', async () => {
  const warnings: unknown[] = [];
  const take = (warning: unknown) => warnings.push(warning);
  process.on('warning', take);
  const { data, faults } = await readDocument('a: 1\n? [x, y]\n: 2\nb:\n  ? { z: 1 }\n  : 3\n  c: 4\n', 'YAML', []);
  await new Promise(setImmediate);
  process.off('warning', take);
  const message = 'must not have lists or maps as keys';
  expect([data, faults]).toEqual([
    { a: 1, b: { c: 4 } },
    [
      { path: [], message, line: 2 },
      { path: ['b'], message, line: 5 },
    ],
  ]);
  expect(warnings).toEqual([]);
});

test('question marks in a list are no way around the maximum number of parts', async () => {
  expect(await refusals(`[${filled('? ')}`)).toContain('must have at most 40,000 lines and parts');
});

test('all that keeps a text from being read is named at once, with its line', async () => {
  expect(await refusals('a: &x 1\nb: *x\nc: !!str 2\nd: "\\q"\n')).toEqual([
    'must not have anchors: line 1',
    'must not have aliases: line 2',
    'must not have tags: line 3',
    'must be YAML: Invalid escape sequence \\q: line 4',
  ]);
  expect(await refusals('a: 1\n---\nb: 2\n')).toEqual(['must be YAML: several documents: line 2']);
  expect(await refusals('a: |\n  &x\n  *x\n  !y\nb: a & b ! *\n')).toEqual([]);
});

test.each(['YAML', 'JSON'] as const)(
  'keys that are given twice are told by path and line at any depth of %s',
  async (format) => {
    const { data, faults, lineOf } = await readDocument(
      '{ "a": 1,\n"b": [{ "c": 1,\n"c": 2 }],\n"a": 3, "__proto__": 4 }',
      format,
      [],
    );
    expect(faults).toEqual([
      { path: ['b', '0', 'c'], message: 'must not be given twice', line: 3 },
      { path: ['a'], message: 'must not be given twice', line: 4 },
    ]);
    expect([JSON.stringify(data), lineOf(['b', '0', 'c']), lineOf(['b', '0', 'x', 'y']), lineOf([])]).toEqual([
      '{"a":3,"b":[{"c":2}],"__proto__":4}',
      3,
      2,
      1,
    ]);
  },
);
