import fc from 'fast-check';
import { type GraphQLEnumType, getNamedType, isObjectType } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { newId } from '../../../src/platform/database/ids.ts';
import type { ModelKey } from '../../../src/platform/database/models.ts';
import { active } from '../../../src/platform/records/soft-delete.ts';
import { createCalendar, dayOfWeek } from '../../../src/platform/time/calendar.ts';
import { type Bucket, buckets, periodOf } from '../../../src/platform/time/periods.ts';
import { createTestApp, type SignedInPerson, testSchema } from '../../support/app.ts';
import { adaAndBob } from '../../support/examples.ts';
import { leaveToCI, tries } from '../../support/services.ts';

const ofDays = buckets.filter((bucket) => bucket !== 'HOUR');
const berlin = { timeZone: 'Europe/Berlin', dayStartsAt: '04:00', weekStartsOn: 'SUNDAY' } as const;
const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), berlin);

test('a period lasts from the start of its first day to the end of its last', () => {
  const days = (bucket: Bucket, date = '2026-08-19') => {
    const { startsOn, endsOn } = periodOf(date, bucket, calendar);
    return [startsOn, endsOn];
  };
  expect(ofDays.map((bucket) => days(bucket))).toEqual([
    ['2026-08-19', '2026-08-19'],
    ['2026-08-16', '2026-08-22'],
    ['2026-08-01', '2026-08-31'],
    ['2026-07-01', '2026-09-30'],
    ['2026-01-01', '2026-12-31'],
  ]);
  expect(days('MONTH', '2024-02-29')).toEqual(['2024-02-01', '2024-02-29']);
  expect(days('YEAR', '9999-12-31')).toEqual(['9999-01-01', '9999-12-31']);
  const march = periodOf('2026-03-29', 'DAY', calendar);
  expect(march.startsAt.toISOString()).toBe('2026-03-29T02:00:00.000Z');
  // The clocks go forward within the day before, by a day that starts at four.
  const before = periodOf('2026-03-28', 'DAY', calendar);
  expect([before.endsAt, march.startsAt.getTime() - before.startsAt.getTime()]).toEqual([
    march.startsAt,
    23 * 3_600_000,
  ]);
});

test('periods of one length are adjacent, and every date is in one', () => {
  const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, fc.constantFrom(...ofDays), (date, bucket) => {
      const day = date.toISOString().slice(0, 10);
      const period = periodOf(day, bucket, calendar);
      expect(period.startsOn <= day && day <= period.endsOn).toBe(true);
      const next = periodOf(calendar.addDays(period.endsOn, 1), bucket, calendar);
      expect([next.startsOn, next.startsAt]).toEqual([calendar.addDays(period.endsOn, 1), period.endsAt]);
      expect(periodOf(period.endsOn, bucket, calendar)).toEqual(period);
    }),
  );
});

test('an hour follows the clock, is shorter or longer where clocks change, and dates have none', () => {
  const hour = (at: string) => {
    const { startsOn, startsAt, endsAt } = periodOf(new Date(at), 'HOUR', calendar);
    return [startsOn, startsAt.toISOString(), endsAt.toISOString()];
  };
  expect(hour('2026-11-23T08:59:59Z')).toEqual(['2026-11-23', '2026-11-23T08:00:00.000Z', '2026-11-23T09:00:00.000Z']);
  // The hour from two to three comes twice when the clocks go back: each is one of its own, still of the day before.
  expect([hour('2026-10-25T00:30:00Z'), hour('2026-10-25T01:30:00Z')]).toEqual([
    ['2026-10-24', '2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'],
    ['2026-10-24', '2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00.000Z'],
  ]);
  expect(() => periodOf('2026-10-25', 'HOUR', calendar)).toThrow(RangeError);
});

interface Answer {
  period: { startsOn: string; endsOn: string; startsAt: string; endsAt: string } | null;
  key: string | null;
  node: { id: string } | null;
  count: number;
}

