import { expect, test } from 'vitest';
import { summarizeCheckIns } from '../../../../src/domains/goals/check-ins/check-ins.rules.ts';
import {
  metricColumns,
  metricOf,
  reopened,
  requireOrderOfDates,
  requireWeight,
  withStatus,
} from '../../../../src/domains/goals/goals/goals.rules.ts';
import { GoalStatus } from '../../../../src/generated/sqlite/enums.ts';

test('a goal is closed from the time it is achieved or abandoned until it is reopened', () => {
  const [before, now] = [new Date('2026-11-20T10:00:00Z'), new Date('2026-11-23T10:00:00Z')];
  for (const next of ['ACHIEVED', 'ABANDONED'] as const) {
    expect(withStatus({ status: 'ACTIVE', closedAt: null }, next, now)).toEqual({ status: next, closedAt: now });
    expect(withStatus({ status: next, closedAt: before }, next, now)).toEqual({ status: next, closedAt: before });
    expect(withStatus({ status: next, closedAt: before }, 'PLANNED', now)).toEqual({
      status: 'PLANNED',
      closedAt: null,
    });
  }
  expect(withStatus({ status: 'ACHIEVED', closedAt: before }, 'ABANDONED', now).closedAt).toBe(now);
  expect(Object.values(GoalStatus).map(reopened)).toEqual(['PLANNED', 'ACTIVE', 'ACTIVE', 'ACTIVE']);
});

test('the latest check-ins decide on health and current value, which is the start before the first', () => {
  const goalOf = (metricStart: number | null) => ({ metricStart });
  expect(summarizeCheckIns(goalOf(5), null, null)).toEqual({ health: null, metricCurrent: 5 });
  expect(summarizeCheckIns(goalOf(5), { health: 'AT_RISK' }, { value: 0 })).toEqual({
    health: 'AT_RISK',
    metricCurrent: 0,
  });
  expect(summarizeCheckIns(goalOf(5), { health: 'AT_RISK' }, null)).toEqual({ health: 'AT_RISK', metricCurrent: 5 });
  // What was measured once does not make an unmeasured goal measured.
  expect(summarizeCheckIns(goalOf(null), { health: 'ON_TRACK' }, { value: 7 })).toEqual({
    health: 'ON_TRACK',
    metricCurrent: null,
  });
});

test('the direction of a metric follows from its start and target', () => {
  expect(metricColumns({ start: 1, target: 3, unit: 'talks' })).toMatchObject({ metricDirection: 'INCREASE' });
  expect(metricColumns({ start: 1, target: -3, unit: '' })).toMatchObject({ metricDirection: 'DECREASE' });
  const columns = { ...metricColumns({ start: 1, target: 3, unit: 'talks' }), metricCurrent: 2 };
  expect(metricOf(columns)).toEqual({ start: 1, target: 3, current: 2, unit: 'talks', direction: 'INCREASE' });
  expect(metricOf({ ...metricColumns(null), metricCurrent: null })).toBeNull();
});

test('a goal with both days is due on the day it starts or later', () => {
  for (const dates of [
    {},
    { startsOn: '2026-11-23' },
    { startsOn: null, dueOn: '2026-11-23' },
    { startsOn: '2026-11-23', dueOn: '2026-11-23' },
  ]) {
    expect(() => requireOrderOfDates(dates)).not.toThrow();
  }
  expect(() => requireOrderOfDates({ startsOn: '2026-11-24', dueOn: '2026-11-23' })).toThrow(
    'input.dueOn: must not be before startsOn',
  );
});

test('a weight may be 0 while another part has one above 0', () => {
  for (const others of [[1], [0, 100]]) expect(() => requireWeight(0, others)).not.toThrow();
  expect(() => requireWeight(1, [])).not.toThrow();
  for (const others of [[], [0, 0]]) expect(() => requireWeight(0, others)).toThrow('input.weight: must not be 0');
});
