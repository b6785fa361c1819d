import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '../../platform/time/calendar.ts';
import { windowsZones } from './windows-zones.ts';

/**
 * The zones of names without a city: the regions that Windows, Exchange, Lotus and Java write, in small letters, without
 * `Time`, `Standard` and `Daylight`.
 */
const regions: Record<string, string> = {
  'international date line west': 'Etc/GMT+12',
  'midway island, samoa': 'Pacific/Pago_Pago',
  hawaii: 'Pacific/Honolulu',
  'hawaii-aleutian': 'Pacific/Honolulu',
  alaska: 'America/Anchorage',
  'baja california': 'America/Tijuana',
  pacific: 'America/Los_Angeles',
  arizona: 'America/Phoenix',
  mountain: 'America/Denver',
  central: 'America/Chicago',
  'central america': 'America/Guatemala',
  saskatchewan: 'America/Regina',
  eastern: 'America/New_York',
  'indiana (east)': 'America/Indiana/Indianapolis',
  atlantic: 'America/Halifax',
  newfoundland: 'America/St_Johns',
  'mid-atlantic': 'Etc/GMT+2',
  'greenwich mean': 'Etc/UTC',
  'coordinated universal': 'Etc/UTC',
  gmt: 'Europe/London',
  'western european': 'Europe/Lisbon',
  'central european': 'Europe/Berlin',
  'central europe': 'Europe/Budapest',
  'west europe': 'Europe/Berlin',
  'western europe': 'Europe/Berlin',
  'eastern european': 'Europe/Bucharest',
  mitteleuropäische: 'Europe/Berlin',
  'west central africa': 'Africa/Lagos',
  india: 'Asia/Kolkata',
  japan: 'Asia/Tokyo',
  pdt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  mdt: 'America/Denver',
  cdt: 'America/Chicago',
  edt: 'America/New_York',
  cest: 'Europe/Berlin',
  mez: 'Europe/Berlin',
  mesz: 'Europe/Berlin',
  utc: 'Etc/UTC',
  z: 'Etc/UTC',
};

const windowsNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(windowsZones).map(([name, zone]) => [name.toLowerCase(), zone]),
);

/** Cities whose zones the list of the platform has under other names. */
const otherCities = [
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Yangon', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh', 'Australia/Canberra'],
  ...['Asia/Chongqing', 'America/Buenos_Aires'],
];

/** IANA names by their city in small letters, such as `new york`. */
const cities = Map.groupBy([...Intl.supportedValuesOf('timeZone'), ...otherCities], cityOf);

function cityOf(name: string): string {
  return name.split('/').at(-1)?.replaceAll('_', ' ').toLowerCase() ?? '';
}

/** The form in which names of zones are compared: without quotes, escapes, case and repeated spaces. */
export const comparable = (tzid: string) =>
  tzid
    .replace(/^\s*TZID=/i, '')
    .replaceAll(/["\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/**
 * The IANA name of a TZID. It may be the name itself in any case; a path that ends in it, such as
 * `/freeassociation.sourceforge.net/Europe/Berlin`; a name that Windows uses, such as `W. Europe Standard Time`, or shows, such as
 * `(UTC+01:00) Amsterdam, Berlin, Bern`; the name of a region, such as `Eastern Time (US & Canada)`; or an offset, such as
 * `GMT+0100`, which then is returned as `+01:00`. Null if it is none of these.
 */
export function zoneNameOf(tzid: string): string | null {
  const text = comparable(tzid);
  return ianaName(text) ?? windowsName(text) ?? displayedZone(text) ?? offsetIn(text);
}

function ianaName(text: string): string | null {
  const path = text
    .replaceAll('%2f', '/')
    .replaceAll(' ', '_')
    .replace(/_\d+$/, '')
    .replace(/^(us|europe|america|asia|africa|australia|pacific)-/, '$1/');
  const parts = path.split('/');
  const candidates = [path, ...[3, 2].map((count) => parts.slice(-count).join('/'))];
  const name = candidates.find((candidate) => /^[a-z]/.test(candidate) && isTimeZone(candidate));
  return name === undefined ? null : Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
}

/** Outlook numbers a zone that a file defines again, as in `W. Europe Standard Time 1`. */
function windowsName(text: string): string | null {
  const standard = text.replace(/ \d+$/, '').replace(/ (?:daylight|summer) time$/, ' standard time');
  return (
    [text, standard, `${text} standard time`].flatMap((name) =>
      Object.hasOwn(windowsNames, name) ? (windowsNames[name] ?? []) : [],
    )[0] ?? null
  );
}

/** A zone as Windows shows it: its standard offset, if any, and cities or a region. */
function displayedZone(text: string): string | null {
  const [, offset = '', rest = ''] = /^(?:\((?:utc|gmt)?\s*([+-]?\d{0,2}:?\d{0,2})\)\s*)?(.*)$/.exec(text) ?? [];
  const standardOffset = offset === '' ? null : minutesIn(offset);
  const fits = (name: string) => standardOffset === null || standardOffsetOf(name) === standardOffset;
  const region = rest
    .replace(/ \((?:us & canada|us and canada|canada)\)/, '')
    .replace(/\b(?:standard|daylight|summer|normal)?\s*(?:time|zeit)$/, '')
    .replace(/\b(?:standard|daylight|summer)$/, '')
    .trim();
  const known = Object.hasOwn(regions, region) ? regions[region] : undefined;
  if (known !== undefined && fits(known)) return known;
  const named = rest.split(/\s*[,/]\s*/).flatMap((city) => cities.get(city.replace(/ \(.*\)$/, '')) ?? []);
  return named.find(fits) ?? null;
}

/** The offset from UTC that a name consists of or starts with, such as `(UTC+05:30) Somewhere`, as `+05:30`. */
function offsetIn(text: string): string | null {
  const [, sign, hours = '', minutes = '00'] =
    /^\(?(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d\d))?(?:\)|$)/.exec(text) ?? [];
  if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

function minutesIn(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-]?)(\d{0,2}):?(\d{0,2})$/.exec(offset) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** The smaller of the offsets of a zone in winter and summer, in minutes. */
function standardOffsetOf(name: string): number {
  const offsets = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'].map(
    (time) => Temporal.Instant.from(time).toZonedDateTimeISO(name).offsetNanoseconds / 60e9,
  );
  return Math.min(...offsets);
}
