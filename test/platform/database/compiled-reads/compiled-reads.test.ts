import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReadPlans } from '../../../../src/platform/database/compiled-reads/compiled-reads.ts';
import { scalarsOf } from '../../../../src/platform/database/model-relations.ts';
import { modelKeyOf } from '../../../../src/platform/database/models.ts';
import { createFreshTestApp } from '../../../support/app.ts';
import { engine } from '../../../support/databases.ts';
import { prismaOver } from '../../../support/prisma.ts';
import { tries } from '../../../support/services.ts';
import { conditionOf, groupsOf, listOf } from './random-queries.ts';
import { fillAtRandom, filledModels } from './random-records.ts';

/* Compiled reads return what Prisma does, to the value. */

type Reads = Record<string, Record<string, (args: object) => Promise<unknown>>>;

test('lists, counts and groups of random shapes return of random records what Prisma returns', async () => {
  const app = await createFreshTestApp();
  await fillAtRandom(app, 7);
  const [compiled, prisma] = [app.db.reads, prismaOver(app)] as unknown as [Reads, Reads];
  const plans = createReadPlans(engine);
  const seen = { compiled: 0, all: 0, records: 0 };
  const query = fc.constantFrom(...filledModels).chain((model) =>
    fc.oneof(
      { weight: 4, arbitrary: listOf(model, 2).map((args) => ({ model, method: 'findMany' as const, args })) },
      {
        weight: 1,
        arbitrary: conditionOf(model, 2).map((where) => ({ model, method: 'count' as const, args: { where } })),
      },
      { weight: 1, arbitrary: groupsOf(model, 2).map((args) => ({ model, method: 'groupBy' as const, args })) },
    ),
  );
  await fc.assert(
    fc.asyncProperty(query, async ({ model, method, args }) => {
      const key = modelKeyOf(model);
      const expected = await prisma[key]?.[method]?.(args);
      expect(await compiled[key]?.[method]?.(args)).toEqual(expected);
      seen.all += 1;
      if (plans.of(method, model, args, [])) seen.compiled += 1;
      if (Array.isArray(expected)) seen.records += expected.length;
    }),
    { numRuns: tries(1_000) },
  );
  expect(seen.compiled / seen.all).toBeGreaterThan(0.8);
  expect(seen.records).toBeGreaterThan(seen.all / 2);
});

test('every column of every model is read as Prisma reads it', async () => {
  const app = await createFreshTestApp();
  await fillAtRandom(app, 11);
  const [compiled, prisma] = [app.db.reads, prismaOver(app)] as unknown as [Reads, Reads];
  let values = 0;
  for (const model of filledModels) {
    const orderBy = scalarsOf(model)
      .filter(({ name }) => ['id', 'ownerId', 'sequence', 'ordinal'].includes(name))
      .map(({ name }) => ({ [name]: 'asc' }));
    const found = await compiled[modelKeyOf(model)]?.findMany?.({ orderBy });
    expect(found).toEqual(await prisma[modelKeyOf(model)]?.findMany?.({ orderBy }));
    values += (found as object[]).length * scalarsOf(model).length;
  }
  expect(values).toBeGreaterThan(2_000);
});
