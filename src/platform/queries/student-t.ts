/** The 97.5 % quantile of the normal distribution. */
export const normalQuantile = 1.959963984540054;

/** Degrees of freedom from which the series around the normal quantile is as good as the exact one, to six decimals. */
const manyDegrees = 1_000;

/**
 * The share of Student's t distribution within -t and t, by its finite series (Abramowitz and Stegun, 26.7.3 and 26.7.4).
 * @param angle the arc tangent of t ÷ √degrees
 * @param degrees a whole number from 1
 */
function shareWithin(angle: number, degrees: number): number {
  const [sine, square] = [Math.sin(angle), Math.cos(angle) ** 2];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = degrees > 1 ? term : 0;
  for (let i = isOdd ? 3 : 2; i < degrees; i += 2) {
    term *= (square * (i - 1)) / i;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** The 97.5 % quantile of Student's t distribution: 95 % lie within it. @param degrees a whole number from 1 */
export function studentQuantile(degrees: number): number {
  // Cornish and Fisher's expansion, whose next term is below 1e-6 here.
  if (degrees >= manyDegrees) return normalQuantile + (normalQuantile ** 3 + normalQuantile) / (4 * degrees);
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (shareWithin(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return Math.sqrt(degrees) * Math.tan(low);
}
