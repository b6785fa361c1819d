/** A hash of everything that the bundle is made from. */
export function fingerprintOf(root: string): string;
