import type { ResponseSize } from '../context.ts';
import { chunkSize, chunksOf } from '../database/chunks.ts';
import { TooManyRowsError } from '../errors.ts';
import { maxResponseNodes, type OrderTerm, type Page, type PageArguments, planPage } from './keyset-pagination.ts';

/** A row that was found, with those of the parents whose list it is in. */
export interface Found<T> {
  readonly row: T;
  readonly parents: readonly string[];
}

/** How to get at the lists of several parents at once: the rows that are in any of them, and how many each has. */
export interface SourceOfEach<T extends object> {
  find(
    query: { where: Record<string, unknown>; orderBy: Record<string, unknown>[]; take?: number },
    parents: readonly string[],
  ): Promise<Found<T>[]>;
  counts(parents: readonly string[]): Promise<Map<string, number>>;
}

/** A list is read by itself, and no further than its page, when it has more than so many times what its page holds. */
const muchLonger = 4;

/**
 * The same page of the lists of several parents, in their order. Short lists are read whole, in one statement for up to 400
 * rows of them all. Where they have more, they are counted: those much longer than the page are read by themselves, no
 * further than their page, in a statement each, and of the others as many at a time as have 400 rows.
 * @param responseSize the size of the response that they are read for
 * @throws TooManyRowsError when with these pages more rows are loaded for the answer than may be
 */
export async function paginateEach<T extends object>(
  responseSize: Pick<ResponseSize, 'loaded'>,
  parents: readonly string[],
  args: PageArguments,
  order: OrderTerm[],
  source: SourceOfEach<T>,
  key = 'id',
): Promise<Page<T>[]> {
  const plan = planPage(args, order, key);
  const lists = new Map(parents.map((parent): [string, T[]] => [parent, []]));
  const read = (some: readonly string[], take?: number) =>
    plan.load((query) => source.find({ ...query, ...(take !== undefined && { take }) }, some));
  const keep = (found: Found<T>[], some: readonly string[]) => {
    // A row can be in the list of another parent as well, which is read at its own time.
    const asked = new Set(some);
    for (const { row, parents: its } of found) {
      for (const parent of its) if (asked.has(parent)) lists.get(parent)?.push(row);
    }
  };
  let counted: Promise<Map<string, number>> | undefined;
  const count = () => {
    counted ??= countEach(source, parents);
    return counted;
  };
  const load = (rows: number) => {
    responseSize.loaded += rows;
    if (responseSize.loaded > maxResponseNodes) throw new TooManyRowsError(maxResponseNodes);
  };
  // One more than a page holds tells whether there is a next one.
  const ofOne = plan.size + 1;

  for (const some of chunksOf(parents)) {
    const found = await read(some, some.length === 1 ? ofOne : chunkSize + 1);
    load(found.length);
    if (some.length === 1 || found.length <= chunkSize) {
      keep(found, some);
      continue;
    }
    const counts = await count();
    load(some.reduce((sum, parent) => sum + Math.min(counts.get(parent) ?? 0, plan.size), 0));
    for (const group of groupsOf(some, counts, muchLonger * ofOne)) {
      keep(await read(group, group.length === 1 ? ofOne : undefined), group);
    }
  }
  return parents.map((parent) => plan.toPage(lists.get(parent) ?? [], async () => (await count()).get(parent) ?? 0));
}

async function countEach<T extends object>(source: SourceOfEach<T>, parents: readonly string[]) {
  const counts = new Map<string, number>();
  for (const some of chunksOf(parents)) {
    for (const [parent, count] of await source.counts(some)) counts.set(parent, count);
  }
  return counts;
}

/** Parents whose lists are read together: those of a long list alone, the others as long as they have few enough rows. */
function* groupsOf(parents: readonly string[], counts: ReadonlyMap<string, number>, long: number): Generator<string[]> {
  let group: string[] = [];
  let rows = 0;
  for (const parent of parents) {
    const count = counts.get(parent) ?? 0;
    if (count > Math.min(long, chunkSize)) {
      yield [parent];
      continue;
    }
    if (rows + count > chunkSize) {
      yield group;
      group = [];
      rows = 0;
    }
    if (count > 0) group.push(parent);
    rows += count;
  }
  if (group.length > 0) yield group;
}
