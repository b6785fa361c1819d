import { expect, test } from 'vitest';
import { connectOutlook, integrationsOf, outlookScene } from '../../../support/integrations.ts';

test('an integration is paused and resumed, renamed, and read as often as its owner says', async () => {
  const scene = await outlookScene();
  const { owner } = scene;
  const { id, nextSyncAt } = await connectOutlook(scene);
  expect(nextSyncAt).toBe('2026-11-23T09:00:00.000Z');
  expect(await owner.mutate('resumeIntegration', { id })).toMatchObject({ code: 'CONFLICT' });
  expect(await owner.mutate('pauseIntegration', { id }, 'state nextSyncAt')).toMatchObject({
    state: 'PAUSED',
    nextSyncAt: null,
  });
  expect(await owner.mutate('resumeIntegration', { id }, 'state nextSyncAt')).toMatchObject({
    state: 'CONNECTED',
    nextSyncAt: '2026-11-23T09:00:00.000Z',
  });
  const updated = await owner.mutate(
    'updateIntegration',
    { id, name: 'Work', refreshMinutes: 30 },
    'name refreshMinutes',
  );
  expect(updated).toMatchObject({ name: 'Work', refreshMinutes: 30 });
  for (const refreshMinutes of [4, 10_081]) {
    const refused = await owner.mutate('updateIntegration', { id, refreshMinutes });
    expect(refused.issues).toEqual([{ path: ['input', 'refreshMinutes'], message: expect.any(String) }]);
  }
});

test('another account can do nothing with an integration', async () => {
  const scene = await outlookScene();
  const { id } = await connectOutlook(scene);
  const bob = await scene.app.person('Bob');
  for (const name of ['updateIntegration', 'pauseIntegration', 'resumeIntegration', 'deleteIntegration'])
    expect(await bob.mutate(name, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await integrationsOf(bob)).toEqual([]);
  expect(await integrationsOf(scene.owner)).toHaveLength(1);
});
