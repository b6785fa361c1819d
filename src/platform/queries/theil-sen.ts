import { quantile } from './quantiles.ts';

/*
 * A line through some points that supposes no distribution of what lies off it, and which a few odd points do not turn. It imports
 * little, so that a thread can run it.
 */

/** A measurement. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The slope of some points, with its interval. */
export interface TheilSenSlope {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

/** The 90 % quantile of the normal distribution: 80 % lie within it on both sides. */
const normalQuantile90 = 1.2815515655446004;

/**
 * The slope of the line through some points (Theil, 1950): the median of the slopes between any two of them, with Sen's 80 %
 * interval (Sen, 1968), whose ends are slopes between two points, too. It is that of scipy's `theilslopes` with `alpha=0.8`.
 * @param points at least two, no two with the same `x`
 */
export function theilSenSlope(points: readonly Point[]): TheilSenSlope {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let count = 0;
  for (const [i, first] of points.entries()) {
    for (let j = i + 1; j < points.length; j++) {
      const second = points[j] as Point;
      slopes[count++] = (second.y - first.y) / (second.x - first.x);
    }
  }
  slopes.sort();
  const width = normalQuantile90 * kendallDeviation(points.map(({ y }) => y));
  const low = Math.max(roundHalfToEven((count - width) / 2) - 1, 0);
  const high = Math.min(roundHalfToEven((count + width) / 2), count - 1);
  return { slope: quantile(slopes, 0.5), low: slopes[low] as number, high: slopes[high] as number };
}

/**
 * Where the line of a slope starts: the median of what the points leave at an `x` of 0.
 * @param points at least one
 */
export const medianIntercept = (points: readonly Point[], slope: number): number =>
  quantile(Float64Array.from(points, ({ x, y }) => y - slope * x).sort(), 0.5);

/** The standard deviation of Kendall's S where `x` has no ties, with the correction for those of `y`. */
function kendallDeviation(values: readonly number[]): number {
  const pairs = (n: number) => n * (n - 1) * (2 * n + 5);
  const ties = [...Map.groupBy(values, (value) => value).values()].reduce((sum, { length }) => sum + pairs(length), 0);
  return Math.sqrt((pairs(values.length) - ties) / 18);
}

/** Rounds as numpy does: halves to the even neighbor. */
function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
