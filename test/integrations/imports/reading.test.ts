import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cleanText } from '../../../src/integrations/imports/clean-text.ts';
import { readRows } from '../../../src/integrations/imports/delimited.ts';
import type { ImportFormat } from '../../../src/integrations/imports/formats.ts';
import type { ImportedFile } from '../../../src/integrations/imports/imported.ts';
import { readText, sample } from '../../support/imports.ts';

/* What files are like before anything is known of what they mean. */

const titles = ({ records }: ImportedFile) => records.map((record) => ('title' in record ? record.title : record.kind));
const tasks = 'TYPE,CONTENT,PRIORITY\ntask,Grüße an Zoë,1\ntask,Call,4\n';

function utf32(text: string, isLittleEndian: boolean): Buffer {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(4 * codes.length));
  for (const [index, code] of codes.entries()) view.setUint32(4 * index, code, isLittleEndian);
  return Buffer.from(view.buffer);
}

test('texts are decoded by their mark, as UTF-8 or UTF-16, or by a code page', () => {
  const utf16 = Buffer.from(tasks, 'utf16le');
  const contents = [
    Buffer.from(`\uFEFF${tasks}`),
    Buffer.from(tasks.replaceAll('\n', '\r\n')),
    Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    utf16,
    Buffer.from(utf16).swap16(),
    ...[utf32(tasks, true), utf32(tasks, false), utf32(`\uFEFF${tasks}`, true), utf32(`\uFEFF${tasks}`, false)],
    Buffer.from(tasks, 'latin1'),
  ];
  const encodings = contents.map((content) => {
    const file = readText('TODOIST', content);
    expect(titles(file)).toEqual(['Grüße an Zoë', 'Call']);
    return file.mapping.find(({ from }) => from === 'encoding')?.to;
  });
  const wide = ['utf-32le', 'utf-32be'];
  expect(encodings).toEqual(['utf-8', 'utf-8', 'utf-16le', 'utf-16le', 'utf-16be', ...wide, ...wide, 'windows-1252']);
  const russian = Buffer.concat([Buffer.from('TYPE,CONTENT\ntask,'), Buffer.from([0xc4, 0xe0, 0x0a])]);
  expect(titles(readText('TODOIST', russian, { encoding: 'windows-1251' }))).toEqual(['Да']);
  expect(() => readText('TODOIST', russian, { encoding: 'latin-99' })).toThrow('There is no encoding latin-99.');
});

const cut = Buffer.from([0xc3]);
const latin = Buffer.from('äöüß', 'latin1');

test.each([
  ['one character is cut', [tasks, 'task,M', cut, 'ller\n']],
  ['half of the characters are cut', ['TYPE,CONTENT\ntask,ä\ntask,M', cut, 'ller\n']],
  ['a row is of another encoding', ['TYPE,CONTENT\ntask,ä\ntask,ö\ntask,', latin, '\n']],
  ['a block is overwritten', [tasks, 'task,', Buffer.alloc(200, 0xb5), '\n']],
  ['the file is cut off', [tasks, 'task,M', cut]],
])('a file of UTF-8 stays that if %s, and its damaged rows are named', (_how, parts) => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { mapping, records, warnings } = readText('TODOIST', content);
  expect(mapping).toContainEqual({ from: 'encoding', to: 'utf-8' });
  const last = records.at(-1);
  expect(warnings).toEqual([
    { at: last?.at, reason: 'It has characters that could not be decoded: they stand as \ufffd.' },
  ]);
});

test.each(['Grüße an Zoë', '« déjà vu »', '« café\u00a0»\ntask,déjà', 'SÃO PAULO', 'naïve'])(
  'what is of a code page is read by it: %s',
  (title) => {
    const { mapping, warnings } = readText('TODOIST', Buffer.from(`TYPE,CONTENT\ntask,${title}\n`, 'latin1'));
    expect([mapping[0], warnings]).toEqual([{ from: 'encoding', to: 'windows-1252' }, []]);
  },
);

