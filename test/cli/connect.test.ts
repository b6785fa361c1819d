import { beforeEach, expect, test, vi } from 'vitest';
import { connectOutlook } from '../../src/cli/connect.ts';
import { createTestApp } from '../support/app.ts';
import { integrationsOf, outlookScene } from '../support/integrations.ts';
import { leaveToCI } from '../support/services.ts';

const printed = { out: vi.spyOn(console, 'info'), err: vi.spyOn(console, 'error') };
beforeEach(() => {
  for (const spy of Object.values(printed)) spy.mockReset().mockImplementation(() => {});
});
const linesOf = (spy: (typeof printed)['out']) => spy.mock.calls.map(([text]) => String(text));

/** The command's clock is the system's, and so the fake must wait no time between two polls. */
const atOnce = { user_code: 'ABCD1234', device_code: 'code', verification_uri: 'https://microsoft.com/devicelogin' };

test('connect outlook shows a code and waits until it was entered', async (context) => {
  // The command waits between polls, as long as the provider says.
  leaveToCI(context);
  const { app, fake, owner } = await outlookScene();
  const tokens = { token_type: 'Bearer', access_token: 'token', expires_in: 3_600, refresh_token: 'refresh' };
  fake.faults.push({
    path: /devicecode$/,
    times: 2,
    respond: { status: 200, json: { ...atOnce, expires_in: 900, interval: 1 } },
  });
  fake.faults.push({ path: /token$/, times: 1, respond: { status: 200, json: tokens } });
  fake.faults.push({
    path: /me\?/,
    times: 1,
    respond: { status: 200, json: { id: '1', mail: 'ada@contoso.example' } },
  });
  expect(await connectOutlook.run(app.config, {}, [])).toBe(0);
  expect(linesOf(printed.out)).toEqual([
    'Open https://microsoft.com/devicelogin and enter the code ABCD1234',
    'Connected ada@contoso.example. Its calendar is read while the server runs.',
  ]);
  expect(await integrationsOf(owner)).toHaveLength(1);

  fake.faults.push({ path: /token$/, times: 1, respond: { status: 400, json: { error: 'authorization_declined' } } });
  expect(await connectOutlook.run(app.config, {}, [])).toBe(1);
  expect(linesOf(printed.err)).toEqual([expect.stringContaining('You declined')]);
});

test('connect outlook says what to set where it is not set up', async () => {
  const app = await createTestApp();
  await expect(connectOutlook.run(app.config, {}, [])).rejects.toThrow('OUTLOOK_CLIENT_ID');
});
