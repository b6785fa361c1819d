import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newSecret, signatureHeaders } from '../../../src/integrations/standard-webhooks/sign.ts';
import { isSigned } from '../../support/receiver.ts';

test('the example of the specification gets its signature', async () => {
  const sentAt = new Date(1_614_265_330 * 1000);
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', sentAt, body: '{"test": 2432232314}' };
  expect(await signatureHeaders(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('each secret verifies any message; no other secret does, and no other body, id or time', async () => {
  const text = fc.string({ unit: 'grapheme' });
  await fc.assert(
    fc.asyncProperty(fc.uuid(), fc.date({ noInvalidDate: true }), text, async (id, sentAt, body) => {
      const [first, second, third] = [newSecret(), newSecret(), newSecret()];
      const headers = await signatureHeaders({ id, sentAt, body }, [first, second]);
      const received = { headers, body, json: null };
      expect([first, second, third].map((secret) => isSigned(received, secret))).toEqual([true, true, false]);
      const altered = [
        { ...received, body: `${body}.` },
        { ...received, headers: { ...headers, 'webhook-id': `${id}0` } },
        { ...received, headers: { ...headers, 'webhook-timestamp': `${headers['webhook-timestamp']}0` } },
      ];
      expect(altered.some((one) => isSigned(one, first))).toBe(false);
    }),
    { numRuns: 50 },
  );
});
