/** Thrown at the end of a dry run, so that its transaction keeps nothing. */
export class DryRunEnd extends Error {
  override name = 'DryRunEnd';
}
