import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import type { FakeResponse } from '../graph/server.ts';
import { createFakeBoards } from './boards.ts';
import { clientId, clientSecret, createMiroIdentity } from './identity.ts';

/* A server on the loopback interface that speaks as Miro does: its sign-in and its REST API. */

/** A request that was received. */
export interface AskedOfMiro {
  method: string;
  path: string;
  authorization: string | null;
  body: string;
}

/** A fault: what is responded to the next requests that match, in place of what would be. */
export interface MiroFault {
  /** Matches the method and the path, such as `POST /v2/boards/1/items/bulk`. */
  request: RegExp;
  /** The number of requests that it is for. */
  times: number;
  /** Null: the connection breaks off. */
  respond: FakeResponse | null;
  /** Whether the request has its effect all the same, so that only the response is lost. Default: false. */
  isDone?: boolean;
}

/**
 * Starts the fake.
 * @param clock decides what has expired, and when there are new credits
 * @param publicUrl where the server is that connects to it
 */
export async function createFakeMiro(clock: Clock, publicUrl = 'http://waymark.test') {
  const identity = createMiroIdentity(clock, [`${publicUrl}/connect/miro/callback`]);
  const faults: MiroFault[] = [];
  const asked: AskedOfMiro[] = [];
  /** What is refused besides. */
  const more: { refuse: ((method: string, path: string, body: string) => FakeResponse | null) | null } = {
    refuse: null,
  };
  let address = '';
  const boards = createFakeBoards(clock, () => address);

  function respond(method: string, url: URL, authorization: string | null, body: string): FakeResponse {
    const told = identity.respond(method, url, body);
    if (told) return told;
    if (url.searchParams.has('access_token')) return { status: 400, html: 'The fake wants no token in an address.' };
    const user = identity.userOf(authorization?.replace(/^Bearer /, '') ?? '');
    if (user === null)
      return {
        status: 401,
        json: { status: 401, code: 'tokenNotProvided', message: 'No valid token.', type: 'error' },
      };
    if (url.pathname === '/v1/oauth-token') return identity.context(user);
    if (!url.pathname.startsWith('/v2/boards')) return { status: 404, json: { status: 404, code: 'notFound' } };
    return boards.respond(user, method, url, body === '' ? undefined : JSON.parse(body));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const [method, path] = [request.method ?? '', request.url ?? '/'];
    const { authorization = null } = request.headers;
    asked.push({ method, path, authorization, body });
    const fault = faults.find((one) => one.times > 0 && one.request.test(`${method} ${path}`));
    const usual = () => respond(method, new URL(path, 'http://fake'), authorization, body);
    if (fault) fault.times -= 1;
    if (fault?.isDone) usual();
    const answer = fault ? fault.respond : (more.refuse?.(method, path, body) ?? usual());
    if (answer === null) return void request.socket.destroy();
    const { status, headers = {}, json, html } = answer;
    const type = json === undefined ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(json === undefined ? (html ?? '') : JSON.stringify(json));
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(more, {
    url: address,
    /** Ends the server. */
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    identity,
    boards,
    faults,
    asked,
    /** The requests that change something, as `method path`, since a number of requests. */
    writesSince: (count: number) =>
      asked.slice(count).filter(({ method, path }) => method !== 'GET' && path.startsWith('/v2/boards')),
    /** The variables of a server that is set up with this fake. */
    variables: {
      PUBLIC_URL: publicUrl,
      MIRO_CLIENT_ID: clientId,
      MIRO_CLIENT_SECRET: clientSecret,
      MIRO_LOGIN_URL: address,
      MIRO_API_URL: address,
    },
    /** What a browser does with an address to sign in at. @returns the address it is sent back to */
    async browse(authorizationUrl: string): Promise<string> {
      const response = await fetch(authorizationUrl, { redirect: 'manual' });
      return response.headers.get('location') ?? `${response.status}: ${await response.text()}`;
    },
  });
}

export type FakeMiro = Awaited<ReturnType<typeof createFakeMiro>>;