const statistics = Object.values(testSchema().getQueryType()?.getFields() ?? {}).filter(({ name, args }) =>
  [
    name.endsWith('Stats'),
    ...['groupBy', 'bucket', 'time', 'timeZone'].map((arg) => args.some((a) => a.name === arg)),
  ].every(Boolean),
);
const namesOf = (field: (typeof statistics)[number], argument: string) =>
  (getNamedType(field.args.find(({ name }) => name === argument)?.type) as GraphQLEnumType)
    .getValues()
    .map(({ name }) => name);

test('every statistic works with every group, time and bucket, for own records only, in one statement', async (context) => {
  leaveToCI(context);
  const { app, ada, hers } = await adaAndBob();
  const cem = await app.person('Cem');
  expect(statistics.length).toBeGreaterThanOrEqual(8);
  let grouped = 0;
  /** Periods of dates whose counts were read both ways, with records without a date among them. */
  const dated = { compared: 0, without: 0 };
  const hoursRefused: unknown[] = [];
  for (const field of statistics) {
    const model = field.name.slice(0, -'Stats'.length) as ModelKey;
    const where = { ownerId: ada.id.slice('Account:'.length), ...active(model) };
    const total = await (app.db.reads[model] as unknown as { count(query: object): Promise<number> }).count({ where });
    expect([field.name, total > 0]).toEqual([field.name, true]);
    const type = getNamedType(field.type);
    const measures = Object.values(isObjectType(type) ? type.getFields() : {})
      .filter((measure) => getNamedType(measure.type).name === 'StatsSummary')
      .map(({ name }) => `${name} { count sum mean min max median standardDeviation }`);
    const ask = (group: string | null, bucket: string | null, time: string) =>
      `{ answers: ${field.name}(groupBy: ${group}, bucket: ${bucket}, time: ${time}) {
        count key period { startsOn endsOn startsAt endsAt } ${measures.join(' ')}
      } }`;
    const groups = namesOf(field, 'groupBy');
    const timeOfDay = namesOf(field, 'time').find((name) => name.endsWith('AT'));
    for (const [i, group] of groups.entries()) {
      const pairs = `{ answers: ${field.name}(groupBy: ${group}, thenBy: ${groups[(i + 1) % groups.length]}, time: ${timeOfDay}) { key thenKey count } }`;
      expect([pairs, (await ada.query(pairs)).answers.length > 0]).toEqual([pairs, true]);
    }
    for (const group of [null, ...groups]) {
      for (const [bucket, time] of [null, ...buckets].flatMap((b) =>
        namesOf(field, 'time').map((t) => [b, t] as const),
      )) {
        const { data, errors } = await ada.ask(ask(group, bucket, time ?? ''));
        if (errors && (bucket === 'HOUR' || group === 'HOUR_OF_DAY')) {
          hoursRefused.push(errors[0]?.extensions);
          continue;
        }
        const { answers }: { answers: Answer[] } = data;
        const [sum, cell] = [
          answers.reduce((all, { count }) => all + count, 0),
          `${field.name} ${group} ${bucket} ${time}`,
        ];
        expect([cell, sum >= total]).toEqual([cell, true]);
        expect([cell, answers.every(({ period }) => period === null || bucket !== null)]).toEqual([cell, true]);
        if (group && answers.some(({ key }) => key !== null)) grouped += 1;
        if (group !== null || bucket === null) continue;
        // Counts alone are read in another way.
        const counts = `{ answers: ${field.name}(bucket: ${bucket}, time: ${time}) { count period { startsOn endsOn } } }`;
        const shown = (all: Answer[]) =>
          all.map(({ count, period }) => [cell, count, period?.startsOn, period?.endsOn]);
        expect(shown((await ada.query(counts)).answers)).toEqual(shown(answers));
        if (measures.length === 0 || !time?.endsWith('_ON')) continue;
        dated.compared += answers.length;
        dated.without += answers.filter(({ period }) => period === null).length;
      }
    }
    // Times, not dates, take another statement to find out in which years they are.
    const [first = ''] = namesOf(field, 'time');
    const taken = await app.counting(() => ada.query(ask(null, 'DAY', first)));
    expect([field.name, taken]).toEqual([field.name, first.endsWith('AT') ? 2 : 1]);
    expect((await cem.query(ask(null, null, namesOf(field, 'time')[0] ?? ''))).answers).toEqual([]);
  }
  expect(grouped).toBeGreaterThan(100);
  expect(dated.compared).toBeGreaterThan(20);
  expect(dated.without).toBeGreaterThan(0);
  // Only times of day can be counted by the hour.
  expect(hoursRefused.length).toBeGreaterThan(0);
  const refusal = expect.objectContaining({
    code: 'BAD_USER_INPUT',
    issues: [
      expect.objectContaining({ message: expect.stringMatching(/^must not be HOUR.* for a time that is a date$/) }),
    ],
  });
  expect(hoursRefused).toEqual(hoursRefused.map(() => refusal));
  // The rows that groups have in common come along, in one statement for a type.
  const byLabel = '{ answers: taskStats(groupBy: LABEL) { key node { id ... on Label { name } } count } }';
  const { answers }: { answers: Answer[] } = await ada.query(byLabel);
  expect(answers.map(({ key, node }) => [key, node?.id ?? null]).every(([key, id]) => key === id)).toBe(true);
  expect(answers.some(({ key }) => (hers.Label ?? []).includes(key ?? ''))).toBe(true);
  expect(await app.counting(() => ada.query(byLabel))).toBe(2);
});

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];
const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'];

