import { Prisma } from '../../../generated/sqlite/client.ts';
import { type PromiseOrValue, whenKnown } from '../../runtime/promise-or-value.ts';
import type { Engine } from '../location.ts';
import type { RawRow, RunStatement } from '../reading-adapter.ts';
import { column, createAliases, From } from './from.ts';
import { sizeOf, toLimit } from './limit.ts';
import { toOrderBy } from './order-by.ts';
import { type Prepared, prepare } from './parameters.ts';
import { partial } from './partial-records.ts';
import type { Lists, ReadRecord } from './record.ts';
import { Selection } from './selection.ts';
import { type Arguments, NotCompiled, Slot } from './shape.ts';
import { isAmong, toSql } from './where.ts';

/** What the arguments of a list can be. */
const listArguments = new Set(['where', 'select', 'include', 'orderBy', 'take', 'skip']);

/** A statement that reads records, and those of their to-many relations. */
export interface Level extends Prepared {
  readonly read: ReadRecord;
  readonly lists: readonly ChildLevel[];
}

/** The records of a to-many relation, for all records of the level above. */
interface ChildLevel extends Level {
  /** The index of the column above that the records refer to, and of the column that refers to it. */
  readonly parent: number;
  readonly reference: number;
  /** The slot for the values of the column above. */
  readonly parents: number;
  /** Which of the records of one parent are read. */
  readonly take: number | undefined;
  readonly skip: number;
}

/** How the records of a level refer to those of the level above: by a column, to the values in a slot. */
interface Below {
  readonly reference: string;
  readonly parents: Slot;
}

/**
 * Compiles the statement of records, and those of their to-many relations.
 * @param slots gives slots to the values that are found while reading
 * @param below for the records of a to-many relation
 * @throws NotCompiled
 */
export function compileLevel(
  engine: Engine,
  model: string,
  args: Arguments,
  slots: { next: number },
  below?: Below,
): Level & { reference: number } {
  if (Object.keys(args).some((name) => !listArguments.has(name))) throw new NotCompiled();
  const from = new From(model, model, createAliases());
  const selection = new Selection(engine, from, args[partial] === true);
  const reference = below ? selection.indexOf(model, below.reference) : -1;
  const read = selection.select(model, args, model);
  const isBelow = below && isAmong(engine, column(model, below.reference), below.parents);
  const condition = toSql(engine, from, model, (args.where ?? {}) as Arguments, model);
  const conditions = [isBelow, condition].filter((one) => one != null);
  const where = conditions.length > 0 ? Prisma.sql` WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  const orderBy = toOrderBy(from, args.orderBy);
  const statement = Prisma.sql`${selection.toSql()} ${from.toSql()}${where}${orderBy}${below ? Prisma.empty : toLimit(engine, args)}`;
  const lists = selection.lists.map(({ relation, args: ofList, parent }): ChildLevel => {
    const parents = new Slot(slots.next++, 'text', true);
    const level = compileLevel(engine, relation.model, { ...ofList, [partial]: args[partial] }, slots, {
      reference: relation.theirs,
      parents,
    });
    return { ...level, ...sizeOf(ofList), parent, parents: parents.index };
  });
  return { ...prepare(engine, statement), read, lists, reference };
}

/** The records of a level, with all that they are related to. */
export function readRecords(run: RunStatement, level: Level, values: unknown[]): PromiseOrValue<object[]> {
  return whenKnown(run(level.text, level.parameters(values)), (rows) => {
    const lists = level.lists.length > 0 ? readLists(run, level, rows, values) : [];
    return whenKnown(lists, (all) => rows.map((row) => level.read(row, all)));
  });
}

/** One after another: the statements of a transaction share a connection. */
async function readLists(
  run: RunStatement,
  { lists }: Level,
  rows: readonly RawRow[],
  values: unknown[],
): Promise<Lists> {
  const found: Map<unknown, object[]>[] = [];
  for (const list of lists) found.push(await readList(run, list, rows, values));
  return found;
}

async function readList(
  run: RunStatement,
  level: ChildLevel,
  above: readonly RawRow[],
  values: unknown[],
): Promise<Map<unknown, object[]>> {
  const parents = new Set(above.map((row) => row[level.parent]));
  parents.delete(null);
  const records = new Map<unknown, object[]>();
  if (parents.size === 0) return records;
  values[level.parents] = [...parents];
  const rows = await run(level.text, level.parameters(values));
  const lists = await readLists(run, level, rows, values);
  for (const row of rows) {
    const key = row[level.reference];
    const siblings = records.get(key);
    if (siblings) siblings.push(level.read(row, lists));
    else records.set(key, [level.read(row, lists)]);
  }
  const { take, skip } = level;
  if (take === undefined && skip === 0) return records;
  for (const [key, siblings] of records) records.set(key, siblings.slice(skip, skip + (take ?? siblings.length)));
  return records;
}
