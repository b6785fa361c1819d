import { chunksOf } from './chunks.ts';

type Values = Record<string, unknown>;

interface Table<T> {
  create(args: { data: T }): Promise<unknown>;
  createMany(args: { data: T[] }): Promise<unknown>;
}

export interface ReturningTable {
  create(args: { data: Values }): Promise<Values>;
  createManyAndReturn(args: { data: Values[] }): Promise<Values[]>;
}

/** Keeps the parameters of a statement below the limit of either engine. */
const recordsPerStatement = 500;

/**
 * Inserts records. A single record is inserted by `create`, whose query plan Prisma caches; it plans every `createMany` anew,
 * which took a sixth of the time of a mutation.
 */
export async function insert<T>(table: Table<T>, records: readonly T[]): Promise<void> {
  for (const some of chunksOf(records, recordsPerStatement)) {
    const [first] = some;
    await (some.length === 1 && first ? table.create({ data: first }) : table.createMany({ data: some }));
  }
}

/** Inserts records and returns them as they are stored. */
export async function insertAndReturn(table: ReturningTable, records: readonly Values[]): Promise<Values[]> {
  const inserted: Values[] = [];
  for (const some of chunksOf(records, recordsPerStatement)) {
    const [first] = some;
    inserted.push(
      ...(some.length === 1 && first
        ? [await table.create({ data: first })]
        : await table.createManyAndReturn({ data: some })),
    );
  }
  return inserted;
}
