import { expect, test } from 'vitest';
import { createTestApp } from './support/app.ts';
import { contextOf } from './support/context.ts';
import { addRows, depthQueries, makeCast } from './support/depth-rows.ts';
import { leaveToCI } from './support/services.ts';

/*
 * A day's plan, the week's review, a meeting's brief and what it all costs take as many statements for 10,000 rows as for 100: none
 * reads row by row.
 */
test('what is asked of a day, a week and a meeting takes the same number of statements for 10,000 rows as for 100', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  await ada.mutate('createSavedFilter', { name: 'Soon', filter: { dueOn: { lte: 'P7D' }, status: { eq: 'TODO' } } });
  // The plan of a day has something that does not fit.
  await ada.mutate('createTask', { title: 'A long one', estimateMinutes: 1_000 });
  const cast = await makeCast(ctx);
  const counts = async () => {
    const counted: Record<string, number> = {};
    for (const [name, query] of Object.entries(depthQueries)) {
      // What is read once and kept, such as the account, is not counted.
      await ada.query(query);
      counted[name] = await app.counting(() => ada.query(query));
    }
    return counted;
  };
  await addRows(ctx, cast, 100, 7);
  const few = await counts();
  await addRows(ctx, cast, 10_000, 1_000);
  expect(await counts()).toEqual(few);
}, 120_000);
