import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checkExport } from '../../src/transfer/check.ts';
import { type ImportError, maxLine } from '../../src/transfer/reading.ts';
import { createTestApp } from '../support/app.ts';
import { everythingIn } from '../support/rows.ts';
import { tries } from '../support/services.ts';
import { importInto, refusalOf } from '../support/transfer.ts';
import { randomExport, withEnd } from './random-export.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-invalid-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The error that a file is refused with. Null if it is accepted. */
async function errorOf(bytes: string | Uint8Array): Promise<ImportError | null> {
  const file = join(folder, 'export.jsonl');
  writeFileSync(file, bytes);
  return checkExport(file, {}).then(
    () => null,
    (error: ImportError) => error,
  );
}

const good = randomExport(7);
/** Its lines without the last one. */
const lines = good.trimEnd().split('\n').slice(0, -1);
const bytes = Buffer.from(good);
/** The index of the first line of a type. */
const first = (type: string) => lines.findIndex((line) => line.startsWith(`{"type":"${type}"`));
const at = (index: number) => lines[index] ?? '';

test('an unchanged file is accepted', async () => {
  expect(await errorOf(good)).toBeNull();
});

test('a file that is cut off anywhere is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
      const error = await errorOf(bytes.subarray(0, length));
      expect(error?.name).toBe('ImportError');
      const whole = bytes.subarray(0, length).toString('latin1').split('\n').length;
      expect(error?.line).toBe(Math.max(1, whole));
    }),
    { numRuns: tries(50), examples: [[0], [1], [bytes.length - 1], [bytes.indexOf(10) + 1]] },
  );
});

