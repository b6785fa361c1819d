import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checkExport } from '../../src/transfer/check.ts';
import { type ImportFault, maxLine } from '../../src/transfer/reading.ts';
import { createTestApp } from '../support/app.ts';
import { everythingIn } from '../support/rows.ts';
import { tries } from '../support/services.ts';
import { importInto, refusalOf } from '../support/transfer.ts';
import { randomExport, withEnd } from './random-export.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is wrong with a file; null when nothing is. */
async function faultOf(bytes: string | Uint8Array): Promise<ImportFault | null> {
  const file = join(folder, 'export.jsonl');
  writeFileSync(file, bytes);
  return checkExport(file).then(
    () => null,
    (fault: ImportFault) => fault,
  );
}

const good = randomExport(7);
/** Its lines without the last one, which says that it is whole. */
const lines = good.trimEnd().split('\n').slice(0, -1);
const bytes = Buffer.from(good);
/** Where the first row of a type stands, from 0. */
const first = (type: string) => lines.findIndex((line) => line.startsWith(`{"type":"${type}"`));
const at = (index: number) => lines[index] ?? '';

test('a file that is as it was written has no fault', async () => {
  expect(await faultOf(good)).toBeNull();
});

test('a file that is cut off anywhere is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
      const fault = await faultOf(bytes.subarray(0, length));
      expect(fault?.name).toBe('ImportFault');
      const whole = bytes.subarray(0, length).toString('latin1').split('\n').length;
      expect(fault?.line).toBe(Math.max(1, whole));
    }),
    { numRuns: tries(50), examples: [[0], [1], [bytes.length - 1], [bytes.indexOf(10) + 1]] },
  );
});

test('a file in which any bit is another one is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), async (index, bit) => {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ (1 << bit);
      expect((await faultOf(changed))?.name).toBe('ImportFault');
    }),
    { numRuns: tries(100) },
  );
});

/** Replaces a part of one line. */
const edit = (index: number, part: string | RegExp, by: string) => {
  expect(at(index)).toMatch(part);
  return lines.with(index, at(index).replace(part, by));
};
const uuid = '01a20000-0000-7000-8000-000000000000';
const quotedId = '"[0-9a-f-]{36}"';

