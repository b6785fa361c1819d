/*
 * Numbers and lists in English, as `Intl` writes them in `en` and `en-GB`. Descriptions and messages are full of them when the schema
 * is made, and the data of `Intl` take as long to load as a tenth of the schema.
 */

/** A number of at most three decimals, with a comma between each three digits: `12,000`. */
export function grouped(number: number): string {
  const [whole = '', ...fraction] = String(number).split('.');
  return [whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','), ...fraction].join('.');
}

/** A list in words: `a, b and c`. */
export function listed(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
