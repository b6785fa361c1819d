import { default_w, FSRSAlgorithm, type Grade } from 'ts-fsrs';
import { expect, test } from 'vitest';
import {
  fitWeights,
  type History,
  type LoggedReview,
} from '../../../../src/domains/learnings/review-settings/review-settings.plans.ts';
import { pseudoRandom } from '../../../../src/platform/runtime/pseudo-random.ts';

/** Histories of somebody who forgets as FSRS with some weights has it, drawn by a seed. */
function drawn(w: readonly number[], count: number): History[] {
  const draw = pseudoRandom(7);
  const random = () => draw() / 2 ** 32;
  const algorithm = new FSRSAlgorithm({ w: [...w] });
  return Array.from({ length: count }, () => {
    let memory = algorithm.next_state(null, 0, 3);
    const reviews: LoggedReview[] = [[null, 3]];
    for (let i = 0; i < 4; i++) {
      const days = Math.max(1, Math.round(memory.stability * (0.5 + random() * 1.5)));
      const isKnown = random() < algorithm.forgetting_curve(days, memory.stability);
      const grade: Grade = isKnown ? 3 : 1;
      reviews.push([days, grade]);
      memory = algorithm.next_state(memory, days, grade);
    }
    return reviews;
  });
}

test('weights are fitted to somebody who forgets faster, and the same reviews have the same weights', () => {
  const faster = default_w.with(2, 0.6).with(8, 1.2);
  const histories = drawn(faster, 100);
  const fitted = fitWeights(histories);
  expect(fitted?.loss).toBeLessThan(fitted?.defaultLoss ?? 0);
  expect(fitted?.w).toHaveLength(21);
  expect(fitted?.w[2]).toBeLessThan(default_w[2] ?? 0);
  expect(fitWeights(histories)).toEqual(fitted);
});

test('weights stay near the defaults for somebody who forgets like them', () => {
  const fitted = fitWeights(drawn(default_w, 100));
  for (const [i, weight] of (fitted?.w ?? default_w).entries()) {
    expect(Math.abs(weight - (default_w[i] ?? 0))).toBeLessThanOrEqual(Math.max(1, Math.abs(default_w[i] ?? 0)));
  }
});

test('there is nothing to fit to without reviews a day apart', () => {
  expect(fitWeights([])).toBeNull();
  expect(
    fitWeights([
      [
        [null, 3],
        [0, 3],
        [0, 1],
      ],
    ]),
  ).toBeNull();
});
