import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { createReceiver, isSigned } from '../../../support/receiver.ts';
import { everythingIn } from '../../../support/rows.ts';
import { staying } from '../../../support/staying.ts';

const fields = 'id url description types actions isEnabled disabledReason failingSince missedAt oldSecretUntil';
const made = `secret webhook { ${fields} }`;
const privately = { ALLOW_PRIVATE_ADDRESSES: 'on' };

const createWebhook = async (person: SignedInPerson, url: string, input: object = {}) => {
  const { secret, webhook } = await person.mutate('createWebhook', { url, ...input }, made);
  return { secret: secret as string, id: webhook.id as string };
};

async function start(): Promise<{ app: TestApp; ada: SignedInPerson }> {
  const app = await createTestApp(privately);
  return { app, ada: staying(app, await app.person()) };
}

test('a new webhook has a secret that is returned once and stored encrypted', async () => {
  const { app, ada } = await start();
  const input = {
    url: 'HTTPS://Hooks.Example.org/in?key=1',
    description: 'Chat',
    types: ['TASK', 'TASK'],
    actions: ['CREATE'],
  };
  const { secret, webhook } = await ada.mutate('createWebhook', input, made);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(webhook).toEqual({
    id: expect.stringMatching(/^Webhook:/),
    url: 'https://hooks.example.org/in?key=1',
    description: 'Chat',
    types: ['TASK'],
    actions: ['CREATE'],
    isEnabled: true,
    disabledReason: null,
    failingSince: null,
    missedAt: null,
    oldSecretUntil: null,
  });
  expect(await ada.query(`{ webhooks { ${fields} } }`)).toEqual({ webhooks: [webhook] });
  const one = await ada.query(`query ($id: ID!) { webhook(id: $id) { ${fields} } }`, { id: webhook.id });
  expect(one).toEqual({ webhook });
  const everything = await everythingIn(app);
  expect(everything).toContain('hooks.example.org');
  for (const form of [secret, secret.slice(6), Buffer.from(secret.slice(6), 'base64').toString('hex')]) {
    expect(everything).not.toContain(form);
  }
});

test('an invalid web address is refused', async () => {
  const { ada } = await start();
  for (const url of [
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://ada:secret@example.org/',
    'https://example.org/#part',
    'example.org',
    `https://example.org/${'x'.repeat(2_000)}`,
  ]) {
    const { __typename, issues } = await ada.mutate('createWebhook', { url }, 'secret');
    expect([url, __typename, issues?.[0]?.path]).toEqual([url, 'InvalidInputError', ['input', 'url']]);
  }
  expect(await ada.query('{ webhooks { id } }')).toEqual({ webhooks: [] });
});

test('a private IP address is refused in any notation', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await createWebhook(ada, 'https://93.184.216.34/');
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '169.254.169.254',
  ]) {
    const input = { url: `http://${host}/` };
    const { issues } = await ada.mutate('createWebhook', input, 'secret');
    expect([host, issues?.[0]?.message]).toEqual([host, expect.stringContaining('private network')]);
    expect((await ada.mutate('updateWebhook', { id, ...input })).__typename).toBe('InvalidInputError');
  }
});

test('an account has at most 20 webhooks', async () => {
  const { ada } = await start();
  for (let count = 0; count < 20; count++) await createWebhook(ada, 'https://example.org/');
  const refused = await ada.mutate('createWebhook', { url: 'https://example.org/' }, 'secret');
  expect(refused.__typename).toBe('ConflictError');
});

test('updating a webhook changes the given fields and keeps the others', async () => {
  const { ada } = await start();
  const { id } = await createWebhook(ada, 'https://example.org/', { description: 'One', types: ['TASK'] });
  const changed = await ada.mutate('updateWebhook', { id, types: [], actions: ['DELETE'] }, fields);
  expect(changed).toMatchObject({ description: 'One', types: [], actions: ['DELETE'], url: 'https://example.org/' });
  expect(await ada.mutate('updateWebhook', { id, isEnabled: false }, fields)).toMatchObject({
    isEnabled: false,
    disabledReason: 'BY_OWNER',
  });
  expect(await ada.mutate('updateWebhook', { id, isEnabled: true }, fields)).toMatchObject({
    isEnabled: true,
    disabledReason: null,
  });
});

test('after a rotation both secrets sign for a day, then only the new one', async () => {
  const { app, ada } = await start();
  const receiver = await createReceiver(204);
  const { id, secret: old } = await createWebhook(ada, receiver.url);
  const { secret, webhook } = await ada.mutate('rotateWebhookSecret', { id }, made);
  expect(secret).not.toBe(old);
  expect(webhook.oldSecretUntil).toBe('2026-11-24T09:00:00.000Z');
  const signedWith = async () => {
    await ada.mutate('testWebhook', { id });
    await app.worker.work();
    const last = receiver.received.at(-1);
    return last && [old, secret].map((one) => isSigned(last, one));
  };
  expect(await signedWith()).toEqual([true, true]);
  app.clock.advance(24 * 60 * 60_000);
  expect(await signedWith()).toEqual([false, true]);
});

test('a deleted webhook gets no more messages, not even pending ones', async () => {
  const { app, ada } = await start();
  const receiver = await createReceiver(204);
  const { id } = await createWebhook(ada, receiver.url);
  await ada.mutate('testWebhook', { id });
  expect(await ada.mutate('deleteWebhook', { id }, 'id url')).toMatchObject({ id, url: receiver.url });
  expect((await ada.mutate('deleteWebhook', { id })).__typename).toBe('NotFoundError');
  await ada.mutate('createLabel', { name: 'Later' });
  await app.worker.work();
  expect(receiver.received).toEqual([]);
  expect(await app.db.reads.webhookDelivery.count()).toBe(0);
  expect(await app.db.reads.job.count({ where: { state: 'WAITING' } })).toBe(0);
});

test('changing webhooks requires a session, and reading them does not', async () => {
  const { app, ada } = await start();
  const { id } = await createWebhook(ada, 'https://example.org/');
  const { token } = await ada.mutate('createAccessToken', { name: 'script', scopes: ['READ', 'WRITE'] }, 'token');
  const script = app.as({ authorization: `Bearer ${token}` });
  expect(await script.query('{ webhooks { id } }')).toEqual({ webhooks: [{ id }] });
  for (const mutation of [
    'createWebhook(input: { url: "https://example.org/" })',
    `updateWebhook(input: { id: "${id}", isEnabled: false })`,
    `rotateWebhookSecret(input: { id: "${id}" })`,
    `deleteWebhook(input: { id: "${id}" })`,
    `testWebhook(input: { id: "${id}" })`,
    `resendWebhookDelivery(input: { id: "${id}" })`,
  ]) {
    const { errors } = await script.ask(`mutation { ${mutation} { __typename } }`);
    expect([mutation, errors?.[0]?.extensions.code]).toEqual([mutation, 'FORBIDDEN']);
  }
});
