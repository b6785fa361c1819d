import { expect, test } from 'vitest';
import { CalculationTimeoutError, createCalculations } from '../../../src/platform/runtime/calculations.ts';
import { metered } from '../../../src/platform/runtime/processor-time.ts';

const module = new URL('../../support/calculation.ts', import.meta.url);

test('a calculation runs in a thread, one after another, and its time counts', async () => {
  const calculations = createCalculations();
  const time = { milliseconds: 0 };
  const results = await metered(time, () =>
    Promise.all(
      [1, 2, 3].map((factor) => calculations.run<object, number>(module, 'multiplySlowly', { factor, by: 7 })),
    ),
  );
  expect(results).toEqual([7, 14, 21]);
  expect(time.milliseconds).toBeGreaterThan(0);
  await calculations.close();
});

test('what a calculation throws is thrown, and the next one runs', async () => {
  const calculations = createCalculations();
  await expect(calculations.run(module, 'fail', 'no such number')).rejects.toThrow('no such number');
  await expect(calculations.run(module, 'end', null)).rejects.toThrow('ended');
  expect(await calculations.run(module, 'multiply', { factor: 2, by: 2 })).toBe(4);
  await calculations.close();
});

test('a calculation that takes longer than it may is ended, and the next one runs', async () => {
  const calculations = createCalculations();
  const first = calculations.run(module, 'forever', null, { timeout: 50 });
  const next = calculations.run(module, 'multiply', { factor: 2, by: 3 });
  await expect(first).rejects.toThrow(CalculationTimeoutError);
  expect(await next).toBe(6);
  await calculations.close();
});

test('closing ends the calculation under way and those that wait', async () => {
  const calculations = createCalculations();
  const [first, second] = [calculations.run(module, 'forever', null), calculations.run(module, 'forever', null)];
  const ended = Promise.allSettled([first, second]);
  // Until the thread of the first has started.
  await new Promise((resolve) => setTimeout(resolve, 10));
  await calculations.close();
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
