import { expect, test, vi } from 'vitest';
import { InvalidInputError } from '../../../src/platform/errors.ts';
import { CalculationTimeoutError, createCalculations } from '../../../src/platform/runtime/calculations.ts';
import { type FileReader, readRequestedFile } from '../../../src/platform/runtime/file-reading.ts';
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

test('issues of an input come out of a thread as they are', async () => {
  const calculations = createCalculations();
  const refused = calculations.run(module, 'refuse', 'is wrong').catch((error: unknown) => error);
  expect(await refused).toBeInstanceOf(InvalidInputError);
  expect(await refused).toMatchObject({ issues: [{ path: ['input'], message: 'is wrong' }] });
  await calculations.close();
});

test('a small file is read at once, and others in a thread, where one that takes too long is refused', async () => {
  const calculations = createCalculations();
  const reader: FileReader<{ factor: number; by: number }, number> = {
    ...{ module, name: 'multiply', path: ['input', 'text'], advice: 'divide it' },
    read: async () => -1,
    isSmall: ({ by }) => by < 3,
  };
  const run = vi.spyOn(calculations, 'run');
  expect(await readRequestedFile(calculations, reader, { factor: 2, by: 2 })).toBe(-1);
  expect(run).not.toHaveBeenCalled();
  expect(await readRequestedFile(calculations, reader, { factor: 2, by: 3 })).toBe(6);
  run.mockRejectedValue(new CalculationTimeoutError());
  await expect(readRequestedFile(calculations, reader, { factor: 2, by: 4 })).rejects.toMatchObject({
    issues: [{ path: ['input', 'text'], message: 'takes more than 20 s to read: divide it' }],
  });
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
