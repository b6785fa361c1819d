import { casual as german } from 'chrono-node/de';
import { casual, type ParsedResult } from 'chrono-node/en';

/** A day, a time of day, or both, as a text says it. */
export interface FoundDate {
  readonly offset: number;
  readonly length: number;
  /** `YYYY-MM-DD`. Null if the text says only a time. */
  readonly date: string | null;
  /** Whether the date is the next one of a day of the week. */
  readonly isWeekday: boolean;
  /** `HH:MM`, by the writer's clock. Null if the text says only a day. */
  readonly time: string | null;
  /** The length of a range such as `14:00-15:30`, in minutes. Null if it is none. */
  readonly minutes: number | null;
}

/** 29 February without a year, which the library looks for in the present one only. */
const leapDay = {
  pattern: () =>
    /(?<![\p{L}\d.])(?:29(?:th|\.)?\s*feb(?:ruary|ruar)?|feb(?:ruary)?\s+29(?:th)?|29\.0?2\.)(?![\p{L}\d]|\.?,?\s*\d{4})/iu,
  extract({ reference }: { reference: { getDateWithAdjustedTimezone(): Date } }) {
    const now = reference.getDateWithAdjustedTimezone();
    const years = Array.from({ length: 9 }, (_, index) => now.getFullYear() + index);
    const isToCome = (year: number) => new Date(year, 1, 29).getDate() === 29 && new Date(year, 1, 29, 23) >= now;
    return { day: 29, month: 2, year: years.find(isToCome) as number };
  },
};

const english = casual.clone();
english.parsers.unshift(leapDay);
const germanDates = german.clone();
// German dates without a year, which the library does not know.
germanDates.parsers.unshift({
  pattern: () => /(?<![\p{L}\d.])(\d{1,2})\.(\d{1,2})\.(?!\d)/u,
  extract: (_context, match) => ({ day: Number(match[1]), month: Number(match[2]) }),
});
germanDates.parsers.unshift(leapDay);

const languages = [
  { name: 'en', dates: english },
  { name: 'de', dates: germanDates },
] as const;

/** The times of parts of a day, by the name that the library gives them. It has rather early mornings and late evenings. */
const partsOfDay: Record<string, string> = {
  morning: '09:00',
  noon: '12:00',
  afternoon: '15:00',
  evening: '18:00',
  tonight: '20:00',
};

/** The hours of a night that are after midnight. */
const night = { words: /night|nacht/iu, hours: 6, end: '06:00' };

/** Dates further ahead are taken for a slip. */
const maxYears = 100;

const pad = (value: number | null, length = 2) => String(value ?? 0).padStart(length, '0');

/**
 * Finds days and times in English and German text, in order and apart from each other. Only those that a text says clearly: no months
 * alone, no dates with slashes, whose order differs by country, nothing that is past, and no times with a zone.
 * @param today the date that the text was written on, `YYYY-MM-DD`
 */
export function findDates(text: string, today: string): FoundDate[] {
  // Times of day are read as they are written. So the library may take them for UTC, whatever zone the server is in.
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const found = languages.flatMap(({ name, dates }) =>
    dates.parse(text, reference, { forwardDate: true }).flatMap((result) => read(result, name, text, today) ?? []),
  );
  const inOrder = found.sort((a, b) => a.offset - b.offset || b.length - a.length);
  let end = 0;
  return inOrder.filter(({ offset, length }) => {
    if (offset < end) return false;
    end = offset + length;
    return true;
  });
}

function read(result: ParsedResult, language: 'en' | 'de', text: string, today: string): FoundDate | null {
  const { start, end, index: offset } = result;
  const words = wordsOf(result);
  if (words === null || isClipped(text, offset, words.length) || isUnclear(result, words, language)) return null;
  const hasDay =
    start.isCertain('day') || start.isCertain('weekday') || /^this\s(?:morning|afternoon|evening)/i.test(words);
  const time = timeOf(result, words, hasDay);
  if (time !== null && isOtherHalf(words, time)) return null;
  if (!hasDay && (time === null || start.isCertain('month'))) return null;
  // After midnight, "tonight" is the next time that there is.
  const isNextNight = time !== null && time < night.end && /tonight|heute\s+nacht/iu.test(words);
  const date = hasDay && !isNextNight ? dateOf(result, words, today) : null;
  if (hasDay && !isNextNight && (date === null || date < today)) return null;
  const minutes = end && time !== null ? minutesOf(result) : null;
  if (end && minutes === null) return null;
  const isWeekday = start.isCertain('weekday') && !start.isCertain('day');
  return { offset, length: words.length, date, isWeekday, time, minutes };
}