/** The first day of a period by plain arithmetic on its text. */
function firstOf(day: string, bucket: Exclude<Bucket, 'HOUR'>, own: ReturnType<typeof createCalendar>): string {
  const [year = '', month = ''] = day.split('-');
  if (bucket === 'WEEK') return own.startOfWeek(day);
  const quarter = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0');
  return { DAY: day, MONTH: `${year}-${month}-01`, QUARTER: `${year}-${quarter}-01`, YEAR: `${year}-01-01` }[bucket];
}

interface Task {
  priority: string;
  dueOn: string | null;
  scheduledAt: string | null;
  estimateMinutes: number | null;
  labels: number[];
}

const moment = fc.date({ min: new Date('2025-12-20'), max: new Date('2027-01-10'), noInvalidDate: true });
const task: fc.Arbitrary<Task> = fc.record({
  priority: fc.constantFrom(...priorities),
  dueOn: fc.option(moment.map((date) => date.toISOString().slice(0, 10))),
  scheduledAt: fc.option(moment.map((date) => date.toISOString())),
  estimateMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
  labels: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
});

/** The keys of a task in a group, of which it has several if it is in several. */
type Keys = (row: Task) => (string | null)[];

test('statistics equal a plain computation from the records, in any zone and by any two groups', async () => {
  const app = await createTestApp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(task, { minLength: 1, maxLength: 14 }),
      fc.constantFrom(...zones),
      fc.constantFrom(...ofDays),
      async (tasks, timeZone, bucket) => {
        const ada = await app.person('Ada');
        const labelIds = await Promise.all(
          [0, 1, 2].map(async (i) => (await ada.mutate('createLabel', { name: `L${i}` })).id),
        );
        for (const { labels, ...input } of tasks)
          await ada.mutate('createTask', { title: 'T', ...input, labelIds: labels.map((i) => labelIds[i]) });
        const own = createCalendar(app.clock.now(), { ...berlin, timeZone, weekStartsOn: 'MONDAY' });
        const dayOf = {
          DUE_ON: ({ dueOn }: Task) => dueOn,
          SCHEDULED_AT: ({ scheduledAt }: Task) => scheduledAt && own.dayOf(new Date(scheduledAt)),
        };
        const hourOf = ({ scheduledAt }: Task) =>
          scheduledAt && String(Temporal.Instant.from(scheduledAt).toZonedDateTimeISO(timeZone).hour);
        const keysOf = (group: string | null, time: keyof typeof dayOf): Keys => {
          if (group === 'PRIORITY') return ({ priority }) => [priority];
          if (group === 'LABEL') return ({ labels }) => (labels.length > 0 ? labels.map((i) => labelIds[i]) : [null]);
          if (group === 'HOUR_OF_DAY') return (row) => [hourOf(row)];
          if (group === null) return () => [null];
          return (row) => {
            const day = dayOf[time](row);
            return [day && dayOfWeek(day)];
          };
        };
        const questions = [null, bucket].flatMap((period) =>
          (['DUE_ON', 'SCHEDULED_AT'] as const).flatMap((time) =>
            [
              [null, null],
              ['PRIORITY', null],
              ['LABEL', 'WEEKDAY'],
              ['WEEKDAY', 'PRIORITY'],
              ...(time === 'SCHEDULED_AT' ? [['WEEKDAY', 'HOUR_OF_DAY']] : []),
            ].map(([groupBy = null, thenBy = null]) => ({ bucket: period, time, groupBy, thenBy, timeZone })),
          ),
        );
        for (const asked of questions) {
          const periodsOf: Keys = (row) => {
            const day = asked.bucket === null ? null : dayOf[asked.time](row);
            return [day && firstOf(day, asked.bucket ?? 'DAY', own)];
          };
          const [first, second] = [keysOf(asked.groupBy, asked.time), keysOf(asked.thenBy, asked.time)];
          const { counted, plain } = await both(ada, asked, tasks, [periodsOf, first, second]);
          expect({ asked, rows: counted }).toEqual({ asked, rows: plain });
        }
      },
    ),
    { numRuns: tries(8) },
  );
});

