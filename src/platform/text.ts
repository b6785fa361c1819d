/** LIKE's wildcards, which neither Prisma nor both engines alike escape, stand as private-use characters instead. */
const stands: Record<string, string> = { '%': '\ue025', _: '\ue05f', '\\': '\ue05c' };

/**
 * The form in which texts are compared: Unicode compatibility-composed and lower-cased, the same on every engine and in
 * every locale. Stored beside the text in a column named `<field>Folded`, because neither engine folds all of Unicode.
 */
export function fold(text: string): string {
  // Upper-casing first joins letters that have several lower-case forms: ß with ss, ς with σ.
  const lower = text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return lower.replaceAll(/[%_\\]/g, (wildcard) => stands[wildcard] as string);
}
