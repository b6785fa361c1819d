import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Engine } from '../location.ts';
import { type ModelKey, modelKeys, modelNameOf } from '../models.ts';
import type { PrismaReads, ReadDatabase } from '../read-database.ts';
import type { RawRow, RunStatement } from '../reading-adapter.ts';
import { partial, toPartial } from './partial-records.ts';
import { type Plan, planCount, planFirst, planGroups, planList, planUnique } from './plan.ts';
import { type Arguments, describe, KeptSelections, NotCompiled, toTemplate } from './shape.ts';
import { ShapeTree } from './shape-tree.ts';

/** How large the tree of plans may become. A shape has some tens of places, most of them shared with others. */
const max = { shapes: 2_000, places: 50_000 };

type Operation = 'findMany' | 'findFirst' | 'findUnique' | 'count' | 'groupBy';

/** Plans by the shapes of queries. */
export interface ReadPlans {
  readonly engine: Engine;
  /**
   * The plan of a query. Null if it is left to Prisma.
   * @param values receives the values that are taken out of the arguments
   */
  of(operation: Operation, model: string, args: Arguments, values: unknown[]): Plan<unknown> | null;
}

export function createReadPlans(engine: Engine): ReadPlans {
  const tree = new ShapeTree<{ readonly plan: Plan<unknown> | null }>(max);
  const selections = new KeptSelections();
  return {
    engine,
    of: (operation, model, args, values) =>
      unlessLeft(() => {
        const place = describe(args, values, tree.root.to(operation).to(model), selections);
        if (place.kept) return place.kept.plan;
        const plan = unlessLeft(() => compile[operation](engine, model, toTemplate(args), values.length));
        return tree.keep(place, { plan }).plan;
      }),
  };
}

const compile: Record<Operation, (...of: Parameters<typeof planList>) => Plan<unknown>> = {
  findMany: planList,
  findFirst: planFirst,
  findUnique: planUnique,
  count: planCount,
  groupBy: planGroups,
};

/** What is compiled. Null if that is left to Prisma. */
function unlessLeft<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotCompiled) return null;
    throw error;
  }
}

type Query = (args?: Arguments) => Promise<unknown>;
type Delegate = Readonly<Record<string, Query>>;

/** Tells whether a call was the only one before the event loop goes on: the time in which Prisma, too, batches calls. */
function createBatchWatch(): () => Promise<boolean> {
  let calls: ((isAlone: boolean) => void)[] = [];
  function end(): void {
    const ended = calls;
    calls = [];
    for (const resolve of ended) resolve(ended.length === 1);
  }
  return () =>
    new Promise((resolve) => {
      if (calls.push(resolve) === 1) process.nextTick(end);
    });
}

/** The reads of one model: by plans where there are any, otherwise by Prisma. */
function createDelegate(plans: ReadPlans, model: string, prisma: () => Delegate, run: RunStatement): Delegate {
  const by: (method: string, args: Arguments | undefined) => Promise<unknown> = (method, args) => {
    const found = (prisma()[method] as Query)(args);
    return args?.[partial] ? found.then((records) => toPartial(model, args.select as Arguments, records)) : found;
  };
  const compiled =
    (operation: Operation): Query =>
    async (args = {}) => {
      const values: unknown[] = [];
      const plan = plans.of(operation, model, args, values);
      return plan ? plan(run, values) : by(operation, args);
    };
  const isAlone = createBatchWatch();
  const findFirst = compiled('findFirst');
  const findOne = compiled('findUnique');
  // Prisma finds those that it is asked for at once by one statement.
  const findUnique: Query = async (args) => ((await isAlone()) ? findOne(args) : by('findUnique', args));
  return {
    findMany: compiled('findMany'),
    findFirst,
    findUnique,
    // Prisma throws its own error for what is missing.
    findFirstOrThrow: async (args) => (await findFirst(args)) ?? by('findFirstOrThrow', args),
    findUniqueOrThrow: async (args) => (await findUnique(args)) ?? by('findUniqueOrThrow', args),
    count: compiled('count'),
    groupBy: compiled('groupBy'),
    aggregate: (args) => by('aggregate', args),
  };
}

/** The reads of a database or a transaction. Those of a model are made when they are first used: there is one for each transaction. */
class CompiledReads {
  readonly #delegates: Partial<Record<ModelKey, Delegate>> = {};
  readonly #plans: ReadPlans;
  readonly #prisma: () => PrismaReads;
  readonly #run: RunStatement;

  constructor(plans: ReadPlans, prisma: () => PrismaReads, run: RunStatement) {
    this.#plans = plans;
    this.#prisma = prisma;
    this.#run = run;
  }

  async $queryRows({ sql, text, values }: Prisma.Sql): Promise<RawRow[]> {
    return this.#run(this.#plans.engine === 'sqlite' ? sql : text, values);
  }

  of(key: ModelKey): Delegate {
    // Prisma types the delegate of each model by itself. At run time all have the same methods.
    const prisma = () => this.#prisma()[key] as unknown as Delegate;
    this.#delegates[key] ??= createDelegate(this.#plans, modelNameOf(key), prisma, this.#run);
    return this.#delegates[key];
  }
}

for (const key of modelKeys) {
  Object.defineProperty(CompiledReads.prototype, key, {
    get(this: CompiledReads) {
      return this.of(key);
    },
  });
}

/**
 * The reads of a database, by statements that are compiled once for each shape of a query. What is not compiled goes to Prisma.
 * @param prisma makes the client when it is first used, or returns that of a transaction
 * @param run runs a statement where the client runs its own
 */
export const createCompiledReads = (plans: ReadPlans, prisma: () => PrismaReads, run: RunStatement): ReadDatabase =>
  // The prototype has a property for each model.
  new CompiledReads(plans, prisma, run) as unknown as ReadDatabase;
