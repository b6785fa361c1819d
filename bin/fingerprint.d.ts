/** A hash of everything that the bundle is made from. */
export function fingerprintOf(root: string): string;
/** A hash of the states of these files. While it is the same, so is the fingerprint. It is that of one place only. */
export function stateOf(root: string): string;
