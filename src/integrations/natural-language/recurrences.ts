/** A phrase such as `every Monday`, and the rule of RFC 5545 that it says. */
interface FoundRecurrence {
  readonly offset: number;
  readonly length: number;
  readonly rule: string;
}

const weekdays = [
  ['MO', 'mondays?|mon|montags?'],
  ['TU', 'tuesdays?|tues?|dienstags?'],
  ['WE', 'wednesdays?|wed|mittwochs?'],
  ['TH', 'thursdays?|thurs?|thu|donnerstags?'],
  ['FR', 'fridays?|fri|freitags?'],
  ['SA', 'saturdays?|sat|samstags?|sonnabends?'],
  ['SU', 'sundays?|sun|sonntags?'],
] as const;

const units = [
  ['DAILY', 'days?|tage?', 'daily|täglich'],
  ['WEEKLY', 'weeks?|wochen?', 'weekly|wöchentlich'],
  ['MONTHLY', 'months?|monate?', 'monthly|monatlich'],
  ['YEARLY', 'years?|jahre?', 'yearly|annually|jährlich'],
] as const;

const every = 'every|each|jede[nrs]?|alle';
const other = 'other|second|zweite[nrs]?';
const anyUnit = units.map(([, names]) => names).join('|');
const anyDay = weekdays.map(([, names]) => names).join('|');
const adverbs = units.map(([, , adverb]) => adverb).join('|');
const alone = 'montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonnabends|sonntags';
const workdays = 'weekday|workday|werktag';

const phrase = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<adverb>${adverbs})|(?<alone>${alone}|werktags)|(?:${every})\\s+(?:(?<workdays>${workdays})|` +
    `(?:(?<other>${other})\\s+|(?<count>\\d{1,2})\\s+)?(?:(?<unit>${anyUnit})|` +
    `(?<days>(?:${anyDay})(?:(?:\\s*(?:,|&)\\s*|\\s+(?:and|und)\\s+)(?:${anyDay}))*))))(?![\\p{L}\\p{N}])`,
  'iu',
);

const is = (names: string, word: string) => new RegExp(`^(?:${names})$`, 'iu').test(word);

/** Finds the first phrase that says how something repeats, in English or German. Null if there is none. */
export function findRecurrence(text: string): FoundRecurrence | null {
  const match = phrase.exec(text);
  if (!match?.groups) return null;
  const { adverb, alone: day, workdays: work, other: second, count, unit, days } = match.groups;
  const interval = second ? 2 : Number(count ?? 1);
  if (interval === 0) return null;
  const found = { offset: match.index, length: match[0].length };
  if (work || (day && is('werktags', day))) return { ...found, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' };
  const step = interval > 1 ? `;INTERVAL=${interval}` : '';
  const named = day ?? days;
  if (named !== undefined) {
    const words = named.split(/[\s,&]+/u);
    const codes = weekdays.flatMap(([code, names]) => (words.some((word) => is(names, word)) ? [code] : []));
    return { ...found, rule: `FREQ=WEEKLY${step};BYDAY=${codes.join(',')}` };
  }
  const frequency = units.find(([, names, name]) => (unit ? is(names, unit) : is(name, adverb ?? '')))?.[0];
  return frequency ? { ...found, rule: `FREQ=${frequency}${step}` } : null;
}
