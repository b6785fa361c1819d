import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import type { Asked, FakeResponse } from './server.ts';

/* Subscriptions to changes as Microsoft Graph has them: it asks the server that is to be notified whether it wants to be. */

/** The longest time that Graph takes for events, in milliseconds. */
const longest = 4_230 * 60_000;

interface FakeSubscription {
  id: string;
  notificationUrl: string;
  clientState: string;
  expirationDateTime: string;
}

const refused = (status: number, message: string): FakeResponse => ({
  status,
  json: { error: { code: status === 404 ? 'ResourceNotFound' : 'ValidationError', message } },
});

export function createFakeSubscriptions(clock: Clock) {
  const all = new Map<string, FakeSubscription>();
  const state = {
    /** How the server that is notified is reached. */
    deliver: (_url: string, _body: object | null): Promise<Response> => Promise.resolve(new Response(null)),
    /** The number of times that a subscription was authorized again. */
    reauthorizedCount: 0,
  };

  const isAllowed = (until: unknown) => {
    const time = Date.parse(String(until)) - clock.now().getTime();
    return time > 0 && time <= longest;
  };

  async function create(json: Record<string, unknown>): Promise<FakeResponse> {
    const notificationUrl = String(json.notificationUrl);
    const { lifecycleNotificationUrl, resource, changeType, expirationDateTime, clientState } = json;
    const isWhole = [changeType, resource, lifecycleNotificationUrl, clientState].every(
      (one) => typeof one === 'string',
    );
    if (!isWhole || String(clientState).length > 128) return refused(400, 'A property is missing.');
    if (!notificationUrl.startsWith('https://')) return refused(400, 'The address must be https.');
    if (!isAllowed(expirationDateTime)) return refused(400, 'The expiration is too late.');
    const token = `Validation: ${randomUUID()} <b>ü</b>`;
    const answer = await state.deliver(`${notificationUrl}?validationToken=${encodeURIComponent(token)}`, null);
    const isPlain = /^text\/plain/.test(answer.headers.get('content-type') ?? '');
    if (answer.status !== 200 || !isPlain || (await answer.text()) !== token)
      return refused(400, 'Subscription validation request failed.');
    const id = randomUUID();
    const kept = { clientState: String(clientState), expirationDateTime: String(expirationDateTime) };
    all.set(id, { id, notificationUrl, ...kept });
    return { status: 201, json: all.get(id) };
  }

  return {
    all,
    state,
    async respond({ method, json }: Asked, { pathname }: URL): Promise<FakeResponse | null> {
      const [, id = '', action] = /^\/v1\.0\/subscriptions(?:\/([^/]+)(\/reauthorize)?)?$/.exec(pathname) ?? [];
      if (!pathname.startsWith('/v1.0/subscriptions')) return null;
      const given = Object(json) as Record<string, unknown>;
      if (id === '') return method === 'POST' ? create(given) : refused(405, 'Not here.');
      const known = all.get(id);
      if (!known) return refused(404, 'The object was not found.');
      if (method === 'DELETE') {
        all.delete(id);
        return { status: 204 };
      }
      if (method === 'POST' && action) {
        state.reauthorizedCount += 1;
        return { status: 200 };
      }
      if (!isAllowed(given.expirationDateTime)) return refused(400, 'The expiration is too late.');
      known.expirationDateTime = String(given.expirationDateTime);
      return { status: 200, json: known };
    },
    /** Sends notifications of all subscriptions. @returns the statuses of the responses */
    async notify(more: object = {}): Promise<number[]> {
      const sent = [...all.values()].map(async ({ id, clientState, notificationUrl }) => {
        const one = { subscriptionId: id, clientState, changeType: 'updated', resource: 'Users/1/Events/1', ...more };
        return (await state.deliver(notificationUrl, { value: [one] })).status;
      });
      return Promise.all(sent);
    },
  };
}
