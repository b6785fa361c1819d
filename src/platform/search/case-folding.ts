/** LIKE's wildcards, which neither Prisma nor both engines alike escape, stand as private-use characters instead. */
const stands: Record<string, string> = { '%': '\ue025', _: '\ue05f', '\\': '\ue05c' };

/**
 * The form in which texts are compared: Unicode compatibility-composed and lower-cased, the same on every engine and in
 * every locale. Stored beside the text in a column named `<field>Normalized`, because neither engine folds all of Unicode.
 */
export function caseFold(text: string): string {
  // There and back joins letters with several forms in one case: ß, ẞ and ss. Which sigma a lower-cased Σ becomes depends
  // on whether its word goes on, which a part of a text cannot know: so there is one.
  const lower = text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
  return lower.replaceAll(/[%_\\]/g, (wildcard) => stands[wildcard] as string);
}
