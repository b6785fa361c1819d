import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read aloud or from paper (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code: 80 random bits in four groups, `7KQ2-…`. Too many to be guessed, so that its SHA-256 can be stored. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** A code as it is hashed: typed in any case, with or without hyphens and spaces, `O` for `0`, `I` and `L` for `1`. */
export function normalizeRecoveryCode(code: string): string {
  return code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