test('every format says the encoding of its texts', () => {
  const files = [
    ...[
      ['todoist.csv', 'TODOIST'],
      ['ticktick.csv', 'TICKTICK'],
      ['vikunja.json', 'VIKUNJA'],
      ['anki.txt', 'ANKI'],
    ],
    ...[
      ['superproductivity.json', 'SUPER_PRODUCTIVITY'],
      ['things.json', 'THINGS'],
      ['outlook.csv', 'OUTLOOK'],
    ],
    ...[
      ['daylio.csv', 'DAYLIO'],
      ['exist.json', 'EXIST'],
      ['obsidian.md', 'OBSIDIAN'],
      ['huntr.csv', 'HUNTR'],
    ],
    ['linkedin.csv', 'LINKEDIN'],
  ] as [string, ImportFormat][];
  for (const [name, format] of files)
    expect(readText(format, sample(name)).mapping).toContainEqual({ from: 'encoding', to: 'utf-8' });
});

test('control characters are left out and named, and breaks of lines in any form are kept', () => {
  const text = JSON.stringify([
    { title: 'a\0b', notes: 'one\u000btwo\r\nthree', tags: ['x'] },
    { title: 'c', tags: ['y\u0007'] },
    { title: 'd', notes: 'half \ud83d' },
  ]);
  const { records, warnings } = readText('THINGS', text);
  const left = 'It has control characters, such as NUL: they are left out.';
  expect(warnings).toEqual([
    { at: 'items[0]', reason: left },
    { at: 'items[1]', reason: left },
    { at: 'items[2]', reason: 'It has characters that could not be decoded: they stand as \ufffd.' },
  ]);
  expect(cleanText((records[0] as { notes?: string; description?: string }).description ?? '')).toBe('one\ntwo\nthree');
});

test('a long line of a note hides neither its tag nor the cards around it, and is named if it has one', () => {
  const long = 'x'.repeat(30_000);
  const note = `#flashcards ${long}\n\nWhat?::That\n${long}\n\nWho?\n?\n${long}\n\n==${long}==\n`;
  const { records, skipped, warnings } = readText('OBSIDIAN', note);
  // The answer that is too long for a prompt is named by the import.
  expect(records.map((record) => 'question' in record && record.question)).toEqual(['What?', 'Who?']);
  expect(skipped).toEqual([{ at: 'line 10', reason: 'A paragraph with highlights has more than 20,000 characters.' }]);
  expect(warnings).toEqual([]);
});

