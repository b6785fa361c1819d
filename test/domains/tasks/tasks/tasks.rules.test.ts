import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBetween, positionBetween, spread } from '../../../../src/domains/tasks/tasks/tasks.plans.ts';
import {
  positionStep,
  reopened,
  type Status,
  schedule,
  updateTaskInput,
  withStatus,
} from '../../../../src/domains/tasks/tasks/tasks.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';
import { parsedBy } from '../../../../src/platform/validation/current-calendar.ts';
import { enumOf } from '../../../../src/platform/validation/enum-rules.ts';

const statuses = enumOf('TaskStatus').options;
const now = new Date('2026-11-23T09:00:00Z');
const earlier = new Date('2026-11-20T09:00:00Z');
const calendarIn = (timeZone: string, dayStartsAt = '04:00') =>
  createCalendar(now, { timeZone, dayStartsAt, weekStartsOn: 'MONDAY' });

test('a task has a completedAt exactly while it is done, and keeps the first', () => {
  for (const from of statuses) {
    const task = { status: from, completedAt: from === 'DONE' ? earlier : null };
    for (const to of statuses) {
      const completedAt = to !== 'DONE' ? null : from === 'DONE' ? earlier : now;
      expect(withStatus(task, to, now)).toMatchObject({ status: to, completedAt });
    }
  }
});

test('reopening applies to done and cancelled tasks only', () => {
  expect(statuses.map(reopened)).toEqual<Status[]>(['TODO', 'IN_PROGRESS', 'TODO', 'TODO']);
});

test('a task is scheduled for a day or a time, and setting one clears the other', () => {
  expect(schedule({ scheduledOn: '2026-11-23' })).toEqual({ scheduledOn: '2026-11-23', scheduledAt: null });
  expect(schedule({ scheduledAt: now })).toEqual({ scheduledOn: null, scheduledAt: now });
  expect(schedule({ scheduledOn: null, scheduledAt: now })).toEqual({ scheduledOn: null, scheduledAt: now });
  expect(schedule({ scheduledOn: null })).toEqual({ scheduledOn: null });
  expect(schedule({ scheduledAt: null })).toEqual({ scheduledAt: null });
  expect(schedule({})).toEqual({});
});

test('changes that are left out stay out, and null stays null', () => {
  const id = '01920000-0000-7000-8000-000000000000';
  const parse = (input: object) => parsedBy(calendarIn('Europe/Berlin'), () => updateTaskInput.parse({ id, ...input }));
  expect(parse({})).toEqual({ id });
  const empty = { scheduledOn: null, scheduledAt: null, dueOn: null, estimateMinutes: null, parentId: null };
  expect(parse(empty)).toEqual({ id, ...empty });
});

const position = fc.double({ min: -1e9, max: 1e9, noNaN: true });

test('a position between two others is strictly between them, or there is none', () => {
  fc.assert(
    fc.property(fc.option(position), fc.option(position), (one, other) => {
      const [before, after] = one !== null && other !== null && one > other ? [other, one] : [one, other];
      const between = positionBetween(before, after);
      const [min, max] = [before ?? Number.NEGATIVE_INFINITY, after ?? Number.POSITIVE_INFINITY];
      // Only two neighbouring doubles, or two equal ones, have no room between them.
      const middle = min / 2 + max / 2;
      const hasRoom = before === null || after === null || (middle > min && middle < max);
      expect(between !== null).toBe(hasRoom);
      expect(between === null || (between > min && between < max)).toBe(true);
      expect(between === null || isBetween(between, before, after)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('40 insertions at one place fit between two new tasks', () => {
  let after = 2 * positionStep;
  for (let insertion = 0; insertion < 40; insertion++) {
    const between = positionBetween(positionStep, after);
    expect(between).not.toBeNull();
    after = between ?? after;
  }
});

test('spread positions rise evenly, end where they may, and are refused where they would be cramped', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
      fc.option(fc.integer({ min: 1, max: 100_000 })),
      fc.integer({ min: 1, max: 300 }),
      (before, room, count) => {
        const last = room === null ? null : before + room;
        const positions = spread(before, last, count);
        const isCramped = room !== null && room < count;
        expect(positions === null).toBe(isCramped);
        if (positions === null) return;
        const gaps = positions.map((is, index) => is - (positions[index - 1] ?? before));
        expect(gaps).toHaveLength(count);
        expect(Math.min(...gaps)).toBeGreaterThan(0.9);
        expect(positions.at(-1)).toBeCloseTo(last ?? before + count * positionStep, 3);
      },
    ),
    { numRuns: 200 },
  );
});