/** The part of a result that is to be understood. Null if it names a time zone. */
function wordsOf({ text, start }: ParsedResult): string | null {
  if (!start.isCertain('hour')) return text;
  // Words such as "art" and "ist" are abbreviations of zones, too.
  if (start.isCertain('timezoneOffset')) return /^(.*\d.*?)\s+[a-zäöü]+$/u.exec(text)?.[1] ?? null;
  // A number alone is no time: "Montag 8 Leute".
  return saysTime(text) ? text : (/^(.*\p{L}\.?)\s+\d{1,2}$/u.exec(text)?.[1] ?? null);
}

const saysTime = (text: string) =>
  /\d:\d\d|\d\s?(?:am|pm|uhr)(?!\p{L})|(?<!\p{L})(?:at|um)\s+\d|\p{L}'?\s?clock|noon|midnight|mittag|mitternacht/iu.test(
    text,
  );

/** Whether a result begins or ends within a word. */
const isClipped = (text: string, offset: number, length: number) =>
  /[\p{L}\p{N}]$/u.test(text.slice(0, offset)) || /^[\p{L}\p{N}]/u.test(text.slice(offset + length));

function isUnclear(result: ParsedResult, words: string, language: 'en' | 'de'): boolean {
  const tags = result.tags();
  // Abbreviations of German days are English words, too: "do", "so".
  if (/^(?:mo|di|mi|do|fr|sa|so)\b(?!.*(?:\d:\d\d|uhr))/iu.test(words)) return true;
  if (/^(?:last|past|letzt|vergangen)/i.test(words)) return true;
  if (tags.has('parser/SlashDateFormatParser') && (language === 'en' || words.includes('/'))) return true;
  if (!tags.has('result/relativeDate')) return false;
  return !/^(?:in\s+(?!an?$)|next\s|nächste|übernächste|kommende)|\sfrom now$/i.test(words);
}

/** Whether a time is not in the part of the day that is named beside it: `this evening at 3`. */
const isOtherHalf = (words: string, time: string) =>
  (/evening|abend/iu.test(words) && time < '17:00') ||
  (/afternoon|nachmittag/iu.test(words) && (time < '12:00' || time >= '19:00'));

/** The time of day that a result says, or that the part of a day has which it names. Null if it is neither. */
function timeOf(result: ParsedResult, words: string, hasDay: boolean): string | null {
  const { start } = result;
  if (start.isCertain('hour')) {
    if (!saysTime(words)) return null;
    // The library takes hours up to twelve beside a night for those before midnight.
    const [, written = ''] = /(?<!\d)(\d{1,2})(?!\d)/.exec(words) ?? [];
    const isAfterMidnight =
      !start.isCertain('meridiem') && night.words.test(words) && Number(written) % 12 < night.hours;
    return `${pad(isAfterMidnight ? Number(written) % 12 : start.get('hour'))}:${pad(start.get('minute'))}`;
  }
  // Alone, the word is more often part of a title: "Morning run".
  if (!hasDay) return null;
  const part = Object.keys(partsOfDay).find((name) => result.tags().has(`casualReference/${name}`));
  return part === undefined ? null : (partsOfDay[part] ?? null);
}

/** The date of a result. Null if it is out of range. */
function dateOf({ start }: ParsedResult, words: string, today: string): string | null {
  if (!start.isCertain('day') && !start.isCertain('weekday')) return today;
  // Of a time before the reference, the library takes the day a week later.
  const isToday = !start.isCertain('day') && start.get('weekday') === new Date(`${today}T12:00:00Z`).getUTCDay();
  if (isToday && start.isCertain('weekday') && !/^(?:next|nächst|kommend)/i.test(words)) return today;
  const rest = `${pad(start.get('month'))}-${pad(start.get('day'))}`;
  const date = `${pad(start.get('year'), 4)}-${rest}`;
  const forward = date < today && !start.isCertain('year') ? `${pad(Number(today.slice(0, 4)) + 1, 4)}-${rest}` : date;
  return Number(forward.slice(0, 4)) > Number(today.slice(0, 4)) + maxYears ? null : forward;
}

/** The length of a range of times. Null if it ends on a day of its own. */
function minutesOf({ start, end }: ParsedResult): number | null {
  if (!end?.isCertain('hour')) return null;
  const minute = (at: typeof start) => (at.get('hour') ?? 0) * 60 + (at.get('minute') ?? 0);
  return (minute(end) - minute(start) + 24 * 60) % (24 * 60) || null;
}