const near = (value: number | null) => (value === null ? null : Number(value.toPrecision(9)));

/** What is answered, and the same from the rows by the slots that each belongs in. */
async function both(person: SignedInPerson, variables: object, tasks: Task[], slots: readonly Keys[]) {
  const query = `query ($time: TaskStatsTime, $bucket: StatsBucket, $timeZone: TimeZone, $groupBy: TaskStatsGroup, $thenBy: TaskStatsGroup) {
    taskStats(time: $time, bucket: $bucket, timeZone: $timeZone, groupBy: $groupBy, thenBy: $thenBy) {
      period { startsOn } key thenKey count
      estimateMinutes { count sum mean min max median standardDeviation state missing }
    }
  }`;
  const { taskStats } = await person.query(query, variables);
  const expected = new Map<string, Task[]>();
  for (const row of tasks) {
    const places = slots.reduce<(string | null)[][]>(
      (before, keys) => before.flatMap((path) => keys(row).map((key) => [...path, key])),
      [[]],
    );
    for (const place of places) expected.set(String(place), [...(expected.get(String(place)) ?? []), row]);
  }
  type Row = Answer & { thenKey: string | null; estimateMinutes: ReturnType<typeof summary> };
  const counted = taskStats.map(({ period, key, thenKey, count, estimateMinutes: of }: Row) => [
    String([period?.startsOn ?? null, key, thenKey]),
    count,
    of && { ...of, mean: near(of.mean), standardDeviation: near(of.standardDeviation) },
  ]);
  const plain = [...expected].map(([slot, rows]) => [
    slot,
    rows.length,
    summary(rows.flatMap((r) => r.estimateMinutes ?? [])),
  ]);
  const bySlot = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
  return { counted: counted.sort(bySlot), plain: plain.sort(bySlot) };
}

