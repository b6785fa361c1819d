import { updateProfileInput } from '../domains/accounts/accounts/accounts.rules.ts';
import { type Column, referencesOf } from '../platform/database/model-relations.ts';
import { faultOf, uniqueValuesOf } from './columns.ts';
import { accountColumns, columnsIn, exportedTypes, type Manifest } from './format.ts';
import { type ExportedRow, ImportFault, readExport } from './reading.ts';
import { createSeen, type Seen } from './seen.ts';

/**
 * Reads a whole file and looks at everything that can be known from it alone: that it is whole and unchanged; that each row
 * fits its columns, is there once, and names only rows that come before it; and that the change log has no gaps.
 * @throws ImportFault at the first line that is at fault
 */
export async function checkExport(file: string, onProgress?: (done: number, total: number) => void): Promise<Manifest> {
  const seen = createSeen();
  try {
    let check: Check | null = null;
    for await (const part of readExport(file)) {
      if (!('line' in part)) check = createCheck(part, seen);
      else if (check) {
        check.row(part);
        if (check.done % 500 === 0) onProgress?.(check.done, check.total);
      }
    }
    if (!check) throw new ImportFault(1, 'the file is empty.');
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
  row(row: ExportedRow): void;
  end(): void;
}

function createCheck(manifest: Manifest, seen: Seen): Check {
  requireAccount(manifest);
  const unknown = Object.keys(manifest.counts).find((type) => !exportedTypes.includes(type));
  if (unknown !== undefined) throw unknownType(1, unknown);
  const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  const counts = new Map<string, number>();
  const columns = new Map<string, readonly Column[]>(exportedTypes.map((type) => [type, columnsIn(type)]));
  const log = createLogCheck(manifest);
  let done = 0;
  return {
    manifest,
    total,
    get done() {
      return done;
    },
    row({ line, type, row }) {
      const known = columns.get(type);
      if (!known) throw unknownType(line, type);
      const fault = faultOf(known, row);
      if (fault) throw new ImportFault(line, `${type}: ${fault}.`);
      if (type !== 'Change') requireOnce(seen, line, type, row);
      requireTargets(seen, line, type, row);
      log.row(line, type, row);
      counts.set(type, (counts.get(type) ?? 0) + 1);
      done += 1;
    },
    end() {
      for (const type of exportedTypes) {
        const [is, said] = [counts.get(type) ?? 0, manifest.counts[type] ?? 0];
        if (is !== said) throw new ImportFault(1, `says that there are ${said} rows of ${type}, and there are ${is}.`);
      }
      log.end();
    },
  };
}

const unknownType = (line: number, type: string) =>
  new ImportFault(line, `there are no rows of a type "${type}" here: a newer Waymark may have written it.`);

function requireAccount({ account }: Manifest): void {
  const fault = faultOf(accountColumns, account);
  if (fault) throw new ImportFault(1, `account: ${fault}.`);
  const { name, timeZone, dayStartsAt, weekStartsOn, workingDays } = account;
  const { error } = updateProfileInput.safeParse({ name, timeZone, dayStartsAt, weekStartsOn, workingDays });
  const [issue] = error?.issues ?? [];
  if (issue) throw new ImportFault(1, `account: ${issue.path.join('.')} ${issue.message}.`);
}

/** Throws when a row before it has the same id, or something else that only one row can have. */
function requireOnce(seen: Seen, line: number, type: string, row: ExportedRow['row']): void {
  for (const key of keysOf(type, row)) {
    const before = seen.note(key, line);
    if (before !== null) throw new ImportFault(line, `${key} is in line ${before} already.`);
  }
}

/** What a row has that no other can have: its id, and what is unique among an owner's rows. */
const keysOf = (type: string, row: ExportedRow['row']): string[] => [
  `${type} ${String(row.id)}`,
  ...uniqueValuesOf(type, row).map(
    ({ columns, values }) => `${type} with ${columns.join(', ')} ${JSON.stringify(values).slice(1, -1)}`,
  ),
];

function requireTargets(seen: Seen, line: number, type: string, row: ExportedRow['row']): void {
  for (const { column, target } of referencesOf(type)) {
    const id = row[column];
    if (typeof id !== 'string' || seen.has(`${target} ${id}`)) continue;
    throw new ImportFault(line, `${type}: ${column} names the ${target} ${id}, which is in no line before it.`);
  }
}

/** Checks that change sets follow each other without gaps, and that each change belongs to one of them. */
function createLogCheck({ history: { oldestSequence, sequence: newest } }: Manifest) {
  let sequence = oldestSequence - 1;
  let change: [sequence: number, ordinal: number] = [0, -1];
  return {
    row(line: number, type: string, row: ExportedRow['row']) {
      if (type === 'ChangeSet') {
        sequence += 1;
        if (row.sequence !== sequence)
          throw new ImportFault(line, `ChangeSet: sequence must be ${sequence}, without gaps.`);
      } else if (type === 'Change') {
        const [at, ordinal] = [Number(row.sequence), Number(row.ordinal)];
        if (at < oldestSequence || at > newest) throw new ImportFault(line, `Change: there is no change set ${at}.`);
        if (at < change[0] || (at === change[0] && ordinal <= change[1]))
          throw new ImportFault(line, 'Change: comes after a later one.');
        change = [at, ordinal];
      }
    },
    end() {
      if (newest > 0 && sequence !== newest)
        throw new ImportFault(1, `says that there are change sets up to ${newest}.`);
    },
  };
}
