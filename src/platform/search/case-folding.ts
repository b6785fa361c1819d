/** Private-use characters in place of LIKE's wildcards, which Prisma does not escape and the engines escape differently. */
const wildcards: Record<string, string> = { '%': '\ue025', _: '\ue05f', '\\': '\ue05c' };

/**
 * More marks on one letter than any language has: those after the thirtieth, as in the Stream-Safe Text Format of Unicode
 * (UAX 15). Normalization takes quadratic time for a run of them, a second for 50,000.
 */
const manyMarks = /(\p{M}{30})\p{M}+/gu;

/**
 * The form in which texts are compared: in Unicode's NFKC and lower case, equal on every engine and in every locale. It is
 * stored beside the text in the column `<field>Normalized`, because neither engine folds the case of all of Unicode.
 */
export function caseFold(text: string): string {
  // Lower, upper and lower case again unite letters with several forms: ß, ẞ and ss. Lower case has two forms of Σ, by the
  // place in the word, which a substring cannot know; they become one.
  const safe = text.replaceAll(manyMarks, '$1').normalize('NFKC');
  const lower = safe.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
  return lower.replaceAll(/[%_\\]/g, (wildcard) => wildcards[wildcard] as string);
}
