import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { scripted } from '../../../support/scripts.ts';
import { createSkills } from '../../../support/skills.ts';

const day = 86_400_000;
const ask = `query ($id: ID!, $from: Date, $to: Date) { readinessDrops(roleId: $id, from: $from, to: $to) {
  date before after causes { requirement { title } before after } } }`;

test('the days on which readiness dropped have their causes, also of what expired, and no other account sees them', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await scripted(app, await app.person()), await scripted(app, await app.person('Bob'))];
  const [design = ''] = await createSkills(ada, 'Design');
  const requirements = [
    { kind: 'SKILL', title: 'Designs', weight: 60, skillId: design, level: 4 },
    { kind: 'ARTIFACT', title: 'A CV', weight: 40, artifactKind: 'CV', requiredCount: 1 },
  ];
  const { id } = await ada.mutate('createRoleProfile', { title: 'Staff engineer', requirements });
  const assess = (level: number) => ada.mutate('createAssessment', { skillId: design, level, source: 'SELF' });
  await assess(4);
  await ada.mutate('createArtifact', { title: 'CV', kind: 'CV', expiresOn: '2026-11-25' });
  const drops = async (more: object = {}) => (await ada.query(ask, { id, ...more })).readinessDrops;
  expect(await drops()).toEqual([]);
  app.clock.advance(7 * day);
  await assess(2);
  // What is back at the end of the day has not dropped.
  app.clock.advance(day);
  await assess(1);
  await assess(2);
  const expired = {
    date: '2026-11-26',
    before: 100,
    after: 60,
    causes: [{ requirement: { title: 'A CV' }, before: 1, after: 0 }],
  };
  const forgot = {
    date: '2026-11-30',
    before: 60,
    after: 30,
    causes: [{ requirement: { title: 'Designs' }, before: 1, after: 0.5 }],
  };
  expect(await drops()).toEqual([forgot, expired]);
  expect(await drops({ from: '2026-11-30' })).toEqual([forgot]);
  expect(await drops({ to: '2026-11-29' })).toEqual([expired]);
  // Another bar is no drop.
  app.clock.advance(day);
  await ada.mutate('updateRoleProfile', {
    id,
    requirements: requirements.map((one) => ({ ...one, ...(one.kind === 'SKILL' && { level: 5 }) })),
  });
  app.clock.advance(day);
  expect(await drops()).toEqual([forgot, expired]);
  expect((await bob.query(ask, { id })).readinessDrops).toBeNull();
  expect((await ada.ask(ask, { id, from: '-P1Y' })).errors?.[0]?.message).toContain('must be at most 120');
  expect((await ada.ask(ask, { id, to: 'P1D' })).errors?.[0]?.message).toContain('must not be in the future');
});
