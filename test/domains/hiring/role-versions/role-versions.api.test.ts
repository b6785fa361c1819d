import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { scripted } from '../../../support/scripts.ts';

const query = `query ($id: ID!) { roleProfile(id: $id) { versions { changedAt roleVersion title requirements { title weight }
  changeSet { ... on ChangeSet { name } } } } }`;

test('a role has a version for each change of it or of what it requires, the present one first', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const cv = { kind: 'ARTIFACT', title: 'A CV', weight: 1, artifactKind: 'CV', requiredCount: 1 };
  const story = { kind: 'STORY', title: 'A story', weight: 3, requiredCount: 1 };
  const { id, requirements } = await ada.mutate(
    'createRoleProfile',
    { title: 'Lead', requirements: [cv] },
    'id requirements { id }',
  );
  app.clock.advance(86_400_000);
  await ada.mutate('updateRoleProfile', { id, requirements: [{ ...cv, id: requirements[0].id }, story] });
  await ada.mutate('createRoleProfile', { title: 'Another', requirements: [cv] });
  await ada.mutate('trash', { id });
  await ada.mutate('restore', { id });
  app.clock.advance(86_400_000);
  await ada.mutate('updateRoleProfile', { id, title: 'Tech lead', requirements: [story] });
  const { versions } = (await ada.query(query, { id })).roleProfile;
  const first = { title: 'A CV', weight: 1 };
  const second = { title: 'A story', weight: 3 };
  expect(versions).toEqual([
    {
      ...{ changedAt: '2026-11-25T09:00:00.000Z', roleVersion: 5, title: 'Tech lead', requirements: [second] },
      changeSet: { name: 'updateRoleProfile' },
    },
    {
      ...{ changedAt: '2026-11-24T09:00:00.000Z', roleVersion: 2, title: 'Lead', requirements: [first, second] },
      changeSet: { name: 'updateRoleProfile' },
    },
    {
      ...{ changedAt: '2026-11-23T09:00:00.000Z', roleVersion: 1, title: 'Lead', requirements: [first] },
      changeSet: { name: 'createRoleProfile' },
    },
  ]);
  const all = '{ roleProfiles { nodes { versions { title requirements { title } } } } }';
  const before = await app.counting(() => ada.query(all));
  await ada.mutate('createRoleProfile', { title: 'Third', requirements: [cv, story] });
  expect(await app.counting(() => ada.query(all))).toBe(before);
  const bob = await app.person('Bob');
  expect((await bob.query(query, { id })).roleProfile).toBeNull();
});
