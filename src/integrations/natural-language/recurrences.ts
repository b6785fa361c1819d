/** A phrase such as `every Monday`, and the rule of RFC 5545 that it says. */
interface FoundRecurrence {
  readonly offset: number;
  readonly length: number;
  /** Null if the phrase says that something repeats, but how has several readings, or is not known here. */
  readonly rule: string | null;
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
const other = 'other|second|2nd|2\\.|zweite[nrs]?';
const anyUnit = units.map(([, names]) => names).join('|');
const anyDay = weekdays.map(([, names]) => names).join('|');
const adverbs = units.map(([, , adverb]) => adverb).join('|');
const alone = 'montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonnabends|sonntags';
const workdays = 'weekday|workday|werktag';
const and = '(?:\\s*(?:,|&)\\s*|\\s+(?:and|und)\\s+)(?:the\\s+)?';
const listOf = (item: string) => `(?:${item})(?:${and}(?:${item}))*`;
const listOfDays = listOf(anyDay);
const monthDay = '(?:[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|\\.)';
/** What makes a date of the number before it: `3 December`, `3.12.` */
const noMonth = '(?!\\d|\\s*(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]))';
const on = '(?:(?:on|am|jeweils)\\s+)?(?:the\\s+)?';

const phrase = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${on}(?<first>${listOf(monthDay)})\\s+(?:of\\s+)?(?:every\\s+month|each\\s+month|jede[ns]\\s+monats))|` +
    `(?<alone>${listOf(alone)}|werktags)|(?:(?<adverb>${adverbs})|(?:${every})\\s+(?:(?<workdays>${workdays})|` +
    `(?:(?<other>${other})\\s+|(?<count>\\d{1,2})\\s+)?(?:(?<unit>${anyUnit})|(?<days>${listOfDays}))))` +
    // A day of the month that a month follows is a date: `yearly 3 December`.
    `(?:\\s+${on}(?:(?<onDays>${listOfDays})|(?<monthDay>${listOf(monthDay)})${noMonth}))?)(?![\\p{L}\\p{N}])`,
  'iu',
);

const ordinal = `(?:first|second|third|fourth|fifth|last|erste|zweite|dritte|vierte|fünfte|letzte)[nrsm]?|\\d{1,2}(?:st|nd|rd|th|\\.)`;
const period = `${anyUnit}|monats|${anyDay}|${workdays}|weekdays|werktags?|weekends?|wochenenden?|quarters?|quartale?`;
const step = `(?:${every})\\s+(?:(?:${other}|${ordinal}|\\d{1,4})\\s+)?(?:${period})|${adverbs}`;
const place = `(?:${ordinal})(?:\\s+(?:${period}))?`;

/** Words that say that something repeats, with the days beside them. */
const repetition = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:(?:on|am)\\s+)?(?:the\\s+)?${place}\\s+(?:(?:of|in|im)\\s+)?)?(?:${step})` +
    `(?:\\s+${on}(?:${place}${noMonth}|${listOfDays}))?(?:${and}(?:${place}${noMonth}|${anyDay}))*` +
    `(?![\\p{L}\\p{N}])`,
  'iu',
);

const is = (names: string, word: string) => new RegExp(`^(?:${names})$`, 'iu').test(word);

/**
 * Finds the first phrase that says how something repeats, in English or German. It is understood as a whole, or not at all. Null if
 * there is none.
 */
export function findRecurrence(text: string): FoundRecurrence | null {
  const [known, whole] = [phrase.exec(text), repetition.exec(text)];
  // Days beside what is known would be left out.
  const isPart = known && whole && whole.index <= known.index && whole[0].length > known[0].length;
  const match = whole && (isPart || !known || whole.index < known.index) ? whole : known;
  if (!match) return null;
  const rule = match === known ? ruleOf(match.groups) : null;
  return { offset: match.index, length: match[0].length, rule };
}

function ruleOf(groups: Record<string, string | undefined> = {}): string | null {
  const {
    first,
    adverb,
    alone: day,
    workdays: work,
    other: second,
    count,
    unit,
    days,
    onDays,
    monthDay: date,
  } = groups;
  if (first !== undefined) return `FREQ=MONTHLY;BYMONTHDAY=${datesIn(first)}`;
  const interval = second ? 2 : Number(count ?? 1);
  if (interval === 0) return null;
  const every = interval > 1 ? `;INTERVAL=${interval}` : '';
  const named = day ?? days;
  if (work || named !== undefined) {
    if (onDays !== undefined || date !== undefined) return null;
    const isWork = work !== undefined || is('werktags', named ?? '');
    return `FREQ=WEEKLY${every};BYDAY=${isWork ? 'MO,TU,WE,TH,FR' : codesOf(named ?? '')}`;
  }
  const frequency = units.find(([, names, name]) => (unit ? is(names, unit) : is(name, adverb ?? '')))?.[0];
  if (onDays !== undefined) return frequency === 'WEEKLY' ? `FREQ=WEEKLY${every};BYDAY=${codesOf(onDays)}` : null;
  if (date === undefined) return `FREQ=${frequency}${every}`;
  return frequency === 'MONTHLY' ? `FREQ=MONTHLY${every};BYMONTHDAY=${datesIn(date)}` : null;
}

const datesIn = (days: string) => [...days.matchAll(/\d+/g)].map(([day]) => Number(day)).join(',');

function codesOf(days: string): string {
  const words = days.split(/[\s,&]+/u);
  return weekdays.flatMap(([code, names]) => (words.some((word) => is(names, word)) ? [code] : [])).join(',');
}