function summary(values: number[]) {
  const [count, sorted] = [values.length, values.toSorted((a, b) => a - b)];
  if (count === 0) return null;
  const sum = values.reduce((all, value) => all + value, 0);
  const mean = sum / count;
  const squares = values.reduce((all, value) => all + (value - mean) ** 2, 0);
  const middle = [sorted[Math.floor((count - 1) / 2)] ?? 0, sorted[Math.floor(count / 2)] ?? 0];
  const isEnough = count >= 3;
  return {
    ...{ count, sum, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 },
    mean: isEnough ? near(mean) : null,
    median: isEnough ? ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2 : null,
    standardDeviation: isEnough ? near(Math.sqrt(squares / (count - 1))) : null,
    state: isEnough ? 'OK' : 'NOT_ENOUGH_DATA',
    missing: isEnough ? null : `A mean takes 3 values or more. There ${count === 1 ? 'is 1' : `are ${count}`}.`,
  };
}

/** Zones with offsets of quarters of an hour, minutes and seconds, and with changes at odd times, at years when they had them. */
const oddZones: [string, string][] = [
  ['Asia/Kathmandu', '2026-11-22'],
  ['Asia/Kolkata', '2026-11-22'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['America/St_Johns', '2006-10-28'],
  ['Africa/Monrovia', '1972-01-06'],
  ['Europe/Amsterdam', '1937-06-30'],
  ['Europe/Berlin', '1893-03-31'],
  ['Pacific/Apia', '2011-12-29'],
];

test('times are counted in the period that they are in, wherever a day starts', async () => {
  const app = await createTestApp();
  for (const [zone, date] of oddZones) {
    for (const dayStartsAt of ['00:00', '04:07']) {
      const ada = await app.person('Ada', zone);
      await ada.mutate('updateProfile', { dayStartsAt });
      const own = createCalendar(app.clock.now(), { ...berlin, timeZone: zone, dayStartsAt, weekStartsOn: 'MONDAY' });
      // Around the starts of four days and of hours within them, to the millisecond.
      const starts = [0, 1, 2, 3].map((days) => own.startOfDay(own.addDays(date, days)).getTime());
      const times = starts.flatMap((start) =>
        [0, 1, 5, 23].flatMap((h) => [-1, 0, 61_000].map((ms) => start + h * 3_600_000 + ms)),
      );
      const row = (time: number, index: number) => ({
        id: newId(),
        ...{ ownerId: ada.id.slice('Account:'.length), createdAt: app.clock.now(), updatedAt: app.clock.now() },
        ...{ title: 'T', titleNormalized: 't', position: index, scheduledAt: new Date(time) },
      });
      await app.db.write((client) => client.task.createMany({ data: times.map(row) }));
      for (const bucket of buckets) {
        const expected = new Map<string, number>();
        for (const time of times) {
          const at = periodOf(new Date(time), bucket, own).startsAt.toISOString();
          expected.set(at, (expected.get(at) ?? 0) + 1);
        }
        const { taskStats } = await ada.query(
          `{ taskStats(time: SCHEDULED_AT, bucket: ${bucket}) { period { startsAt } count } }`,
        );
        const counted = taskStats.map(({ period, count }: Answer) => [
          new Date(period?.startsAt ?? '').toISOString(),
          count,
        ]);
        expect([zone, dayStartsAt, bucket, counted]).toEqual([
          zone,
          dayStartsAt,
          bucket,
          [...expected].sort(([a], [b]) => (a < b ? -1 : 1)),
        ]);
      }
    }
  }
});

test('only the measures that are asked for are read, in whatever fragment', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'T', estimateMinutes: 5 });
  const before = app.statements.length;
  const { taskStats } = await ada.query(
    'query { taskStats { ...Some } } fragment Some on TaskStats { ... on TaskStats { minutes: estimateMinutes { sum } } }',
  );
  expect(taskStats).toEqual([{ minutes: { sum: 5 } }]);
  const sql = app.statements.slice(before).filter((text) => text.includes('COUNT(*)'));
  expect(sql.map((text) => [text.includes('"estimateMinutes"'), text.includes('"carryOverCount"')])).toEqual([
    [true, false],
  ]);
});

