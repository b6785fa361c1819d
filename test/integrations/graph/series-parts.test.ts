import { expect, test } from 'vitest';
import { type GraphEvent, readGraphEvent } from '../../../src/integrations/graph/events.ts';
import { seriesParts, withKnownStart } from '../../../src/integrations/graph/series-parts.ts';

const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
const days = (day: number) => ({
  start: at(`2026-12-0${day}T00:00:00`),
  end: at(`2026-12-${String(day + 1).padStart(2, '0')}T00:00:00`),
});
const event = (json: object) => readGraphEvent({ ...days(8), ...json }) as GraphEvent;
const series = (timeZone = 'W. Europe Standard Time', isAllDay = true) =>
  event({ id: 'm', type: 'seriesMaster', isAllDay, originalStartTimeZone: timeZone });
const occurrence = (day: number) => event({ id: `o${day}`, type: 'occurrence', seriesMasterId: 'm', ...days(day) });
const exception = (json: object) => event({ id: 'x', type: 'exception', seriesMasterId: 'm', ...json });
const keysOf = (events: GraphEvent[]) =>
  seriesParts(events, 'UTC').parts.map(({ event: { id }, key }) => `${id} ${key}`);

test('an exception of an all-day series is of the day of its midnight in the zone of the series', () => {
  const told: [string, string][] = [
    ['W. Europe Standard Time', '2026-12-07T23:00:00Z'],
    ['Tokyo Standard Time', '2026-12-07T15:00:00Z'],
    ['Pacific Standard Time', '2026-12-08T08:00:00Z'],
    ['Line Islands Standard Time', '2026-12-07T10:00:00Z'],
    // Midnight of UTC, and a zone that is not that of the series.
    ['W. Europe Standard Time', '2026-12-08T00:00:00Z'],
    ['UTC', '2026-12-07T23:00:00Z'],
  ];
  for (const [zone, originalStart] of told)
    expect(keysOf([series(zone), occurrence(7), exception({ originalStart }), occurrence(9)])).toEqual([
      'o7 2026-12-07',
      'x 2026-12-08',
      'o9 2026-12-09',
    ]);
});

test('an exception that does not tell its original start has the one that is known; else it is left out where another is', () => {
  const moved = exception(days(7));
  expect(keysOf([series(), occurrence(7), withKnownStart(moved, occurrence(8))])).toEqual([
    'o7 2026-12-07',
    'x 2026-12-08',
  ]);
  expect(seriesParts([series(), moved, occurrence(7)], 'UTC')).toMatchObject({
    parts: [{ event: { id: 'o7' }, key: '2026-12-07' }],
    leftOut: [{ id: 'x' }],
  });
});

test('of several events with one key, one counts by a rule, in whichever order they come', () => {
  const single = (id: string, lastModifiedDateTime: string) =>
    event({ id, type: 'singleInstance', lastModifiedDateTime });
  const [old, late, same] = [
    single('a', '2026-11-01T00:00:00Z'),
    single('b', '2026-11-02T00:00:00Z'),
    single('c', '2026-11-02T00:00:00Z'),
  ];
  for (const events of [
    [old, late, same],
    [same, late, old],
  ]) {
    const { parts, leftOut } = seriesParts(events, 'UTC');
    expect(parts).toEqual([{ event: late, key: '' }]);
    expect(new Set(leftOut)).toEqual(new Set([old, same]));
  }
  const twice = [series('UTC', false), occurrence(8), exception({ originalStart: '2026-12-08T00:00:00Z' })];
  expect(keysOf(twice)).toEqual(['x 2026-12-08T00:00:00.000Z']);
  expect(keysOf(twice.toReversed())).toEqual(['x 2026-12-08T00:00:00.000Z']);
  // A single event with the UID of a series is another one.
  expect(seriesParts([...twice, old], 'UTC').leftOut).toContain(old);
});