test('a file with any bit flipped is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), async (index, bit) => {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ (1 << bit);
      expect((await errorOf(changed))?.name).toBe('ImportError');
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

/** Damages to a file, with the line and the message of the error. The checksum is made anew, so that it is correct. */
const damages: Record<string, () => [changed: string[], line: number, says: RegExp]> = {
  'a duplicate id': () => {
    const [index, id] = [first('Task'), JSON.parse(at(first('Task'))).row.id as string];
    return [
      lines.toSpliced(index + 1, 0, at(index)),
      index + 2,
      new RegExp(`Task ${id} is already in line ${index + 1}\\.`),
    ];
  },
  'a duplicate of a unique value': () => {
    const index = first('Label');
    const other = at(index).replace(new RegExp(`"id":${quotedId}`), `"id":"${uuid}"`);
    return [lines.toSpliced(index + 1, 0, other), index + 2, /Label with nameNormalized ".*" is already in line \d+\./];
  },
  'a reference to a missing record': () => {
    const index = first('TaskLabel');
    const changed = edit(index, new RegExp(`"taskId":${quotedId}`), `"taskId":"${uuid}"`);
    return [
      changed,
      index + 1,
      new RegExp(`TaskLabel: taskId refers to Task ${uuid}, which is not in an earlier line`),
    ];
  },
  'a reference to a later record': () => {
    const category = first('SkillCategory');
    const { frameworkId } = JSON.parse(at(category)).row as { frameworkId: string };
    const index = lines.findIndex((line) => line.startsWith('{"type":"Framework"') && line.includes(frameworkId));
    const moved = lines.toSpliced(category + 1, 0, at(index)).toSpliced(index, 1);
    return [moved, category, /SkillCategory: frameworkId refers to Framework/];
  },
  'an unknown type': () => {
    const index = first('Task');
    return [edit(index, '"Task"', '"Chore"'), index + 1, /unknown type "Chore"\. A newer version of Waymark/];
  },
  'an unknown column': () => {
    const index = first('Task');
    return [
      edit(index, '"row":{', '"row":{"mood":1,'),
      index + 1,
      /Task: unknown field "mood"\. A newer version of Waymark/,
    ];
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
  'a value that is not one of its enum': () => {
    const index = first('Task');
    return [
      edit(index, /"status":"\w+"/, '"status":"LATER"'),
      index + 1,
      /status must be one of TODO, IN_PROGRESS, DONE/,
    ];
  },
  'a malformed time': () => {
    const index = first('Task');
    return [
      edit(index, /"createdAt":"[^"]+"/, '"createdAt":"2026-02-30T09:00:00.000Z"'),
      index + 1,
      /createdAt must be a moment/,
    ];
  },
  'a malformed id': () => {
    const index = first('Task');
    return [edit(index, new RegExp(`"id":${quotedId}`), '"id":"7"'), index + 1, /Task: id must be a UUID/];
  },
  'a null in a required column': () => {
    const index = first('Task');
    return [edit(index, /"priority":-?\d+/, '"priority":null'), index + 1, /Task: priority must not be null/];
  },
  'a character that PostgreSQL cannot store': () => {
    const index = first('Label');
    return [edit(index, '"name":"', '"name":"\\u0000'), index + 1, /Label: name must not contain a NUL character/];
  },
  'a line that is not a record': () => [lines.with(3, '{"type":"Task"}'), 4, /row is malformed/],
  'a line that is not JSON': () => [lines.with(3, 'Task'), 4, /not JSON, or cut off/],
  'a line that is too long': () => [lines.with(3, ' '.repeat(maxLine + 1)), 4, /longer than 16777216 bytes/],
  'a gap in the history': () => {
    const index = first('ChangeSet');
    return [
      edit(index, /"sequence":\d+/, '"sequence":5000'),
      index + 1,
      /ChangeSet: sequence must be \d+, without gaps/,
    ];
  },
  'a change without a change set': () => {
    const index = first('Change');
    return [edit(index, /"sequence":\d+/, '"sequence":5000'), index + 1, /Change: there is no change set 5000/];
  },
  'changes out of order': () => {
    const index = first('Change');
    return [lines.with(index, at(index + 1)).with(index + 1, at(index)), index + 2, /Change: out of order/];
  },
  'a missing record': () => [
    lines.toSpliced(first('Change') + 1, 1),
    1,
    /expected \d+ records of Change, but there are \d+/,
  ],
  'another format': () => [edit(0, '"waymark-export"', '"waymark"'), 1, /not an export of Waymark/],
  'a newer version': () => [
    edit(0, '"version":2', '"version":3'),
    1,
    /written by a newer version of Waymark, \d+\.\d+\.\d+/,
  ],
  'an unknown version': () => [
    edit(0, '"version":2', '"version":0'),
    1,
    /format has version 0\. This version of Waymark reads 1 to 2/,
  ],
  'an invalid account': () => [edit(0, 'America/St_Johns', 'Narnia'), 1, /account: timeZone must be an IANA/],
  'a second manifest': () => [lines.toSpliced(1, 0, at(0)), 2, /type is malformed/],
};

test('every damage is refused with its line, and nothing is written', async () => {
  const app = await createTestApp();
  const before = await everythingIn(app);
  for (const [name, make] of Object.entries(damages)) {
    const [changed, line, says] = make();
    const error = await refusalOf(importInto(app, 'ada@example.org', withEnd(changed), {}), name);
    expect(error, name).toMatchObject({ name: 'ImportError', line, message: expect.stringMatching(says) });
    expect(error.message, name).toContain(`Line ${line}: `);
  }
  expect(await errorOf(`${good}\n`)).toMatchObject({ line: lines.length + 2 });
  expect(await everythingIn(app)).toBe(before);
});

test('a record that search cannot read rolls back the whole import', async () => {
  const app = await createTestApp();
  const index = first('Feedback');
  const changed = edit(index, /"occurredOn":"[^"]+"/, '"occurredOn":"soon"');
  await expect(importInto(app, 'ada@example.org', withEnd(changed), {})).rejects.toMatchObject({
    name: 'ImportError',
    line: index + 1,
  });
  expect(await app.db.reads.account.count()).toBe(0);
  expect(await app.db.reads.artifact.count()).toBe(0);
});
