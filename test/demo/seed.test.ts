import { expect, test } from 'vitest';
import { seedDemo } from '../../src/demo/seed.ts';
import type { Row } from '../../src/platform/writer.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

/** What the demo says, without its ids, for which chance is needed. */
async function contents(app: TestApp): Promise<object> {
  const { task, learning, meeting, energyEntry, goal, goalCheckIn, assessment, meetingItem, dailyFocus } = app.db.reads;
  const order = { orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }] };
  const texts = (rows: object[]) =>
    rows.map((row) => JSON.stringify(row, (key, value) => (/id$/i.test(key) ? null : value))).sort();
  return {
    tasks: texts(await task.findMany(order)),
    learnings: texts(await learning.findMany(order)),
    meetings: texts(await meeting.findMany(order)),
    energy: texts(await energyEntry.findMany(order)),
    goals: texts(await goal.findMany(order)),
    checkIns: texts(await goalCheckIn.findMany(order)),
    assessments: texts(await assessment.findMany(order)),
    items: texts(await meetingItem.findMany(order)),
    focus: texts(await dailyFocus.findMany(order)),
  };
}

async function seeded(seed: number, days: number): Promise<{ app: TestApp; account: Row<'account'>; told: number[] }> {
  const app = await createTestApp();
  const told: number[] = [];
  const onProgress = (done: number) => told.push(done);
  return { app, account: await seedDemo(app.systemContext(), { seed, days, onProgress }), told };
}

test('the same seed writes the same life again, and another one another', async () => {
  const [one, same, other] = [await seeded(7, 3), await seeded(7, 3), await seeded(8, 3)];
  expect(one.told).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
  const life = await contents(one.app);
  expect(await contents(same.app)).toEqual(life);
  expect(await contents(other.app)).not.toEqual(life);
});

test('the demo has something of everything, each as of its moment, and is not written twice', async () => {
  const { app, account } = await seeded(1, 10);
  const { db, clock } = app;
  const where = { ownerId: account.id };
  for (const [model, least] of Object.entries({
    task: 60,
    learning: 150,
    skill: 40,
    goal: 12,
    goalCheckIn: 20,
    energyEntry: 40,
    meetingSeries: 8,
    meeting: 20,
    person: 12,
  })) {
    const table = db.reads[model as 'task'];
    expect(await table.count({ where }), model).toBeGreaterThanOrEqual(least);
  }
  const past = await db.reads.task.findMany({ where: { ...where, status: 'DONE' } });
  expect(
    past.every(({ completedAt, createdAt }) => completedAt && completedAt > createdAt && completedAt < clock.now()),
  ).toBe(true);
  await expect(seedDemo(app.systemContext(), { seed: 1, days: 1, onProgress: () => {} })).rejects.toThrow(
    'There is a demo account already',
  );
});
