import { expect, onTestFinished, test, vi } from 'vitest';
import { seed } from '../../src/cli/seed.ts';
import { seedDemo } from '../../src/demo/seed.ts';
import { readiness } from '../../src/domains/hiring/readiness/readiness.service.ts';
import { actAs } from '../../src/platform/context.ts';
import { modelKeyOf, ownedModels, type Row } from '../../src/platform/database/models.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { leaveToCI } from '../support/services.ts';

/** All rows of each type that has an owner, without their ids, for which chance is needed. */
async function contents(app: TestApp): Promise<Record<string, string[]>> {
  const texts = (rows: object[]) =>
    rows.map((row) => JSON.stringify(row, (key, value) => (/id$/i.test(key) ? null : value))).sort();
  const tables = ownedModels.map(async (model): Promise<[string, string[]]> => {
    const table = app.db.reads[modelKeyOf(model)] as unknown as { findMany(): Promise<object[]> };
    return [model, texts(await table.findMany())];
  });
  return Object.fromEntries(await Promise.all(tables));
}

/** What the demo has none of. */
const notLived = [
  // It comes of a program that reads calendars, and not of a life.
  'CalendarFeed',
];

async function seeded(seed: number, days: number): Promise<{ app: TestApp; account: Row<'account'>; told: number[] }> {
  const app = await createTestApp();
  const told: number[] = [];
  const onProgress = (done: number) => told.push(done);
  return { app, account: await seedDemo(app.systemContext(), { seed, days, onProgress }), told };
}

/** All but the moments at which energy is asked for, and their reminders: chance draws them by the id of the account. */
const drawn = ['EnergySampling', 'EnergyPrompt', 'Reminder'];
const withoutPrompts = (life: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(life).filter(([model]) => !drawn.includes(model)));

test('the same seed writes the same life again, and another one another', async (context) => {
  leaveToCI(context);
  const [one, same, other] = [await seeded(7, 3), await seeded(7, 3), await seeded(8, 3)];
  expect(one.told).toEqual(Array.from({ length: 6 }, (_, i) => i + 1));
  const life = await contents(one.app);
  expect(Object.values(life).flat().length).toBeGreaterThan(400);
  expect(withoutPrompts(await contents(same.app))).toEqual(withoutPrompts(life));
  expect(await contents(other.app)).not.toEqual(life);
});

test('the demo has something of everything, each as of its moment, and is not written twice', async () => {
  const days = 8;
  const { app, account } = await seeded(1, days);
  const { clock, db } = app;
  const life = await contents(app);
  const count = (model: string) => life[model]?.length ?? 0;
  for (const model of ownedModels.filter((name) => !notLived.includes(name))) {
    expect([model, count(model) > 0]).toEqual([model, true]);
  }
  // What happens once is all there, and of the rest as much as falls on a few of the half-year's days.
  const once = { Skill: 40, Goal: 12, Person: 12, RoleProfile: 2, Artifact: 5, Story: 8, PracticeInterview: 12 };
  for (const [model, number] of Object.entries({ ...once, JobApplication: 10 })) {
    expect([model, count(model)]).toEqual([model, number]);
  }
  const often = { Task: 1_000, Learning: 150, EnergyEntry: 500, Feedback: 80, Meeting: 180 };
  for (const [model, inHalfYear] of Object.entries(often)) {
    expect([model, count(model) >= Math.floor((inHalfYear * days) / 182)]).toEqual([model, true]);
  }
  expect(await db.reads.learning.count({ where: { NOT: { trashedAt: null } } })).toBeGreaterThan(0);

  const tasks = await db.reads.task.findMany();
  const done = tasks.filter(({ status }) => status === 'DONE');
  expect(done.every(({ completedAt, createdAt }) => completedAt && completedAt > createdAt)).toBe(true);
  for (const { createdAt, updatedAt } of tasks) {
    expect(createdAt <= updatedAt && updatedAt <= clock.now()).toBe(true);
  }
  expect(Math.min(...tasks.map(({ createdAt }) => createdAt.getTime()))).toBeLessThan(
    clock.now().getTime() - (days - 2) * 86_400_000,
  );

  await expect(seedDemo(app.systemContext(), { seed: 1, days: 1, onProgress: () => {} })).rejects.toThrow(
    'exists already',
  );
  // The command says what to do, and prints a new sign-in link.
  const info = vi.spyOn(console, 'info').mockImplementation(() => {});
  onTestFinished(() => info.mockRestore());
  expect(await seed.run(app.config, { demo: true as never }, [])).toBe(0);
  expect(info.mock.calls.join('\n')).toMatch(/exists already\. To create it again, .*deleteAccount.*sign-in\?token=/s);
  const owner = {
    accountId: account.id,
    account,
    actor: 'server',
    sessionId: null,
    canWrite: false,
    canIntegrate: false,
  };
  const roles = await db.reads.roleProfile.findMany();
  for (const { id } of roles) {
    const ready = await readiness(actAs(app.systemContext(), owner), { roleId: id, asOf: 'TODAY' });
    expect(new Set(ready?.criteria.map(({ state }) => state))).toEqual(new Set(['MET', 'PARTLY', 'UNMET']));
  }
  // A drop that `readinessDrops` names: the certificate has expired.
  const platform = roles.find(({ company }) => company === 'Larkspur');
  const stateOn = async (asOf: string) => {
    const ready = await readiness(actAs(app.systemContext(), owner), { roleId: platform?.id ?? '', asOf });
    return ready?.criteria.find(({ requirement }) => requirement.artifactKind === 'CERTIFICATE')?.state;
  };
  expect([await stateOn('-P4D'), await stateOn('TODAY')]).toEqual(['MET', 'UNMET']);
});
