import { expect, test } from 'vitest';
import type { ViewerContext } from '../../../src/platform/context.ts';
import { recordsAsOf } from '../../../src/platform/records/records-as-of.ts';
import { createTestApp, type SignedInPerson, type TestApp } from '../../support/app.ts';
import { contextOf } from '../../support/context.ts';
import { scripted } from '../../support/scripts.ts';
import { createSkills } from '../../support/skills.ts';

/** The context of a request that is overtaken by a write whenever it reads skills. */
async function overtaken(app: TestApp, person: SignedInPerson, write: () => Promise<unknown>): Promise<ViewerContext> {
  const ctx = await contextOf(app, person);
  const skill = new Proxy(ctx.db.skill, {
    get: (target, name) =>
      name !== 'findMany'
        ? Reflect.get(target, name)
        : async (query: object) => {
            await write();
            return target.findMany(query);
          },
  });
  const db = new Proxy(ctx.db, {
    get: (target, name) => {
      const own: unknown = name === 'skill' ? skill : Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  return { ...ctx, db };
}

test('a write while the past is read is no part of it', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const [writing, listening] = await createSkills(ada, 'Writing', 'Listening');
  app.clock.advance(86_400_000);
  const moment = app.clock.now();
  await ada.mutate('updateSkill', { id: writing, name: 'Later' });
  let count = 0;
  const ctx = await overtaken(app, ada, async () => {
    count += 1;
    await ada.mutate('updateSkill', { id: writing, name: `Later ${count}` });
    await ada.mutate('updateSkill', { id: listening, name: `Latest ${count}` });
  });
  const { past } = await recordsAsOf(ctx, moment);
  expect((await past?.records('skill'))?.map(({ name }) => name).sort()).toEqual(['Listening', 'Writing']);
  const listed = await past?.records('skill', { id: { in: ['none'] } });
  // All have changed by now, so that the condition leaves none out.
  expect(listed?.map(({ name }) => name).sort()).toEqual(['Listening', 'Writing']);
  expect(count).toBeGreaterThan(1);
});
