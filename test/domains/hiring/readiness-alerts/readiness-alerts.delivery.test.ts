import { expect, test } from 'vitest';
import { createSkills } from '../../../support/skills.ts';
import { day, hour, type Scene, scene } from '../../../support/webhook-scene.ts';

/** A role that requires a skill at level 4 and a CV, with weights of 60 and 40. */
async function roleOf({ ada }: Scene) {
  const [skillId = ''] = await createSkills(ada, 'Design');
  const { id, requirements } = await ada.mutate(
    'createRoleProfile',
    {
      title: 'Staff engineer',
      requirements: [
        { kind: 'SKILL', title: 'Designs', weight: 60, skillId, level: 4 },
        { kind: 'ARTIFACT', title: 'A CV', weight: 40, artifactKind: 'CV', requiredCount: 1 },
      ],
    },
    'id requirements { id }',
  );
  const [designs, cv] = requirements.map((one: { id: string }) => one.id) as string[];
  const assess = (level: number) => ada.mutate('createAssessment', { skillId, level, source: 'MANAGER' });
  return { id: id as string, skillId, designs, cv, assess };
}

/** Works until nothing is left to do, and returns the alerts that have arrived. */
async function alerts({ app, receiver }: Scene) {
  for (let round = 0; round < 4; round += 1) await app.worker.work();
  return receiver.received.map(({ json }) => json).filter(({ type }) => type === 'readiness.dropped');
}

test('a webhook hears of a drop with the criterion that caused it, once, and of nothing that rises', async () => {
  const all = await scene([204]);
  const { id, designs, assess } = await roleOf(all);
  await assess(4);
  await assess(3);
  await assess(4);
  const last = await all.ada.query('{ changeSets(first: 2) { nodes { id } } }');
  const sent = await alerts(all);
  const criterion = { requirementId: designs, before: 1, after: 0.75 };
  expect(sent).toEqual([
    {
      type: 'readiness.dropped',
      version: 1,
      timestamp: '2026-11-23T09:00:00.000Z',
      data: {
        ...{ webhookId: all.id, roleId: id, before: 60, after: 45, criterion, criteria: [criterion] },
        changeSetId: last.changeSets.nodes[1].id,
      },
    },
  ]);
  expect(await alerts(all)).toHaveLength(1);
  await assess(2);
  expect((await alerts(all)).at(-1).data).toMatchObject({ before: 60, after: 30 });
});

test('what expires is told at the day after, and another requirement is no drop', async () => {
  const all = await scene([204]);
  const { id, designs, cv } = await roleOf(all);
  await all.ada.mutate('createArtifact', { title: 'My CV', kind: 'CV', expiresOn: 'TODAY' });
  expect(await alerts(all)).toEqual([]);
  all.app.clock.advance(day);
  expect((await alerts(all))[0]?.data).toMatchObject({
    ...{ before: 40, after: 0, changeSetId: null, criterion: { requirementId: cv, before: 1, after: 0 } },
  });
  const requirements = [{ id: designs, kind: 'EVIDENCE', title: 'Designs', weight: 60, requiredCount: 2 }];
  await all.ada.mutate('createArtifact', { title: 'A new CV', kind: 'CV' });
  await alerts(all);
  await all.ada.mutate('updateRoleProfile', { id, requirements });
  all.app.clock.advance(hour);
  expect(await alerts(all)).toHaveLength(1);
});

test('only webhooks for roles that were there by then hear of it, and no other account', async () => {
  const tasks = await scene([204], { types: ['TASK'] });
  const role = await roleOf(tasks);
  await role.assess(4);
  await role.assess(1);
  expect(await alerts(tasks)).toEqual([]);
  const late = await scene([204], { types: ['ROLE_PROFILE'] });
  const { assess, skillId } = await roleOf(late);
  await assess(4);
  await late.ada.mutate('trash', { id: skillId });
  expect((await alerts(late)).map(({ data }) => [data.before, data.after])).toEqual([[60, 0]]);
  const bob = await late.app.person('Bob');
  await createSkills(bob, 'Other');
  expect(await alerts(late)).toHaveLength(1);
});
