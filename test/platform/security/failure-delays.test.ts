import { connect } from 'node:net';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { newId } from '../../../src/platform/database/ids.ts';
import { beginAttempt, type FailureDelay } from '../../../src/platform/security/failure-delays.ts';
import { createRateLimits } from '../../../src/platform/security/rate-limits.ts';
import { redisServer } from '../../support/databases.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { skipOrFail } from '../../support/services.ts';

/** Every attempt delays the next by ten minutes, which no machine is so slow as to sit out. */
const delay: FailureDelay = { name: 'test', free: -20, maxSeconds: 600, seconds: 3600 };

async function limitsIn(store: string, context: TestContext) {
  if (store === 'redis') {
    const { hostname, port } = new URL(redisServer);
    await new Promise<void>((resolve, reject) => {
      const probe = connect(Number(port || 6379), hostname, () => resolve(void probe.destroy()));
      probe.on('error', reject);
    }).catch(() => skipOrFail(context, `There is no Redis at ${redisServer}`));
  }
  const limits = await createRateLimits(store === 'redis' ? redisServer : null, createMemoryLog().log);
  onTestFinished(() => limits.close());
  return limits;
}

test.for(['memory', 'redis'])(
  'failures in %s delay the next attempts of their key alone, until one succeeds',
  async (store, context) => {
    const limits = await limitsIn(store, context);
    const [key, other] = [newId(), newId()];
    const begin = (which = key) =>
      beginAttempt(limits, delay, which).catch((error: { retryAfterSeconds: number }) => error.retryAfterSeconds);
    const first = await begin();
    expect(first).toBeTypeOf('object');
    expect(await begin()).toBeGreaterThan(500);
    expect(await begin(other)).toBeTypeOf('object');
    if (typeof first === 'object') await first.succeeded();
    expect(await begin()).toBeTypeOf('object');
  },
);

test.for(['memory', 'redis'])(
  'in %s, free failures cause no delay, and refused or withdrawn attempts are none',
  async (store, context) => {
    const limits = await limitsIn(store, context);
    const key = newId();
    const failures = () => limits.add({ name: 'test-failures', seconds: 3600 }, key, 0);
    for (let count = 1; count <= 2; count += 1) {
      await beginAttempt(limits, { ...delay, free: 10 }, key);
      await (await beginAttempt(limits, { ...delay, free: 10 }, key)).withdrawn();
      expect(await failures()).toBe(count);
    }
    // Attempts at the same time: one gets through with the first delay, and the others are refused.
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => beginAttempt(limits, delay, key)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await failures()).toBe(3);
  },
);
