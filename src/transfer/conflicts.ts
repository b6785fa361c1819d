import type { ViewerContext } from '../platform/context.ts';
import { anyRecordsOf } from '../platform/database/delegates.ts';
import { toGlobalId } from '../platform/database/global-ids.ts';
import { ConflictError, type ConflictingNode } from '../platform/errors.ts';
import type { Transaction } from '../platform/transactions/transaction.ts';
import { uniqueValuesOf } from './columns.ts';
import { columnsIn, toJson } from './format.ts';
import type { ExportedRecord } from './reading.ts';

/** Conflicts between the records of a file and existing ones. All are counted, the first 20 are listed. */
interface Conflicts {
  readonly count: number;
  add(record: ExportedRecord, why: string, fields?: string[]): void;
  /** @throws ConflictError if there are any */
  throwAny(): void;
}

/** The maximum number of conflicts in the error. */
const maxListed = 20;

export function createConflicts(): Conflicts {
  const listed: string[] = [];
  const nodes: ConflictingNode[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    add({ line, type, row }, why, fields = []) {
      count += 1;
      if (listed.length >= maxListed) return;
      const id = String(row.id);
      listed.push(`Line ${line}: ${toGlobalId(type, id)} ${why}.`);
      nodes.push({ type, id, fields });
    },
    throwAny() {
      if (count === 0) return;
      const more = count > listed.length ? [`And ${count - listed.length} more.`] : [];
      throw new ConflictError([...listed, ...more].join('\n'), nodes);
    },
  };
}

type Values = Record<string, unknown>;
type Tx = Transaction<ViewerContext>;

/**
 * The records of one type that do not exist yet. Adds conflicts with existing records to `conflicts`.
 * @param empty whether the viewer is known to have no records, so that unique values need no check
 */
export async function findNew(
  tx: Tx,
  rows: readonly ExportedRecord[],
  empty: boolean,
  conflicts: Conflicts,
): Promise<ExportedRecord[]> {
  const [{ type } = { type: '' }] = rows;
  if (type === 'Change') return [...rows];
  const ids = rows.map(({ row }) => String(row.id));
  const there = new Map(
    (await anyRecordsOf(tx.db, type).findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]),
  );
  const fresh = rows.filter((one) => {
    const known = there.get(String(one.row.id));
    if (known && known.ownerId !== tx.viewer.accountId) conflicts.add(one, 'belongs to another account');
    else if (known) {
      const fields = differing(type, known, one.row);
      if (fields.length > 0) conflicts.add(one, `exists with another ${fields.join(', ')}`, fields);
    }
    return !known;
  });
  if (!empty) await noteDuplicates(tx, type, fresh, conflicts);
  return fresh;
}

/** The fields in which an existing record differs from the file. */
function differing(type: string, known: Values, row: Values): string[] {
  const is = JSON.parse(JSON.stringify(known)) as Values;
  return columnsIn(type)
    .filter((column) => column.name in row && toJson([column], is) !== toJson([column], row))
    .map(({ name }) => name);
}

/** Adds a conflict for each record with a unique value that another record has. */
async function noteDuplicates(
  tx: Tx,
  type: string,
  rows: readonly ExportedRecord[],
  conflicts: Conflicts,
): Promise<void> {
  const all = rows.flatMap((one) => uniqueValuesOf(type, one.row).map((unique) => ({ one, ...unique })));
  for (const alike of Map.groupBy(all, ({ columns }) => columns.join(', ')).values()) {
    for (let start = 0; start < alike.length; start += 100) {
      const some = alike.slice(start, start + 100);
      const asked = some.map(({ columns, values }) =>
        Object.fromEntries(columns.map((column, i) => [column, values[i]])),
      );
      const taken = await anyRecordsOf(tx.db, type).findMany({ where: { ownerId: tx.viewer.accountId, OR: asked } });
      for (const { one, columns, values } of some) {
        const holder = taken.find((row) => columns.every((column, index) => row[column] === values[index]));
        if (!holder) continue;
        conflicts.add(one, `has the same ${columns.join(', ')} as ${toGlobalId(type, holder.id)}`, [...columns]);
      }
    }
  }
}
