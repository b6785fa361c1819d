import { updateProfileInput } from '../domains/accounts/accounts/accounts.rules.ts';
import { fromGlobalId } from '../platform/database/global-ids.ts';
import { type Column, parentColumnOf, referencesOf } from '../platform/database/model-relations.ts';
import { maxTreeDepth } from '../platform/records/hierarchies.ts';
import type { NodeReference } from '../platform/records/node-references.ts';
import type { DayOfWeek } from '../platform/time/calendar.ts';
import { brokenRuleOf, type RecordRules, timelessCalendar } from '../platform/validation/record-rules.ts';
import type { InputRules } from '../platform/validation/rule-notes.ts';
import { problemWith, uniqueValuesOf } from './columns.ts';
import { accountColumns, columnsIn, exportedTypes, type Manifest } from './format.ts';
import { type ExportedRecord, ImportError, readExport } from './reading.ts';
import { createSeen, type Seen } from './seen.ts';

/** What the records of a file are checked by, besides their models. */
export interface ImportRules {
  /** Default: no rules. */
  readonly records?: RecordRules;
  /** The columns that name a node of any type. Default: none. */
  readonly nodeReferences?: readonly NodeReference[];
}

/**
 * Checks a whole file without the database: that it is complete and unchanged, that each record fits its columns, meets the rules
 * of its model, appears once and refers only to records before it, that the nodes that it names by global ids are in the file, and that
 * the change log has no gaps.
 * @throws ImportError for the first line with a problem
 */
export async function checkExport(
  file: string,
  rules: ImportRules,
  onProgress?: (done: number, total: number) => void,
): Promise<Manifest> {
  const seen = createSeen();
  try {
    let check: Check | null = null;
    for await (const part of readExport(file)) {
      if (!('line' in part)) check = createCheck(part, seen, rules);
      else if (check) {
        check.add(part);
        if (check.done % 500 === 0) onProgress?.(check.done, check.total);
      }
    }
    if (!check) throw new ImportError(1, 'the file is empty.');
    check.end();
    return check.manifest;
  } finally {
    seen.close();
  }
}

interface Check {
  readonly manifest: Manifest;
  readonly total: number;
  readonly done: number;
  add(record: ExportedRecord): void;
  end(): void;
}

function createCheck(manifest: Manifest, seen: Seen, { records = {}, nodeReferences = [] }: ImportRules): Check {
  requireAccount(manifest);
  const unknown = Object.keys(manifest.counts).find((type) => !exportedTypes.includes(type));
  if (unknown !== undefined) throw unknownType(1, unknown);
  const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  const counts = new Map<string, number>();
  const columns = new Map<string, readonly Column[]>(exportedTypes.map((type) => [type, columnsIn(type)]));
  const rules = new Map<string, InputRules>(Object.entries(records));
  const naming = new Map<string, readonly string[]>(nodeReferences.map(({ model, columns: names }) => [model, names]));
  const calendar = timelessCalendar(settingsOf(manifest));
  const log = createLogCheck(manifest);
  let done = 0;
  return {
    manifest,
    total,
    get done() {
      return done;
    },
    add({ line, type, row }) {
      const known = columns.get(type);
      if (!known) throw unknownType(line, type);
      const rule = rules.get(type);
      const problem = problemWith(known, row) ?? (rule ? brokenRuleOf(rule, row, calendar) : null);
      if (problem) throw new ImportError(line, `${type}: ${problem}.`);
      // Before the record itself is noted: it must not refer to itself either.
      requireTargets(seen, line, type, row);
      requireDepth(seen, line, type, row);
      for (const column of naming.get(type) ?? []) expectNode(seen, line, type, row, column);
      if (type !== 'Change') requireOnce(seen, line, type, row);
      log.add(line, type, row);
      counts.set(type, (counts.get(type) ?? 0) + 1);
      done += 1;
    },
    end() {
      for (const type of exportedTypes) {
        const [count, expected] = [counts.get(type) ?? 0, manifest.counts[type] ?? 0];
        if (count !== expected)
          throw new ImportError(1, `expected ${expected} records of ${type}, but there are ${count}.`);
      }
      log.end();
      const missing = seen.firstMissing();
      if (missing)
        throw new ImportError(missing.line, `${missing.by} refers to ${missing.what}, which is not in the file.`);
    },
  };
}

const unknownType = (line: number, type: string) =>
  new ImportError(line, `unknown type "${type}". A newer version of Waymark may have written the file.`);

