import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import { createFakeCalendar, type FakeCalendar } from './calendar.ts';
import { clientId, clientSecret, createIdentity } from './identity.ts';
import { createFakeSubscriptions } from './subscriptions.ts';
import { createFakeTodo, type FakeTodoAccount } from './todo.ts';

/*
 * A server on the loopback interface that speaks as Microsoft's identity platform and Microsoft Graph do. It needs no test runner,
 * as the demo runs it, too.
 */

export interface FakeResponse {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  html?: string;
}

/** A request that was received. */
export interface Asked {
  method: string;
  path: string;
  authorization: string | null;
  prefer: string;
  /** Its headers, by lower-case names. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Its body as JSON. Null if it has none. */
  json: unknown;
}

/** The access token of a request. */
export const tokenOf = ({ authorization }: Asked): string => authorization?.replace(/^Bearer /, '') ?? '';

/** A part of Microsoft Graph for one user. It responds with null to what it does not have. */
export interface FakeService {
  respond(asked: Asked, url: URL): FakeResponse | null;
}

/** A fault: what is responded to the next requests whose path matches, in place of what would be. */
export interface Fault {
  path: RegExp;
  /** The number of requests that it is for. */
  times: number;
  respond: FakeResponse | ((asked: Asked) => FakeResponse);
}

export const origin = 'http://waymark.test';

/**
 * Starts the fake.
 * @param clock decides what has expired
 * @param publicUrl the address of the server that signs people in
 */
export async function createFakeGraph(clock: Clock, publicUrl = origin) {
  const identity = createIdentity(clock, [`${publicUrl}/connect/outlook/callback`]);
  const faults: Fault[] = [];
  const asked: Asked[] = [];
  const calendars = new Map<string, FakeCalendar>();
  const todos = new Map<string, FakeTodoAccount>();
  const subscriptions = createFakeSubscriptions(clock);
  let address = '';

  /** The To Do of a user. */
  function todoOf(user: string): FakeTodoAccount {
    const todo = todos.get(user) ?? createFakeTodo(clock, () => address);
    todos.set(user, todo);
    return todo;
  }

  /** The calendar of a user's mailbox. */
  function calendarOf(user: string): FakeCalendar {
    const calendar = calendars.get(user) ?? createFakeCalendar(clock, () => address, user);
    calendars.set(user, calendar);
    return calendar;
  }

  async function respond(request: Asked, url: URL, form: URLSearchParams): Promise<FakeResponse> {
    const fault = faults.find(({ path, times }) => times > 0 && path.test(request.path));
    if (fault) {
      fault.times -= 1;
      return typeof fault.respond === 'function' ? fault.respond(request) : fault.respond;
    }
    const [, tenant = '', endpoint] = /^\/([\w.-]+)\/oauth2\/v2\.0\/(\w+)$/.exec(url.pathname) ?? [];
    if (endpoint !== undefined)
      return identity.respond({ method: request.method, tenant, endpoint }, url.searchParams, form);
    const user = identity.userOf(tokenOf(request));
    if (user === null) {
      const error = {
        code: 'InvalidAuthenticationToken',
        message: 'Lifetime validation failed, the token is expired.',
      };
      return { status: 401, json: { error } };
    }
    if (url.pathname === '/v1.0/me') {
      const name = `${user}@contoso.example`;
      return { status: 200, json: { id: `id-of-${user}`, mail: name, userPrincipalName: name } };
    }
    if (url.pathname.startsWith('/v1.0/me/todo/') && !identity.scopesOf(tokenOf(request)).includes('Tasks.ReadWrite'))
      return { status: 403, json: { error: { code: 'accessDenied', message: 'Access is denied.' } } };
    const isWrite = request.method !== 'GET' && url.pathname.startsWith('/v1.0/me/events');
    if (isWrite && !identity.scopesOf(tokenOf(request)).includes('Calendars.ReadWrite'))
      return { status: 403, json: { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } } };
    const subscribed = await subscriptions.respond(request, url);
    if (subscribed) return subscribed;
    const services: FakeService[] = [calendarOf(user), todoOf(user)];
    const answer = services.reduce<FakeResponse | null>((found, one) => found ?? one.respond(request, url), null);
    return answer ?? { status: 404, json: { error: { code: 'ResourceNotFound', message: 'Not found.' } } };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const url = new URL(request.url ?? '/', 'http://fake');
    const { headers: sent } = request;
    const isJson = /^application\/json\b/.test(sent['content-type'] ?? '');
    const one: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: sent.authorization ?? null,
      prefer: String(sent.prefer ?? ''),
      headers: sent,
      json: isJson ? JSON.parse(body) : null,
    };
    asked.push(one);
    const { status, headers = {}, json, html } = await respond(one, url, new URLSearchParams(body));
    const type = json === undefined ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(json === undefined ? (html ?? '') : JSON.stringify(json));
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: address,
    /** Ends the server. */
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    identity,
    calendarOf,
    todoOf,
    subscriptions,
    faults,
    asked,
    /** The variables of a server that is set up with this fake. */
    variables: {
      PUBLIC_URL: publicUrl,
      OUTLOOK_CLIENT_ID: clientId,
      OUTLOOK_CLIENT_SECRET: clientSecret,
      OUTLOOK_LOGIN_URL: address,
      OUTLOOK_GRAPH_URL: address,
    },
    /** What a browser does with an address to sign in at. @returns the address it is sent back to */
    async browse(authorizationUrl: string): Promise<string> {
      const response = await fetch(authorizationUrl, { redirect: 'manual' });
      return response.headers.get('location') ?? `${response.status}: ${await response.text()}`;
    },
  };
}

export type FakeGraph = Awaited<ReturnType<typeof createFakeGraph>>;
