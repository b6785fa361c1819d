import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { type Component, propertiesOf, textOf } from './components.ts';
import { parseLocalTime } from './date-times.ts';
import { parseRule } from './recurrence-rule.ts';
import type { Years, Zone } from './zone.ts';

/** A zone that a calendar defines. */
export interface CustomZone extends Zone {
  /** The instants between which the definition says something: from its first change, to its last if it has one. */
  coversFrom: number;
  coversTo: number;
  /** Whether clocks change from an offset that they do not have, as where the STANDARD or the DAYLIGHT part is missing. */
  isIncomplete: boolean;
}

/** A change of clocks. */
interface Transition {
  /** The instant, in milliseconds since 1970. */
  at: number;
  /** The offsets before and after, in milliseconds. */
  from: number;
  to: number;
}

/** The maximum number of STANDARD and DAYLIGHT parts of a zone. Outlook writes two, others one for each change. */
const maxObservances = 400;

const utc = 'UTC';
const day = 86_400_000;

/**
 * The zone that a VTIMEZONE component defines. Null if it has no part that can be read.
 *
 * @param name the name to give to the zone
 * @param years the years to compute the changes of. Before, the first of them counts; after, the last
 */
export function customZone(definition: Component, name: string, years: Years): CustomZone | null {
  const parts = definition.parts
    .filter((part) => ['STANDARD', 'DAYLIGHT'].includes(part.name))
    .slice(0, maxObservances);
  const read = parts.map((part) => transitionsOf(part, years));
  const transitions = read.flatMap((one) => one?.transitions ?? []).sort((a, b) => a.at - b.at);
  const [first] = transitions;
  if (!first || read.includes(null)) return null;

  function offsetAt(instant: number): number {
    let [low, high] = [0, transitions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((transitions[middle] as Transition).at <= instant) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? (first as Transition).from : (transitions[low - 1] as Transition).to;
  }

  function at(wall: Temporal.PlainDateTime): number {
    const local = wall.toZonedDateTime(utc).epochMilliseconds;
    const [before, after] = [offsetAt(local - day), offsetAt(local + day)];
    const fitting = [before, after]
      .filter((offset) => offsetAt(local - offset) === offset)
      .map((offset) => local - offset);
    // A time that clocks skip has the offset before the change (RFC 5545, section 3.3.5).
    return fitting.length > 0 ? Math.min(...fitting) : local - before;
  }

  const wallAt = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant + offsetAt(instant))
      .toZonedDateTimeISO(utc)
      .toPlainDateTime();

  return {
    name,
    at,
    wallAt,
    ruleZone: utc,
    fromRuleZone: (zoned) => at(zoned.toPlainDateTime()),
    coversFrom: first.at,
    coversTo: read.some((one) => one?.isEndless) ? Number.POSITIVE_INFINITY : (transitions.at(-1) as Transition).at,
    isIncomplete: isIncomplete(transitions.filter((one) => one.at > Date.UTC(years.to - 30, 0))),
  };
}

const isIncomplete = (transitions: readonly Transition[]) =>
  transitions.some(({ from }, index) => index > 0 && transitions[index - 1]?.to !== from);

/** The changes to the offset of a STANDARD or DAYLIGHT part. Null if it cannot be read. */
function transitionsOf(part: Component, years: Years): { transitions: Transition[]; isEndless: boolean } | null {
  const to = offsetIn(textOf(part, 'TZOFFSETTO'));
  const from = offsetIn(textOf(part, 'TZOFFSETFROM')) ?? to;
  const start = parseLocalTime(textOf(part, 'DTSTART'));
  if (to === null || from === null || start === null) return null;
  const listed = propertiesOf(part, 'RDATE').flatMap(({ value }) => value.split(',').map(parseLocalTime));
  try {
    const rule = textOf(part, 'RRULE');
    const repeated = rule === '' ? [] : repeat(rule, start, from, years);
    const walls = [start, ...listed, ...repeated].filter((wall) => wall !== null);
    const transitions = walls.map((wall) => ({ at: wall.toZonedDateTime(utc).epochMilliseconds - from, from, to }));
    return { transitions, isEndless: rule !== '' && !/UNTIL|COUNT/i.test(rule) };
  } catch {
    return null;
  }
}

/** The local times of the changes by a rule. @throws an error if the rule cannot be expanded */
function repeat(text: string, start: Temporal.PlainDateTime, from: number, years: Years): Temporal.PlainDateTime[] {
  const { until, count, interval, freq, ...parts } = parseRule(text);
  if (freq !== 'YEARLY') throw new RangeError('Clocks change once a year by each part.');
  // Without COUNT, a rule with the same phase can start later: those of Outlook start in 1601.
  const skipped = count === undefined ? Math.max(0, Math.floor((years.from - start.year) / interval)) * interval : 0;
  // The 29th of February has no year after it in many years.
  const dtstart = start.add({ years: skipped });
  const last = until === undefined ? null : parseLocalTime(until);
  const end = last?.add({ milliseconds: /Z$/i.test(until ?? '') ? from : 0 }).toZonedDateTime(utc);
  const rule = new RRuleTemporal<Temporal.ZonedDateTime>({
    ...parts,
    freq,
    interval,
    count,
    temporal: Temporal,
    tzid: utc,
    dtstart: dtstart.toZonedDateTime(utc),
    until: end,
    maxIterations: 100_000,
    cache: false,
  });
  const range = [years.from, years.to + 1].map((year) => new Date(Date.UTC(2000, 0)).setUTCFullYear(year));
  return rule
    .between(new Date(range[0] as number), new Date(range[1] as number), true)
    .map((zoned) => zoned.toPlainDateTime());
}

/** An offset such as `+0100`, in milliseconds. Null if it is none, or a day and more. */
function offsetIn(text: string): number | null {
  const [, sign, hours, minutes = '0', seconds = '0'] = /^([+-]?)(\d\d?):?(\d\d)?:?(\d\d)?$/.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23) return null;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1000 : 1000);
}
