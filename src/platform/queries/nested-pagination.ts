import type { ResponseSize } from '../context.ts';
import { chunkSize, chunksOf } from '../database/chunks.ts';
import { ResponseTooLargeError } from '../errors.ts';
import { idKey, type Key, maxResponseNodes, type Page, type PageArguments, planPage } from './keyset-pagination.ts';
import type { OrderTerm, PageQuery } from './keyset-queries.ts';

/** A record of the lists of some parents, with the ids of its parents. */
interface ChildRecord<T> {
  readonly record: T;
  readonly parentIds: readonly string[];
}

/** Reads the lists of several parents at once: the records of all of them, and the number of each. */
export interface SourceOfEach<T extends object> {
  find(query: PageQuery & { take?: number }, parents: readonly string[]): Promise<ChildRecord<T>[]>;
  counts(parents: readonly string[]): Promise<Map<string, number>>;
}

/** The number of parents that one statement names, beside the values of a filter: see the limits of filters. */
const parentsAtOnce = 300;

/** A list with more than this many times the records of a page is read by itself, up to its page. */
const longListFactor = 4;

/**
 * The same page of the lists of several parents, in the order of the parents. Lists with up to 400 records in all are read in
 * one statement. Otherwise the lists are counted first: a list much longer than its page is read by a statement of its own, up
 * to its page, and the others in groups of up to 400 records.
 * @param responseSize the size of the response that the pages are for
 * @throws ResponseTooLargeError if the response would load more than 20,000 records
 */
export async function paginateEach<T extends object>(
  responseSize: Pick<ResponseSize, 'loaded'>,
  parents: readonly string[],
  args: PageArguments,
  order: OrderTerm[],
  source: SourceOfEach<T>,
  key: Key = idKey,
): Promise<Page<T>[]> {
  const plan = planPage(args, order, key);
  const lists = new Map(parents.map((parent): [string, T[]] => [parent, []]));
  const read = (some: readonly string[], take?: number) =>
    plan.load(take, (query, rest) => source.find({ ...query, ...(rest !== undefined && { take: rest }) }, some));
  const keep = (found: ChildRecord<T>[], some: readonly string[]) => {
    // A record can also be in the list of a parent that is read at another time.
    const asked = new Set(some);
    for (const { record, parentIds } of found) {
      for (const parent of parentIds) if (asked.has(parent)) lists.get(parent)?.push(record);
    }
  };
  let counted: Promise<Map<string, number>> | undefined;
  const count = () => {
    counted ??= countEach(source, parents);
    return counted;
  };
  const load = (rows: number) => {
    responseSize.loaded += rows;
    if (responseSize.loaded > maxResponseNodes) throw new ResponseTooLargeError(maxResponseNodes);
  };
  // One record more tells whether there is a next page.
  const ofOne = plan.size + 1;

  for (const some of chunksOf(parents, parentsAtOnce)) {
    const found = await read(some, some.length === 1 ? ofOne : chunkSize + 1);
    load(found.length);
    if (some.length === 1 || found.length <= chunkSize) {
      keep(found, some);
      continue;
    }
    const counts = await count();
    load(some.reduce((sum, parent) => sum + Math.min(counts.get(parent) ?? 0, plan.size), 0));
    for (const group of groupsOf(some, counts, longListFactor * ofOne)) {
      keep(await read(group, group.length === 1 ? ofOne : undefined), group);
    }
  }
  return parents.map((parent) => plan.toPage(lists.get(parent) ?? [], async () => (await count()).get(parent) ?? 0));
}

async function countEach<T extends object>(source: SourceOfEach<T>, parents: readonly string[]) {
  const counts = new Map<string, number>();
  for (const some of chunksOf(parents, parentsAtOnce)) {
    for (const [parent, count] of await source.counts(some)) counts.set(parent, count);
  }
  return counts;
}

/** Groups parents whose lists are read together: a parent with a long list alone, others up to 400 records in all. */
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