function requireAccount({ account }: Manifest): void {
  const problem = problemWith(accountColumns, account);
  if (problem) throw new ImportError(1, `account: ${problem}.`);
  const { name, timeZone, dayStartsAt, weekStartsOn, workingDays, workingHours, emailAliases } = account;
  const { error } = updateProfileInput.safeParse({
    name,
    timeZone,
    dayStartsAt,
    weekStartsOn,
    workingDays,
    workingHours,
    emailAliases,
  });
  const [issue] = error?.issues ?? [];
  if (issue) throw new ImportError(1, `account: ${issue.path.join('.')} ${issue.message}.`);
}

const settingsOf = ({ account: { timeZone, dayStartsAt, weekStartsOn } }: Manifest) => ({
  timeZone: timeZone as string,
  dayStartsAt: dayStartsAt as string,
  weekStartsOn: weekStartsOn as DayOfWeek,
});

/** @throws ImportError if an earlier record has the same id or another value that must be unique */
function requireOnce(seen: Seen, line: number, type: string, row: ExportedRecord['row']): void {
  for (const key of keysOf(type, row)) {
    const before = seen.note(key, line);
    if (before !== null) throw new ImportError(line, `${key} is already in line ${before}.`);
  }
}

/** The id of a record and its values that are unique among an owner's records. */
const keysOf = (type: string, row: ExportedRecord['row']): string[] => [
  `${type} ${String(row.id)}`,
  ...uniqueValuesOf(type, row).map(
    ({ columns, values }) => `${type} with ${columns.join(', ')} ${JSON.stringify(values).slice(1, -1)}`,
  ),
];

function requireTargets(seen: Seen, line: number, type: string, row: ExportedRecord['row']): void {
  for (const { column, target } of referencesOf(type)) {
    const id = row[column];
    if (typeof id !== 'string' || seen.find(`${target} ${id}`) !== null) continue;
    throw new ImportError(line, `${type}: ${column} refers to ${target} ${id}, which is not in an earlier line.`);
  }
}

/** Notes that a record names a node. Its line may come later: nodes of any type can be named, so no order of types has all before. */
function expectNode(seen: Seen, line: number, type: string, row: ExportedRecord['row'], column: string): void {
  // A column may name nothing, if the rules of the record allow it.
  const named = row[column];
  if (named === null) return;
  const node = typeof named === 'string' ? fromGlobalId(named) : null;
  if (!node) throw new ImportError(line, `${type}: ${column} must be the id of a node.`);
  seen.expect(`${node.type} ${node.id}`, line, `${type}: ${column}`);
}

/** @throws ImportError if a record is at a deeper level of its tree than a mutation would put it */
function requireDepth(seen: Seen, line: number, type: string, row: ExportedRecord['row']): void {
  const column = parentColumnOf(type);
  if (column === null) return;
  const keyOf = (id: unknown) => `level of ${type} ${String(id)}`;
  const level = (seen.find(keyOf(row[column])) ?? 0) + 1;
  if (level > maxTreeDepth) {
    throw new ImportError(line, `${type}: ${column} makes a tree of more than ${maxTreeDepth} levels.`);
  }
  seen.note(keyOf(row.id), level);
}

/** Checks that the sequence of change sets has no gaps, and that each change belongs to one of them, in order. */
function createLogCheck({ history: { oldestSequence, sequence: newest } }: Manifest) {
  let sequence = oldestSequence - 1;
  let change: [sequence: number, ordinal: number] = [0, -1];
  return {
    add(line: number, type: string, row: ExportedRecord['row']) {
      if (type === 'ChangeSet') {
        sequence += 1;
        if (row.sequence !== sequence)
          throw new ImportError(line, `ChangeSet: sequence must be ${sequence}, without gaps.`);
      } else if (type === 'Change') {
        const [at, ordinal] = [Number(row.sequence), Number(row.ordinal)];
        if (at < oldestSequence || at > newest) throw new ImportError(line, `Change: there is no change set ${at}.`);
        if (at < change[0] || (at === change[0] && ordinal <= change[1]))
          throw new ImportError(line, 'Change: out of order.');
        change = [at, ordinal];
      }
    },
    end() {
      if (newest > 0 && sequence !== newest)
        throw new ImportError(1, `expected change sets up to ${newest}, but the last one is ${sequence}.`);
    },
  };
}
