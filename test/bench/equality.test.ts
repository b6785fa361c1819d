import { expect, test } from 'vitest';
import { difference, withoutIdsAndTimes } from '../../bench/equality.ts';

const answer = (id: string, at: string, title = 'Call') =>
  JSON.stringify({ task: { id: `Task:${id}`, title, goal: { id: `Goal:${id}` }, createdAt: at } });

const [one, other] = ['01989b4e-7c35-7000-8000-000000000001', '01989b4e-7c35-7000-8000-000000000002'];
const [now, later] = ['2026-11-27T04:00:00.000Z', '2026-11-27T04:00:00.001Z'];

test('answers of writes are compared without the ids of tasks and without times', () => {
  const same = answer(one, later).replace(`Task:${one}`, `Task:${other}`);
  expect(same).not.toBe(answer(one, now));
  expect(withoutIdsAndTimes(same)).toBe(withoutIdsAndTimes(answer(one, now)));
  expect(withoutIdsAndTimes(answer(other, now))).not.toBe(withoutIdsAndTimes(answer(one, now)));
});

test('a difference is shown where it begins; equal answers have none', () => {
  expect(difference('{"a":1}', '{"a":1}')).toBeNull();
  expect(difference('{"a":1}', '{"a":2}')).toContain('at character 5');
  expect(difference('{"a":1}', '{"a":1')).toContain('at character 6');
});
