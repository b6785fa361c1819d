/** The maximum length of a key. */
const maxLength = 64;

/** A name regardless of case and space, and of how its characters are written. Two of these with one key are refused. */
export const sameName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** A name regardless of case, accents and space. */
export const foldName = (name: string): string =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** The part of a key that says a name. What letters and digits do not say, as in `C++`, is in a hash. */
function slugOf(name: string): string {
  // Pictures count only where a name has nothing else.
  const folded = foldName(name.replaceAll(/(?:\p{So}|\p{Cf}|\uFE0F)/gu, '')) || foldName(name);
  const dashed = folded.replaceAll(/[\s_/&,.:;()'"’“”!?–—-]+/g, '-').replaceAll(/^-+|-+$/g, '');
  const plain = dashed.replaceAll(/[^a-z0-9-]/g, '').replaceAll(/^-+|-+$/g, '');
  return plain === dashed && plain !== '' ? plain : [plain, hashOf(folded)].filter((part) => part !== '').join('-');
}

/** FNV-1a of 32 bits. Two names with one key are refused. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** The key of what has these names, the outermost first. The same names have the same key, whatever else the file has. */
export function keyOfNames(...names: readonly string[]): string {
  const key = names.map(slugOf).join('.');
  return key.length <= maxLength ? key : `${key.slice(0, maxLength - 9)}-${hashOf(key)}`;
}