test('entries are sorted by time, those without a time last, and within a period by count, the greatest first', async () => {
  const ada = await (await createTestApp()).person();
  const put = (dueOn: string | null, priority: string) => ada.mutate('createTask', { title: 'T', dueOn, priority });
  await put(null, 'LOW');
  await put('2026-12-02', 'HIGH');
  for (const priority of ['HIGH', 'LOW', 'LOW', 'NONE']) await put('2026-11-02', priority);
  const query = '{ taskStats(groupBy: PRIORITY, bucket: MONTH, time: DUE_ON) { period { startsOn } key count } }';
  const rows = (await ada.query(query)).taskStats.map(({ period, key, count }: Answer) => [
    period?.startsOn ?? null,
    key,
    count,
  ]);
  expect(rows).toEqual([
    ['2026-11-01', 'LOW', 2],
    ['2026-11-01', 'HIGH', 1],
    ['2026-11-01', 'NONE', 1],
    ['2026-12-01', 'HIGH', 1],
    [null, 'LOW', 1],
  ]);
  const weekdays = await ada.query(
    '{ taskStats(groupBy: WEEKDAY, thenBy: PRIORITY, time: DUE_ON) { key thenKey count } }',
  );
  expect(
    weekdays.taskStats.map(({ key, thenKey, count }: Answer & { thenKey: string }) => [key, thenKey, count]),
  ).toEqual([
    ['MONDAY', 'LOW', 2],
    ['MONDAY', 'HIGH', 1],
    ['MONDAY', 'NONE', 1],
    ['WEDNESDAY', 'HIGH', 1],
    [null, 'LOW', 1],
  ]);
  const filtered = await ada.query(
    '{ taskStats(filter: { priority: { gte: HIGH } }) { count key period { startsOn } } }',
  );
  expect(filtered.taskStats).toEqual([{ count: 2, key: null, period: null }]);
});

test('hours and weekdays are those of the clock and the days of a zone, also where its clocks change', async () => {
  const ada = await (await createTestApp()).person();
  await ada.mutate('updateProfile', { dayStartsAt: '04:00' });
  // Sunday, 25 October: the clocks go back from three to two in Berlin. Saturday lasts until four.
  for (const scheduledAt of [
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-10-25T02:59:00Z',
    '2026-10-25T03:00:00Z',
  ])
    await ada.mutate('createTask', { title: 'T', scheduledAt });
  const ask = async (timeZone: string) => {
    const query = `{ taskStats(groupBy: WEEKDAY, thenBy: HOUR_OF_DAY, time: SCHEDULED_AT, timeZone: "${timeZone}") { key thenKey count } }`;
    return (await ada.query(query)).taskStats.map((row: { key: string; thenKey: string; count: number }) =>
      [row.key, row.thenKey, row.count].join(' '),
    );
  };
  expect(await ask('Europe/Berlin')).toEqual(['SATURDAY 2 2', 'SATURDAY 3 1', 'SUNDAY 4 1']);
  expect(await ask('America/New_York')).toEqual(['SATURDAY 20 1', 'SATURDAY 21 1', 'SATURDAY 22 1', 'SATURDAY 23 1']);
});

