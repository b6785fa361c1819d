import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const shown = `{ engagementPulse { id score notes trashedAt } engagementPulses { totalCount }
  trashed: engagementPulses(trashed: true) { totalCount } search(text: "harvest") { totalCount }
  timeline { nodes { type } } trash { nodes { type title } } }`;

async function trashed(app: TestApp, ada: SignedInPerson): Promise<string> {
  const { id } = await ada.mutate('recordEngagementPulse', { score: 4, notes: 'Harvest' });
  app.clock.advance(1_000);
  await ada.mutate('trash', { id });
  return id;
}

test('a pulse in the trash shows nowhere but there, and comes back as it was', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await trashed(app, ada);
  expect(await ada.query(shown)).toEqual({
    engagementPulse: null,
    engagementPulses: { totalCount: 0 },
    trashed: { totalCount: 1 },
    search: { totalCount: 0 },
    timeline: { nodes: [] },
    trash: { nodes: [{ type: 'ENGAGEMENT_PULSE', title: 'Harvest' }] },
  });
  await ada.mutate('restore', { id });
  expect(await ada.query(shown)).toMatchObject({
    engagementPulse: { id, score: 4, notes: 'Harvest', trashedAt: null },
    engagementPulses: { totalCount: 1 },
    trashed: { totalCount: 0 },
    search: { totalCount: 1 },
    timeline: { nodes: [{ type: 'ENGAGEMENT_PULSE' }] },
    trash: { nodes: [] },
  });
});

test('recording a pulse whose record is in the trash restores and replaces it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await trashed(app, ada);
  const record = (input: object) => ada.mutate('recordEngagementPulse', input, 'id week score notes version trashedAt');
  const refused = await writingNothing(app, ada, () => record({ score: 2, ifVersion: 2 }));
  expect(refused.__typename).toBe('ConflictError');
  // Any day of the week finds the record, and nothing of it stays.
  const { __typename, ...pulse } = await record({ week: '2026-11-29', score: 2, ifVersion: 0 });
  expect(pulse).toEqual({ id, week: '2026-11-23', score: 2, notes: '', version: 3, trashedAt: null });
  expect(await app.db.reads.engagementPulse.count()).toBe(1);
});
