/**
 * The value below which a share of some values lies, with linear interpolation between the two next to it (type 7 of Hyndman and
 * Fan, 1996, as numpy does it).
 * @param sorted the values, in order, at least one
 * @param share from 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const index = Math.floor(at);
  const below = sorted[index] ?? 0;
  const above = sorted[index + 1] ?? below;
  return below + (above - below) * (at - index);
}