test('durations, shares and counts of related records are measures, and groups reach across to-one relations', async () => {
  const ada = await (await createTestApp()).person();
  const { id: seriesId } = await ada.mutate('createMeetingSeries', { title: 'Weekly' });
  const { id: personId } = await ada.mutate('createPerson', { name: 'Ann' });
  const meet = (input: object) => ada.mutate('createMeeting', { title: 'M', ...input });
  const at = (startsAt: string, endsAt: string) => meet({ seriesId, startsAt, endsAt, attendees: [{ personId }] });
  const { id: meetingId } = await at('2026-11-02T09:00:00Z', '2026-11-02T09:30:00Z');
  await at('2026-11-03T09:00:00Z', '2026-11-03T10:00:00Z');
  await at('2026-11-04T09:00:00Z', '2026-11-04T09:45:00Z');
  await meet({ startsOn: '2026-11-05', endsOn: '2026-11-05' });
  const { meetingStats } = await ada.query(
    '{ meetingStats { count durationMinutes { count sum mean median } attendeeCount { sum max } } }',
  );
  expect(meetingStats).toEqual([
    { count: 4, durationMinutes: { count: 3, sum: 135, mean: 45, median: 45 }, attendeeCount: { sum: 3, max: 1 } },
  ]);
  const metric = { start: 0, target: 10, unit: 'talks' };
  for (const value of [-5, 5, 8, 20]) {
    const { id: goalId } = await ada.mutate('createGoal', { title: 'G', kind: 'KEY_RESULT', metric });
    await ada.mutate('createGoalCheckIn', { goalId, value, health: 'ON_TRACK' });
  }
  await ada.mutate('createGoal', { title: 'None', kind: 'PROJECT' });
  const { goalStats } = await ada.query('{ goalStats { count metricProgress { count min max median } } }');
  expect(goalStats).toEqual([{ count: 5, metricProgress: { count: 4, min: 0, max: 1, median: 0.65 } }]);
  for (const energy of [2, 4]) await ada.mutate('createEnergyEntry', { energy, meetingId });
  await ada.mutate('createEnergyEntry', { energy: 5 });
  const { energyEntryStats } = await ada.query(
    '{ energyEntryStats(groupBy: SERIES) { key node { ... on MeetingSeries { title } } energy { sum mean missing } } }',
  );
  const missing = (n: string) => `A mean takes 3 values or more. There ${n}.`;
  expect(energyEntryStats).toEqual([
    { key: seriesId, node: { title: 'Weekly' }, energy: { sum: 6, mean: null, missing: missing('are 2') } },
    { key: null, node: null, energy: { sum: 5, mean: null, missing: missing('is 1') } },
  ]);
});

test('too many entries and unknown time zones are refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const errorResponse = async (query: string) => (await ada.ask(query)).errors?.[0]?.extensions;
  expect(await errorResponse('{ taskStats(timeZone: "Europe/Atlantis") { count } }')).toMatchObject({
    code: 'BAD_USER_INPUT',
    issues: [{ path: ['timeZone'] }],
  });
  expect(await errorResponse('{ taskStats(thenBy: LABEL) { count } }')).toMatchObject({
    issues: [{ path: ['thenBy'] }],
  });
  const hours = '{ taskStats(groupBy: LABEL, thenBy: HOUR_OF_DAY, time: DUE_ON) { count } }';
  expect(await errorResponse(hours)).toMatchObject({ issues: [{ path: ['thenBy'] }] });
  const ownerId = ada.id.slice('Account:'.length);
  const now = app.clock.now();
  const row = (index: number) => ({
    id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    ...{ ownerId, createdAt: now, updatedAt: now, title: 'T', titleNormalized: 't', position: index },
    dueOn: calendar.addDays('2020-01-01', index),
  });
  await app.db.write((client) =>
    client.task.createMany({ data: Array.from({ length: 1_001 }, (_, index) => row(index)) }),
  );
  expect(await errorResponse('{ taskStats(bucket: DAY, time: DUE_ON) { count } }')).toMatchObject({
    code: 'BAD_USER_INPUT',
    issues: [{ path: ['bucket'], message: expect.stringContaining('more than 1000') }],
  });
  expect((await ada.query('{ taskStats(bucket: WEEK, time: DUE_ON) { count } }')).taskStats.length).toBe(144);
  await app.db.write((client) => client.task.deleteMany({ where: { id: row(0).id } }));
  expect((await ada.query('{ taskStats(bucket: DAY, time: DUE_ON) { count } }')).taskStats.length).toBe(1_000);
});
