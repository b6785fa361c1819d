import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { inTurns, watchTurns } from '../../../src/platform/runtime/turns.ts';
import { countTurns } from '../../support/turns.ts';

/* How long work goes on before others take a turn, by a clock that only the work moves. */

function createClock() {
  const clock = { now: 0 };
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
  return { clock, [Symbol.dispose]: () => spy.mockRestore() };
}

test('others take a turn after each four milliseconds of a calculation', async () => {
  using scene = createClock();
  const turns = countTurns();
  function* calculation(parts: number, milliseconds: number) {
    for (let i = 0; i < parts; i++) {
      scene.clock.now += milliseconds;
      yield;
    }
    return 'done';
  }
  await turn();
  const before = turns();
  expect(await inTurns(calculation(100, 0.01))).toBe('done');
  expect(turns() - before).toBe(0);
  await inTurns(calculation(100, 1));
  expect(turns() - before).toBeGreaterThanOrEqual(24);
  expect(turns() - before).toBeLessThanOrEqual(25);
});

test('a turn is long once work has gone on in it for four milliseconds, whoever did it', async () => {
  using scene = createClock();
  const watch = watchTurns();
  expect(watch.isLong()).toBe(false);
  watch.begin();
  scene.clock.now += 3;
  watch.begin();
  expect(watch.isLong()).toBe(false);
  scene.clock.now += 1;
  expect(watch.isLong()).toBe(true);
  await turn();
  expect(watch.isLong()).toBe(false);
  watch.begin();
  expect(watch.isLong()).toBe(false);
});
