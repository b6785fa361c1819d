import type { ViewerContext } from '../platform/context.ts';
import { anyRecordsOf } from '../platform/database/delegates.ts';
import { toGlobalId } from '../platform/database/global-ids.ts';
import { ConflictError, type ConflictingNode } from '../platform/errors.ts';
import type { Transaction } from '../platform/transactions/transaction.ts';
import { uniqueValuesOf } from './columns.ts';
import { columnsIn, toJson } from './format.ts';
import type { ExportedRow } from './reading.ts';

/** What is in the way of the rows of a file. All of it is found, and the first of it is told. */
export interface Conflicts {
  readonly count: number;
  add(row: ExportedRow, why: string, fields?: string[]): void;
  /** @throws ConflictError when there are any */
  throwAny(): void;
}

/** As many are told of. */
const maxTold = 20;

export function createConflicts(): Conflicts {
  const told: string[] = [];
  const nodes: ConflictingNode[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    add({ line, type, row }, why, fields = []) {
      count += 1;
      if (told.length >= maxTold) return;
      const id = String(row.id);
      told.push(`Line ${line}: ${toGlobalId(type, id)} ${why}.`);
      nodes.push({ type, id, fields });
    },
    throwAny() {
      if (count === 0) return;
      const more = count > told.length ? [`And ${count - told.length} more.`] : [];
      throw new ConflictError([...told, ...more].join('\n'), nodes);
    },
  };
}

type Values = Record<string, unknown>;
type Tx = Transaction<ViewerContext>;

/**
 * Those rows of one type that the viewer does not have yet. Notes the ones that are in conflict with what is there.
 * @param empty whether the viewer is known to have no rows, so that none of them can be in the way
 */
export async function sortOut(
  tx: Tx,
  rows: readonly ExportedRow[],
  empty: boolean,
  conflicts: Conflicts,
): Promise<ExportedRow[]> {
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
      if (fields.length > 0) conflicts.add(one, `is there with another ${fields.join(', ')}`, fields);
    }
    return !known;
  });
  if (!empty) await noteTaken(tx, type, fresh, conflicts);
  return fresh;
}

/** The fields in which a row differs from what is in the file about it. */
function differing(type: string, known: Values, row: Values): string[] {
  const is = JSON.parse(JSON.stringify(known)) as Values;
  return columnsIn(type)
    .filter((column) => column.name in row && toJson([column], is) !== toJson([column], row))
    .map(({ name }) => name);
}

/** Notes the rows that have what only one can have, and another one has. */
async function noteTaken(tx: Tx, type: string, rows: readonly ExportedRow[], conflicts: Conflicts): Promise<void> {
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
