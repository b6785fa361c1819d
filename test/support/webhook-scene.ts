import type { Overrides } from '../../src/app.ts';
import { createTestApp, type Person, type SignedInPerson, type TestApp } from './app.ts';
import { type Answering, createReceiver } from './receiver.ts';
import { staying } from './staying.ts';

/* An account with a webhook, and its receiver. */

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const privately = { ALLOW_PRIVATE_ADDRESSES: 'on' };
export const fields = `id changeSetId body status attemptCount lastAttemptAt nextAttemptAt responseStatus responseExcerpt durationMs
  error createdAt`;

export interface Scene {
  app: TestApp;
  ada: SignedInPerson;
  receiver: Awaited<ReturnType<typeof createReceiver>>;
  id: string;
  secret: string;
}

/** Ada with a webhook to a receiver that responds by a script. */
export async function scene(script: Answering[] = [204], input: object = {}, more: Overrides = {}): Promise<Scene> {
  const app = await createTestApp(privately, more);
  const ada = staying(app, await app.person());
  const receiver = await createReceiver(...script);
  const url = receiver.url;
  const { secret, webhook } = await ada.mutate('createWebhook', { url, ...input }, 'secret webhook { id }');
  return { app, ada, receiver, id: webhook.id, secret };
}

export const deliveriesOf = async (person: Person, id: string, args = 'first: 100') => {
  const query = `query ($id: ID!) { webhook(id: $id) { deliveries(${args}) { totalCount nodes { ${fields} } } } }`;
  return (await person.query(query, { id })).webhook.deliveries;
};
export const latestOf = async (person: Person, id: string) => (await deliveriesOf(person, id, 'first: 1')).nodes[0];
export const webhookOf = async (person: Person, id: string) =>
  (
    await person.query('query ($id: ID!) { webhook(id: $id) { isEnabled disabledReason failingSince missedAt } }', {
      id,
    })
  ).webhook;

/** Sets the clock to the next attempt, and runs it. */
export async function retry({ app, ada, id }: Scene) {
  app.clock.set((await latestOf(ada, id)).nextAttemptAt);
  await app.worker.work();
}
