import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { createMailbox } from '../../../support/mailbox.ts';
import { staying } from '../../../support/staying.ts';
import { scene } from '../../../support/webhook-scene.ts';

const minute = 60_000;

test('a webhook gets one message about what fired together, with the type reminder.due', async () => {
  const { app, ada, receiver, id } = await scene([204]);
  const remind = async (title: string, at: string): Promise<string> =>
    (await ada.mutate('createReminder', { title, at })).id;
  const [first, second] = [await remind('First', 'PT5M'), await remind('Second', 'PT6M')];
  await remind('Third', 'PT1H');
  await app.worker.work();
  const before = receiver.received.length;
  app.clock.advance(8 * minute);
  // One round finds what is due and fires it, and the next ones deliver it.
  for (let round = 0; round < 3; round++) await app.worker.work();
  const messages = receiver.received.slice(before).map(({ json }) => json);
  expect(messages).toEqual([
    {
      type: 'reminder.due',
      version: 1,
      timestamp: '2026-11-23T09:08:00.000Z',
      data: {
        webhookId: id,
        changeSet: { id: expect.any(String), name: 'fireReminders', at: '2026-11-23T09:08:00.000Z' },
        changes: [first, second].map((nodeId) => ({
          ...{ type: 'REMINDER', nodeId, action: 'UPDATE' },
          fields: expect.arrayContaining(['dueAt', 'firedAt']),
        })),
        changeCount: 2,
        reminders: [
          { nodeId: first, dueAt: '2026-11-23T09:05:00.000Z' },
          { nodeId: second, dueAt: '2026-11-23T09:06:00.000Z' },
        ],
      },
    },
  ]);
});

test('a webhook for other types hears of no reminder, and other changes of reminders are changes like any', async () => {
  const { app, ada, receiver } = await scene([204], { types: ['TASK'] });
  await ada.mutate('createReminder', { title: 'Call', at: 'PT5M' });
  app.clock.advance(5 * minute);
  for (let round = 0; round < 3; round++) await app.worker.work();
  expect(receiver.received).toEqual([]);
  const everything = await scene([204]);
  const other = await everything.ada.mutate('createReminder', { title: 'Call', at: 'PT5M' });
  await everything.ada.mutate('dismissReminder', { id: other.id });
  for (let round = 0; round < 3; round++) await everything.app.worker.work();
  expect(everything.receiver.received.map(({ json }) => json.type)).toEqual(['changes', 'changes']);
});

test('a subscription gets what fired together on one page', async () => {
  const app = await createTestApp({}, { pollInterval: 50 });
  const ada = await app.person();
  for (const title of ['First', 'Second']) await ada.mutate('createReminder', { title, at: 'PT5M' });
  const events = await ada.follow(
    'subscription { changed(types: [REMINDER]) { ... on ChangePage { changes { action node { ... on Reminder { title firedAt } } } } } }',
  );
  await events.next();
  app.clock.advance(5 * minute);
  await app.worker.work();
  const firedAt = '2026-11-23T09:05:00.000Z';
  expect((await events.next())?.data.changed.changes).toEqual([
    { action: 'UPDATE', node: { title: 'First', firedAt } },
    { action: 'UPDATE', node: { title: 'Second', firedAt } },
  ]);
  events.close();
});

test('what is to be mailed is in one mail, but not what was dismissed until it could be sent', async () => {
  const mailbox = await createMailbox();
  const app = await createTestApp({ SMTP_URL: mailbox.url, MAIL_FROM: 'Waymark <waymark@example.org>' });
  const ada = staying(app, await app.person());
  const remind = async (input: object): Promise<string> =>
    (await ada.mutate('createReminder', { isMailed: true, ...input })).id;
  const startsAt = '2026-11-23T10:00:00Z';
  const { id: meeting } = await ada.mutate('createMeeting', {
    ...{ title: 'Stand-up', startsAt, endsAt: '2026-11-23T10:15:00Z' },
  });
  await remind({ aboutId: meeting, minutesBefore: 50 });
  await remind({ title: 'Water the plants', at: 'PT10M' });
  await remind({ title: 'Not by mail', at: 'PT10M', isMailed: false });
  const dismissed = await remind({ title: 'Dismissed', at: 'PT10M' });
  mailbox.isRefusing = true;
  app.clock.advance(10 * minute);
  await app.worker.work();
  expect(mailbox.mails).toEqual([]);
  await ada.mutate('dismissReminder', { id: dismissed });
  mailbox.isRefusing = false;
  app.clock.advance(5 * minute);
  await app.worker.work();
  await app.worker.work();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([[ada.email]]);
  const text = mailbox.mails[0]?.text.replaceAll(/=\r?\n/g, '') ?? '';
  expect(text).toContain('Subject: Reminders: Stand-up and 1 more');
  expect(text).toContain('- Stand-up, 2026-11-23 at 11:00');
  expect(text).toContain('- Water the plants');
  expect(text).not.toContain('Not by mail');
  expect(text).not.toContain('Dismissed');
});

test('a server that sends no mail fires them all the same', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createReminder', { title: 'Call', at: 'PT5M', isMailed: true });
  app.clock.advance(5 * minute);
  await app.worker.work();
  const { reminder } = await ada.query('query ($id: ID!) { reminder(id: $id) { firedAt } }', { id });
  expect(reminder.firedAt).toBe('2026-11-23T09:05:00.000Z');
});

test('more than fire in one transaction fire one after another', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const mutations = Array.from({ length: 205 }, (_, index) => ({
    createReminder: { title: `Reminder ${index}`, at: 'PT5M' },
  }));
  for (let index = 0; index < mutations.length; index += 50) {
    const some = mutations
      .slice(index, index + 50)
      .map((mutation) => ada.mutate('createReminder', mutation.createReminder));
    await Promise.all(some);
  }
  app.clock.advance(5 * minute);
  await app.worker.work();
  const { reminders } = await ada.query('{ reminders(filter: { isDue: { eq: true } }) { totalCount } }');
  expect(reminders.totalCount).toBe(205);
  const { changeSets } = await ada.query('{ changeSets(first: 2) { nodes { name changes { totalCount } } } }');
  expect(changeSets.nodes).toEqual([
    { name: 'fireReminders', changes: { totalCount: 5 } },
    { name: 'fireReminders', changes: { totalCount: 200 } },
  ]);
});
