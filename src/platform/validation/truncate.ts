/** The first `max` characters of a text. A character of two UTF-16 units at the cut is left out as a whole. */
export const truncate = (text: string, max: number): string => text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
