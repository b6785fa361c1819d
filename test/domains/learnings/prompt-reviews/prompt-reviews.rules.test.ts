import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { default_w } from 'ts-fsrs';
import { expect, test } from 'vitest';
import {
  elapsedDaysOf,
  type Memory,
  newMemory,
  type PromptRating,
  retrievabilityBy,
  reviewed,
} from '../../../../src/domains/learnings/prompt-reviews/prompt-reviews.rules.ts';
import { parametersOf } from '../../../../src/domains/learnings/review-settings/review-settings.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';
import '../../../support/properties.ts';

const settings = { timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' } as const;
const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), settings);
const defaults = parametersOf(null);
const ratings = ['AGAIN', 'HARD', 'GOOD', 'EASY'] as const satisfies PromptRating[];
const start = '2000-01-01';
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const after = (days: number) => noonOf(calendar.addDays(start, days));

/** Reviews a prompt on some days, counted from the first. */
function review(reviews: readonly [days: number, rating: PromptRating][], parameters = defaults): Memory[] {
  let memory: Memory = newMemory(start);
  return reviews.map(([days, rating]) => {
    memory = reviewed(memory, rating, after(days), parameters, calendar);
    return memory;
  });
}

test('the first review of a prompt is as ts-fsrs and fsrs-rs have it', () => {
  const first = ratings.map((rating) => review([[0, rating]])[0]);
  expect(first.map((memory) => memory?.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
  expect(first.map((memory) => memory?.difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
  expect(first.map((memory) => memory?.scheduledDays)).toEqual([0, 0, 0, 8]);
  expect(first.map((memory) => memory?.state)).toEqual(['LEARNING', 'LEARNING', 'LEARNING', 'REVIEW']);
  expect(first.map((memory) => memory?.dueAt?.toISOString().slice(11, 16))).toEqual([
    '12:01',
    '12:06',
    '12:10',
    undefined,
  ]);
  expect(first.map((memory) => memory?.dueOn)).toEqual([start, start, start, '2000-01-09']);
});

test('intervals and memory are those of the vectors of ts-fsrs', () => {
  const all = [
    'GOOD',
    'GOOD',
    'GOOD',
    'GOOD',
    'GOOD',
    'GOOD',
    'AGAIN',
    'AGAIN',
    'GOOD',
    'GOOD',
    'GOOD',
    'GOOD',
    'GOOD',
  ] as const;
  let [memory, day]: [Memory, string] = [newMemory(start), start];
  const intervals = all.map((rating) => {
    memory = reviewed(memory, rating, noonOf(day), defaults, calendar);
    day = memory.dueOn;
    return memory.scheduledDays;
  });
  expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  const last = review([
    [0, 'AGAIN'],
    [0, 'GOOD'],
    [1, 'GOOD'],
    [4, 'GOOD'],
    [12, 'GOOD'],
    [33, 'GOOD'],
  ]).at(-1);
  expect(last?.stability).toBeCloseTo(53.62691, 4);
  expect(last?.difficulty).toBeCloseTo(6.3574867, 4);
});

interface Known {
  w: number[] | null;
  desiredRetention: number;
  reviews: [
    ...[
      day: number,
      grade: number,
      retrievability: number | null,
      state: string,
      stability: number,
      difficulty: number,
    ],
    ...[step: number, scheduled: number, minutes: number | null, lapses: number],
  ][];
}
/** 240 histories by another implementation. `generate.py` beside it made it. */
const known: Known[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/fsrs-6/histories.json', import.meta.url), 'utf8'),
);

test('states, intervals and probabilities agree with another implementation', () => {
  expect(known).toHaveLength(240);
  const seen = new Set<string>();
  for (const { w, desiredRetention, reviews } of known) {
    const parameters = { w: w ?? default_w, desiredRetention, isFitted: w !== null };
    const retrievabilityOf = retrievabilityBy(parameters);
    let memory: Memory = newMemory(start);
    for (const [
      days,
      grade,
      retrievability,
      state,
      stability,
      difficulty,
      step,
      scheduled,
      minutes,
      lapses,
    ] of reviews) {
      const [at, day] = [after(days), calendar.addDays(start, days)];
      const known = retrievabilityOf(memory, day);
      expect(known === null).toBe(retrievability === null);
      expect(Math.abs((known ?? 0) - (retrievability ?? 0))).toBeLessThan(1e-9);
      memory = reviewed(memory, ratings[grade - 1] as PromptRating, at, parameters, calendar);
      expect(memory).toMatchObject({
        ...{ state, learningStep: step, scheduledDays: scheduled, lapseCount: lapses, reviewedOn: day },
        dueAt: minutes === null ? null : new Date(at.getTime() + minutes * 60_000),
        dueOn: calendar.addDays(day, scheduled),
      });
      expect(Math.abs((memory.stability ?? 0) - stability)).toBeLessThan(1e-9);
      expect(Math.abs((memory.difficulty ?? 0) - difficulty)).toBeLessThan(1e-9);
      seen.add(memory.state);
    }
  }
  expect([...seen].sort()).toEqual(['LEARNING', 'RELEARNING', 'REVIEW']);
});

test('days are those of the owner, for scheduling and for the probability alike', () => {
  // 23:50 in Auckland and 00:10 are a day apart there, on one day in UTC; with a day from 04:00 on, they are one day.
  const [late, early] = [new Date('2026-11-20T10:50:00Z'), new Date('2026-11-20T11:10:00Z')];
  const inAuckland = (dayStartsAt: string) =>
    createCalendar(early, { ...settings, timeZone: 'Pacific/Auckland', dayStartsAt });
  const of = (zone: typeof calendar) => {
    const first = reviewed(newMemory('2026-11-20'), 'EASY', late, defaults, zone);
    const second = reviewed(first, 'GOOD', early, defaults, zone);
    const day = zone.dayOf(early);
    return [elapsedDaysOf(first, day, zone), retrievabilityBy(defaults)(first, day), second.stability] as const;
  };
  const [days, probability, stability] = of(inAuckland('00:00'));
  expect([days, probability]).toEqual([1, expect.closeTo(0.98292, 5)]);
  expect(stability).toBeGreaterThan(8.2956);
  const [sameDays, sameProbability, sameStability] = of(inAuckland('04:00'));
  // By the formula for the short term.
  expect([sameDays, sameProbability, sameStability]).toEqual([0, 1, 8.2956]);
  expect(
    review([
      [0, 'EASY'],
      [0, 'GOOD'],
    ])[1]?.stability,
  ).toBe(8.2956);
});

test('a step of minutes across the end of the day is due on the next', () => {
  const at = new Date('2026-11-20T23:55:00Z');
  expect(reviewed(newMemory('2026-11-20'), 'GOOD', at, defaults, calendar)).toMatchObject({
    ...{ dueOn: '2026-11-21', dueAt: new Date('2026-11-21T00:05:00Z'), reviewedOn: '2026-11-20' },
  });
});

test('more retention has shorter intervals, and better ratings longer ones', () => {
  const reviews = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(...ratings)), {
    ...{ minLength: 1, maxLength: 8 },
  });
  fc.assert(
    fc.property(reviews, fc.integer({ min: 0, max: 100 }), (gaps, gap) => {
      let day = 0;
      const history = gaps.map(([wait, rating]): [number, PromptRating] => {
        day += wait;
        return [day, rating];
      });
      const memory = review(history).at(-1) as Memory;
      const next = (rating: PromptRating, desiredRetention = 0.9) =>
        reviewed(memory, rating, after(day + gap), { ...defaults, desiredRetention }, calendar);
      const [again, hard, good, easy] = ratings.map((rating) => next(rating).scheduledDays) as [
        number,
        number,
        number,
        number,
      ];
      expect(again <= hard && hard <= good && good <= easy).toBe(true);
      expect(next('EASY', 0.97).scheduledDays).toBeLessThanOrEqual(next('EASY', 0.7).scheduledDays);
      expect(next('AGAIN').lapseCount).toBe(memory.lapseCount + (memory.state === 'REVIEW' ? 1 : 0));
    }),
    { numRuns: 100 },
  );
});
