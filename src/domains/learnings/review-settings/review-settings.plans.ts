import { clipParameters, default_w, FSRSAlgorithm, type Grade } from 'ts-fsrs';

/*
 * Fits the weights of FSRS to the reviews of a person, by the log loss of the probabilities that it told before each review. It
 * imports little, as it runs in a thread.
 */

/** A review: the days since the one before, null for the first, and its rating from 1 (AGAIN) to 4 (EASY). */
export type LoggedReview = readonly [elapsedDays: number | null, grade: Grade];

/** The reviews of one prompt, from its first on. */
export type History = readonly LoggedReview[];

/** Weights, and how well they tell the reviews that they were fitted to. */
export interface FittedWeights {
  readonly w: readonly number[];
  /** The mean log loss of these weights, and of the defaults. */
  readonly loss: number;
  readonly defaultLoss: number;
}

/** The number of reviews that are fitted to: the time that it takes grows with it. */
const maxReviews = 4_000;
const passes = 50;
/** Adam (Kingma and Ba, 2015), on weights in units of their scale. */
const [rate, decay1, decay2] = [0.04, 0.9, 0.99];
/** The step of a numeric derivative. States are rounded to eight decimals. */
const step = 1e-3;
const relearningSteps = 1;

/** The range in which a weight usually lies around its default: the penalty for leaving it is that of one review. */
const scales = default_w.map((weight) => Math.max(Math.abs(weight) / 2, 0.05));

/** The latest histories that together have at most as many reviews as are fitted to. */
function latest(histories: readonly History[]): History[] {
  const chosen: History[] = [];
  let count = 0;
  for (const history of histories.toReversed()) {
    count += history.length;
    if (count > maxReviews) break;
    chosen.push(history);
  }
  return chosen;
}

/** The mean log loss of weights. Null if no review came a day or more after the one before. */
function lossOf(w: readonly number[], histories: readonly History[]): { mean: number; n: number } | null {
  const algorithm = new FSRSAlgorithm({ w: [...w] });
  let [sum, n] = [0, 0];
  for (const history of histories) {
    let memory = null;
    for (const [elapsedDays, grade] of history) {
      const days: number = memory ? (elapsedDays ?? 0) : 0;
      if (memory && days >= 1) {
        const known = Math.min(Math.max(algorithm.forgetting_curve(days, memory.stability), 1e-6), 1 - 1e-6);
        sum -= Math.log(grade > 1 ? known : 1 - known);
        n += 1;
      }
      memory = algorithm.next_state(memory, days, grade);
    }
  }
  return n === 0 ? null : { mean: sum / n, n };
}

/**
 * Fits weights to the histories of prompts, the oldest first, from the defaults on. What few reviews say moves them little: each
 * weight that leaves its usual range costs as much as a review. The same histories have the same weights.
 * @returns null if no review came a day or more after the one before, or if nothing is better than the defaults
 */
export function fitWeights(histories: readonly History[]): FittedWeights | null {
  const chosen = latest(histories);
  const atDefaults = lossOf(default_w, chosen);
  if (!atDefaults) return null;
  const { n, mean: defaultLoss } = atDefaults;
  const clipped = (w: readonly number[]) => clipParameters([...w], relearningSteps);
  const costOf = (w: readonly number[]) => {
    const away = w.reduce((sum, weight, i) => sum + ((weight - (default_w[i] ?? 0)) / (scales[i] ?? 1)) ** 2, 0);
    return (lossOf(w, chosen)?.mean ?? 0) + away / n;
  };

  let w = [...default_w];
  let best = { w, cost: defaultLoss };
  const [first, second] = [w.map(() => 0), w.map(() => 0)];
  for (let pass = 1; pass <= passes; pass++) {
    const cost = costOf(w);
    if (cost < best.cost) best = { w, cost };
    const slopes = w.map((_, i) => (costOf(w.with(i, (w[i] ?? 0) + step * (scales[i] ?? 1))) - cost) / step);
    w = clipped(
      w.map((weight, i) => {
        const slope = slopes[i] ?? 0;
        first[i] = decay1 * (first[i] ?? 0) + (1 - decay1) * slope;
        second[i] = decay2 * (second[i] ?? 0) + (1 - decay2) * slope ** 2;
        const [mean, variance] = [(first[i] ?? 0) / (1 - decay1 ** pass), (second[i] ?? 0) / (1 - decay2 ** pass)];
        return weight - (rate * (scales[i] ?? 1) * mean) / (Math.sqrt(variance) + 1e-8);
      }),
    );
  }
  const loss = lossOf(best.w, chosen)?.mean ?? defaultLoss;
  return loss < defaultLoss ? { w: best.w.map((weight) => Number(weight.toFixed(4))), loss, defaultLoss } : null;
}
