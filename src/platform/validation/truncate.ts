/** How far around the cut a character is looked for, in UTF-16 units. Longer ones are torn, but not their surrogate pairs. */
const reach = 100;

/** The first `max` UTF-16 units of a text. A character that the cut would tear, such as an emoji, is left out as a whole. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = Math.max(0, max - reach);
  // Made here, since few texts are cut, and the first one that is made takes as long as a twentieth of the start.
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const around = graphemes.segment(text.slice(start, max + reach));
  const cut = around.containing(max - start)?.index || max - start;
  return text.slice(0, start + cut).replace(/[\ud800-\udbff]$/, '');
}
