import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import * as enums from '../../src/generated/sqlite/enums.ts';
import {
  type Column,
  parentColumnOf,
  recordedModels,
  referencesOf,
} from '../../src/platform/database/model-relations.ts';
import { programVersion } from '../../src/platform/runtime/version.ts';
import { uniqueValuesOf } from '../../src/transfer/columns.ts';
import { columnsIn, exportedTypes, formatName, formatVersion, toJson } from '../../src/transfer/format.ts';

type Values = Record<string, unknown> & { id: string };

/** Ends an export properly: with how many lines come before the last one, and their checksum. */
export function withEnd(lines: string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: { lines: lines.length, sha256 } })}\n`;
}

const texts = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('Ärger', '"quoted" \\u0000 and\n\ttabs', '日本語 🦉', 'null', 'owner', ''),
  )
  .map((text) => text.replaceAll('\0', ''));
const dates = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moments = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
/** Lists and objects, which is what there is in columns of JSON. Of a name that means something to JavaScript Prisma makes nothing. */
const json = fc
  .jsonValue({ maxDepth: 2 })
  .map(
    (value) =>
      JSON.parse(JSON.stringify(value, short).replaceAll('\\u0000', '').replaceAll('__proto__', 'proto')) as unknown,
  )
  .map((value) => (typeof value === 'object' && value !== null ? value : [value]));

/** Prisma may write a number with 16 digits where it has 17. What it has written once it writes alike from then on. */
const short = (_key: string, value: unknown) => (typeof value === 'number' ? Math.trunc(value % 1e6) / 8 : value);

/** Any value that a column can hold. */
function anyOf({ name, type }: Column): fc.Arbitrary<unknown> {
  // Not by the seed: one file can be drawn twice, and must not be in its own way.
  if (name === 'id') return fc.constant(null).map(() => randomUUID());
  if (/On$|^date$|^week$/.test(name)) return dates;
  if (name === 'timeZone') return fc.constantFrom('Europe/Berlin', 'UTC', 'Asia/Kathmandu');
  // They are searched, so they are texts, as the check of a file requires before its import.
  if (name === 'questions') return fc.array(texts, { maxLength: 3 });
  switch (type) {
    case 'String':
      return texts;
    case 'Int':
      return fc.integer();
    case 'Float':
      return fc.integer().map((value) => value / 8);
    case 'DateTime':
      return moments;
    case 'Json':
      return json;
    case 'Boolean':
      return fc.boolean();
    default:
      return fc.constantFrom(...Object.keys((enums as unknown as Record<string, object>)[type] ?? {}));
  }
}

/** A file as the export writes it, with rows of every type that fit the models and otherwise mean nothing. */
export function randomExport(seed: number): string {
  let draws = 0;
  const draw = <T>(arbitrary: fc.Arbitrary<T>): T => {
    draws += 1;
    return fc.sample(arbitrary, { seed: seed + draws * 7919, numRuns: 1 })[0] as T;
  };
  const rows = new Map<string, Values[]>();
  for (const type of recordedModels) rows.set(type, []);
  for (const type of exportedTypes.filter((one) => rows.has(one))) rows.set(type, rowsOf(type, rows, draw));

  const sequences = [draw(fc.integer({ min: 1, max: 1000 }))];
  sequences.push(...Array.from({ length: draw(fc.nat({ max: 3 })) }, (_, index) => (sequences[0] ?? 0) + index + 1));
  const drawn = (type: string, more: object) =>
    ({
      ...Object.fromEntries(columnsIn(type).map((column) => [column.name, draw(anyOf(column))])),
      ...more,
    }) as Values;
  rows.set(
    'ChangeSet',
    sequences.map((sequence) => drawn('ChangeSet', { sequence })),
  );
  rows.set(
    'Change',
    sequences.flatMap((sequence) => [
      drawn('Change', { sequence, ordinal: 0, model: 'Account', rowId: 'owner', before: null, after: { id: 'owner' } }),
      drawn('Change', { sequence, ordinal: 3, model: 'Task', before: { ownerId: 'owner', z: 1, a: [null] } }),
    ]),
  );
  const lines = exportedTypes.flatMap((type) =>
    (rows.get(type) ?? []).map((row) => `{"type":"${type}","row":${toJson(columnsIn(type), row)}}`),
  );
  const account = {
    createdAt: draw(moments),
    dayStartsAt: '05:30',
    emailAliases: ['zoe@elsewhere.example'],
    name: 'Zoë "Z" Owner',
    timeZone: 'America/St_Johns',
    updatedAt: draw(moments),
    version: draw(fc.integer({ min: 1, max: 99 })),
    weekStartsOn: 'SUNDAY',
    workingDays: ['MONDAY', 'SATURDAY'],
    workingHours: [{ endsAt: '12:30', startsAt: '08:00', weekday: 'MONDAY' }],
  };
  const history = { oldestSequence: sequences[0], sequence: sequences.at(-1) };
  const counts = Object.fromEntries(exportedTypes.map((type) => [type, rows.get(type)?.length ?? 0]));
  const manifest = { format: formatName, version: formatVersion, program: programVersion(), account, history, counts };
  return withEnd([JSON.stringify(manifest), ...lines]);
}

/** Some rows of a type that name rows that are there, in the order of the file. */
function rowsOf(type: string, rows: Map<string, Values[]>, draw: <T>(arbitrary: fc.Arbitrary<T>) => T): Values[] {
  const parent = parentColumnOf(type);
  const columns = columnsIn(type);
  const seen = new Set<string>();
  const made: Values[] = [];
  for (let count = draw(fc.integer({ min: 1, max: 4 })); count > 0; count--) {
    const row = Object.fromEntries(columns.map((column) => [column.name, draw(anyOf(column))])) as Values;
    for (const { name, isRequired } of columns) if (!isRequired && draw(fc.boolean())) row[name] = null;
    for (const { column, target, required } of referencesOf(type)) {
      const there = target === type ? made.filter((one) => one[column] === null) : (rows.get(target) ?? []);
      const named = there.length === 0 ? null : draw(fc.constantFrom(...there)).id;
      row[column] = required || draw(fc.boolean()) ? named : null;
    }
    const keys = uniqueValuesOf(type, row).map((unique) => JSON.stringify(unique));
    if (
      keys.some((key) => seen.has(key)) ||
      referencesOf(type).some(({ column, required }) => required && !row[column])
    )
      continue;
    for (const key of keys) seen.add(key);
    made.push(row);
  }
  const depth = (row: Values) => (parent && row[parent] !== null ? 1 : 0);
  return made.sort((a, b) => depth(a) - depth(b) || (a.id < b.id ? -1 : 1));
}