/** What is done to a file, and what is said about it. The checksum is made anew, so that it is not that which is at fault. */
const faults: Record<string, () => [changed: string[], line: number, says: RegExp]> = {
  'an id that is there twice': () => {
    const [index, id] = [first('Task'), JSON.parse(at(first('Task'))).row.id as string];
    return [
      lines.toSpliced(index + 1, 0, at(index)),
      index + 2,
      new RegExp(`Task ${id} is in line ${index + 1} already`),
    ];
  },
  'what only one row can have': () => {
    const index = first('Label');
    const other = at(index).replace(new RegExp(`"id":${quotedId}`), `"id":"${uuid}"`);
    return [lines.toSpliced(index + 1, 0, other), index + 2, /Label with nameNormalized ".*" is in line \d+ already/];
  },
  'a reference to nothing': () => {
    const index = first('TaskLabel');
    const changed = edit(index, new RegExp(`"taskId":${quotedId}`), `"taskId":"${uuid}"`);
    return [changed, index + 1, new RegExp(`TaskLabel: taskId names the Task ${uuid}, which is in no line before it`)];
  },
  'a reference to a row that comes later': () => {
    const category = first('SkillCategory');
    const { frameworkId } = JSON.parse(at(category)).row as { frameworkId: string };
    const index = lines.findIndex((line) => line.startsWith('{"type":"Framework"') && line.includes(frameworkId));
    const moved = lines.toSpliced(category + 1, 0, at(index)).toSpliced(index, 1);
    return [moved, category, /SkillCategory: frameworkId names the Framework/];
  },
  'an unknown type': () => {
    const index = first('Task');
    return [edit(index, '"Task"', '"Chore"'), index + 1, /no rows of a type "Chore" here: a newer Waymark/];
  },
  'an unknown column': () => {
    const index = first('Task');
    return [edit(index, '"row":{', '"row":{"mood":1,'), index + 1, /Task: has no mood here: a newer Waymark/];
  },
  'a missing column': () => {
    const index = first('Task');
    return [edit(index, '"createdAt"', '"created"'), index + 1, /Task: createdAt is missing/];
  },
  'a value of another type': () => {
    const index = first('Task');
    return [edit(index, /"priority":-?\d+/, '"priority":"high"'), index + 1, /Task: priority must be a whole number/];
  },
  'a number that is too large': () => {
    const index = first('Task');
    return [
      edit(index, /"priority":-?\d+/, '"priority":2147483648'),
      index + 1,
      /Task: priority must be a whole number/,
    ];
  },
  'a value that is none of an enum': () => {
    const index = first('Task');
    return [
      edit(index, /"status":"\w+"/, '"status":"LATER"'),
      index + 1,
      /status must be one of TODO, IN_PROGRESS, DONE/,
    ];
  },
  'a moment that is none': () => {
    const index = first('Task');
    return [
      edit(index, /"createdAt":"[^"]+"/, '"createdAt":"2026-02-30T09:00:00.000Z"'),
      index + 1,
      /createdAt must be a moment/,
    ];
  },
  'an id that is none': () => {
    const index = first('Task');
    return [edit(index, new RegExp(`"id":${quotedId}`), '"id":"7"'), index + 1, /Task: id must be a UUID/];
  },
  'a null where there must be something': () => {
    const index = first('Task');
    return [edit(index, /"priority":-?\d+/, '"priority":null'), index + 1, /Task: priority must not be null/];
  },
  'a character that PostgreSQL cannot keep': () => {
    const index = first('Label');
    return [edit(index, '"name":"', '"name":"\\u0000'), index + 1, /Label: name must have no NUL character/];
  },
  'a line that is no row': () => [lines.with(3, '{"type":"Task"}'), 4, /row is not as it should be/],
  'a line that is no JSON': () => [lines.with(3, 'Task'), 4, /is not JSON, or ends early/],
  'a line that is too long': () => [lines.with(3, ' '.repeat(maxLine + 1)), 4, /is longer than 16777216 bytes/],
  'a gap in the history': () => {
    const index = first('ChangeSet');
    return [
      edit(index, /"sequence":\d+/, '"sequence":5000'),
      index + 1,
      /ChangeSet: sequence must be \d+, without gaps/,
    ];
  },
  'a change of no change set': () => {
    const index = first('Change');
    return [edit(index, /"sequence":\d+/, '"sequence":5000'), index + 1, /Change: there is no change set 5000/];
  },
  'changes in another order': () => {
    const index = first('Change');
    return [lines.with(index, at(index + 1)).with(index + 1, at(index)), index + 2, /Change: comes after a later one/];
  },
  'a row that is missing': () => [lines.toSpliced(first('Change') + 1, 1), 1, /says that there are \d+ rows of Change/],
  'another format': () => [edit(0, '"waymark-export"', '"waymark"'), 1, /this is no export of Waymark/],
  'a newer version': () => [edit(0, '"version":2', '"version":3'), 1, /a newer Waymark, \d+\.\d+\.\d+, wrote this/],
  'a version that never was': () => [
    edit(0, '"version":2', '"version":0'),
    1,
    /version of the format is 0; this Waymark reads 1 to 2/,
  ],
  'an account that cannot be': () => [edit(0, 'America/St_Johns', 'Narnia'), 1, /account: timeZone must be an IANA/],
  'a second first line': () => [lines.toSpliced(1, 0, at(0)), 2, /type is not as it should be/],
};

test('whatever is wrong is told with its line, and nothing is written', async () => {
  const app = await createTestApp();
  const before = await everythingIn(app);
  for (const [name, make] of Object.entries(faults)) {
    const [changed, line, says] = make();
    const fault = await refusalOf(importInto(app, 'ada@example.org', withEnd(changed)), name);
    expect(fault, name).toMatchObject({ name: 'ImportFault', line, message: expect.stringMatching(says) });
    expect(fault.message, name).toContain(`Line ${line}: `);
  }
  expect(await faultOf(`${good}\n`)).toMatchObject({ line: lines.length + 2 });
  expect(await everythingIn(app)).toBe(before);
});

test('what only shows when the rows are read for what they mean undoes all that came before it', async () => {
  const app = await createTestApp();
  const index = first('Feedback');
  const changed = edit(index, /"occurredOn":"[^"]+"/, '"occurredOn":"soon"');
  await expect(importInto(app, 'ada@example.org', withEnd(changed))).rejects.toMatchObject({
    name: 'ImportFault',
    line: index + 1,
  });
  expect(await app.db.reads.account.count()).toBe(0);
  expect(await app.db.reads.artifact.count()).toBe(0);
});
