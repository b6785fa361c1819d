/** A hash of everything that the bundle is made from. */
export function fingerprintOf(root: string): string;
/** The state of these files as a hash, and the time of their newest change. While the state is the same, so is the fingerprint. */
export function stateOf(root: string): { state: string; newest: number };
