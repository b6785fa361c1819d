import { expect, test } from 'vitest';
import { enqueueDueSyncs } from '../../../../src/domains/integrations/syncs/syncs.service.ts';
import { calendarOf, event, feedScene, integrationOf, meetingsOf } from '../../../support/feed.ts';
import { killEach } from '../../../support/jobs.ts';

const minute = 60_000;

test('a sync that ends the server each time fails after five attempts, and is tried again later and later', async () => {
  const { app, ada, feed, id } = await feedScene(calendarOf(event('1', 'Review', 24)));
  const waits: number[] = [];
  for (let failures = 1; failures <= 4; failures++) {
    expect(await killEach(app, 'syncIntegration', 5)).toBe(5);
    const { state, problem, failureCount, nextSyncAt, syncRuns } = await integrationOf(ada, id);
    expect({ state, failureCount, runs: syncRuns.totalCount }).toEqual({
      state: 'BACKING_OFF',
      failureCount: failures,
      runs: failures,
    });
    expect(problem).toBe(
      'The server stopped or failed each time that it ran this sync. The log of the server says why.',
    );
    waits.push((Date.parse(nextSyncAt) - app.clock.now().getTime()) / minute);
    // It is not enqueued again before.
    await app.worker.work();
    expect(feed.requests).toHaveLength(0);
    app.clock.set(nextSyncAt);
    if (failures < 4) await enqueueDueSyncs(app.systemContext(), null);
  }
  expect(waits[3]).toBeGreaterThan(4);
  await app.worker.work();
  expect(await integrationOf(ada, id)).toMatchObject({ state: 'CONNECTED', problem: null, failureCount: 0 });
  expect(await meetingsOf(ada)).toHaveLength(1);
});
