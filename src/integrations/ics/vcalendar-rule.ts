/* Recurrence rules of vCalendar 1.0, which phones and old programs write: `W2 MO TU #5`, `MP1 1+ MO 20261231T000000Z`. */

const form = /^\s*(D|W|MP|MD|YM|YD)(\d+)((?:\s+\S+)*)\s*$/i;

/** A rule of vCalendar 1.0 as RFC 5545 writes it. Any other text stays as it is. */
export function modernRule(text: string): string {
  const [, kind = '', interval, rest = ''] = form.exec(text.toUpperCase()) ?? [];
  if (interval === undefined) return text;
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const isEnd = /^(?:#\d+|\d{8}.*)$/.test(last);
  const list = isEnd ? words.slice(0, -1) : words;
  // Without an end, a rule has two occurrences; with #0 it has no end.
  const end = !isEnd ? 'COUNT=2' : last.startsWith('#') ? countOf(last.slice(1)) : `UNTIL=${last}`;
  const [frequency, part] = partsOf(kind, list);
  return [`FREQ=${frequency}`, `INTERVAL=${interval}`, part, end].filter((one) => one !== '').join(';');
}

const countOf = (count: string) => (Number(count) === 0 ? '' : `COUNT=${count}`);

/** The frequency, and the days or months of the rule. */
function partsOf(kind: string, list: readonly string[]): [string, string] {
  const named = (name: string, values: readonly string[]) => (values.length === 0 ? '' : `${name}=${values.join(',')}`);
  if (kind === 'D') return ['DAILY', ''];
  if (kind === 'W') return ['WEEKLY', named('BYDAY', list)];
  if (kind === 'YM') return ['YEARLY', named('BYMONTH', list)];
  if (kind === 'YD') return ['YEARLY', named('BYYEARDAY', list)];
  if (kind === 'MD') return ['MONTHLY', named('BYMONTHDAY', list.map(signed))];
  // Each position holds for the days of the week behind it: `1+ MO TU 2- FR`.
  let position = '';
  const days = list.flatMap((word) => {
    if (/^[A-Z]/.test(word)) return `${position}${word}`;
    position = signed(word);
    return [];
  });
  return ['MONTHLY', named('BYDAY', days)];
}

/** `1+` as `1`, `2-` as `-2`, and `LD`, the last day, as `-1`. */
const signed = (word: string) =>
  word === 'LD' ? '-1' : word.endsWith('-') ? `-${word.slice(0, -1)}` : word.replace('+', '');