test.each([',', ';', '\t', '|'])('the delimiter %j is found by the column names', (delimiter) => {
  const rows = [
    ['Board of', 'October; really, all'],
    ['Job Title', 'Company', 'List', 'Extra'],
    ['Dev', 'A "quoted" name', 'Applied'],
    [],
    ['', '', ''],
    ['Ops', 'Line\nbreak', 'Offer', 'x', 'y'],
  ];
  const quoted = (value: string) => (/["\n;,\t|]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\n');
  const file = readText('HUNTR', text);
  expect(file.records).toMatchObject([
    { at: 'line 3', title: 'Dev', company: 'A "quoted" name', stage: 'APPLIED' },
    { at: 'line 6', title: 'Ops', company: 'Line\nbreak', stage: 'OFFER' },
  ]);
  expect(file.mapping).toContainEqual({ from: 'Extra', to: 'not imported' });
  expect(file.warnings.map(({ reason }) => reason)).toContain('The row has 1 more values than there are columns.');
});

test('a quote that is not closed costs its row alone', () => {
  const { rows, broken } = readRows('a,b\n1,"open\n2,"x\ny"\n3,5" wide\n4,"odd"one\n5,"last', ',');
  expect(rows.map(({ line, values }) => [line, values[1]])).toEqual([
    [1, 'b'],
    [3, 'x\ny'],
    [5, '5" wide'],
    [6, '"odd"one'],
  ]);
  expect(broken.map(({ line }) => line)).toEqual([2, 7]);
});

test('spaces behind a closing quote are none of its value', () => {
  const { rows, broken } = readRows('"a" ,"b"  \n"x\ny","1, 2" \n"z"w ,3', ',');
  expect(rows.map(({ line, values }) => [line, ...values])).toEqual([
    [1, 'a', 'b'],
    [2, 'x\ny', '1, 2'],
    [4, '"z"w ', '3'],
  ]);
  expect(broken).toEqual([]);
});

test('a long file is read in parts, whatever stands at their ends', () => {
  const long = 'line of a quoted value\n'.repeat(20_000);
  const text = `a,b\n${'1,x\n'.repeat(40_000)}2,"${long}"\n\n3,"open\n${'4,"y\nz"\n'.repeat(30_000)}5,w`;
  const { rows, broken } = readRows(text, ',');
  expect(rows).toHaveLength(70_003);
  expect(rows[40_001]).toEqual({ line: 40_002, values: ['2', long] });
  expect(broken.map(({ line }) => line)).toEqual([60_004]);
  expect(rows.at(-1)).toEqual({ line: 120_005, values: ['5', 'w'] });
});

test('columns are known in other orders, spellings and languages; without the needed ones the file is refused', () => {
  const german =
    'Betreff;Beginnt am;Beginnt um;Endet am;Endet um;Ganztägiges Ereignis\nPlanung;3.11.2026;09:00:00;3.11.2026;10:30:00;Aus\n';
  expect(readText('OUTLOOK', Buffer.from(german, 'latin1')).records).toMatchObject([
    { title: 'Planung', startsAt: '2026-11-03T08:00:00.000Z', endsAt: '2026-11-03T09:30:00.000Z' },
  ]);
  expect(titles(readText('TODOIST', 'content , "TYPE"\nA,task'))).toEqual(['A']);
  expect(() => readText('TODOIST', 'a,b\n1,2')).toThrow('The file has no line with the column names TYPE, CONTENT.');
});

test('the project of a template is in the name of its file alone', () => {
  const [first] = readText('TODOIST', tasks, { fileName: 'Home & garden [2203306141].csv' }).records;
  expect(first).toMatchObject({ project: 'Home & garden' });
});

test('archives are unpacked within bounds, and what is damaged is refused', () => {
  const note = Buffer.from('#flashcards\nWhat?::That\n');
  const vault = zipSync({ 'a/Notes.md': note, '.trash/Old.md': note, 'image.png': new Uint8Array(9) });
  expect(readText('OBSIDIAN', vault).records).toMatchObject([{ at: 'a/Notes.md, line 2', deck: 'Notes' }]);
  expect(() => readText('OBSIDIAN', vault.subarray(0, 40))).toThrow('The archive cannot be unpacked');
  // It says that a file has 4 GiB: nothing of that size is made.
  const bomb = Buffer.from(zipSync({ 'a.md': new Uint8Array(2_000_000) }));
  const central = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bomb.writeUInt32LE(0xff_ff_ff_00, central + 24);
  expect(() => readText('OBSIDIAN', bomb)).toThrow('The archive is too large');
});

test('a file that is no JSON is refused without a word of it', () => {
  expect(() => readText('THINGS', '[{"password": "hunter2" x}]')).toThrow(/^The file is not JSON: (?!.*hunter2)/);
});

test.each([
  ['todoist.csv', 'TODOIST', 5],
  ['ticktick.csv', 'TICKTICK', 4],
  ['vikunja.json', 'VIKUNJA', 2],
  ['superproductivity.json', 'SUPER_PRODUCTIVITY', 2],
  ['things.json', 'THINGS', 4],
  ['outlook.csv', 'OUTLOOK', 2],
  ['exist.json', 'EXIST', 2],
  ['anki.txt', 'ANKI', 3],
  ['obsidian.md', 'OBSIDIAN', 3],
  ['linkedin.csv', 'LINKEDIN', 1],
] as const)('the sample %s is read as a whole', (name, format, count) => {
  const file = readText(format, sample(name), { fileName: name });
  expect([file.records.length, file.skipped]).toEqual([count, []]);
});
