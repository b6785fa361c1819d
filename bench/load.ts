/* The load generator: requests over connections that are kept alive. */
import { Agent, request } from 'node:http';
import { token } from './data.ts';

/** A client of one server. */
export interface LoadClient {
  readonly url: string;
  /** Sends a request and returns the body of the answer. @throws if it fails, or the answer has errors */
  ask(body: string): Promise<string>;
  /** Ends its connections. The next request opens another one. */
  close(): void;
}

/** The requests of a burst. */
interface Burst {
  readonly count: number;
  /** How long each request took, in milliseconds. */
  readonly latencies: readonly number[];
}

/** Creates a client of the server at a URL. */
export function createLoadClient(url: string): LoadClient {
  // Shorter than servers keep connections that are idle: a request on one that the server just ends would fail.
  const agent = new Agent({ keepAlive: true, timeout: 2_000 });
  const { hostname, port, pathname } = new URL(url);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    authorization: `Bearer ${token}`,
  };
  const ask = (body: string) =>
    new Promise<string>((resolve, reject) => {
      const sent = request(
        {
          agent,
          hostname,
          port,
          path: pathname,
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            const isFine = response.statusCode === 200 && !text.includes('"errors"');
            if (isFine) resolve(text);
            else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 500)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return { url, ask, close: () => agent.destroy() };
}

/** Sends requests for some time, each of some connections one after another. */
export async function burst(
  client: LoadClient,
  bodies: readonly string[],
  { connections, milliseconds }: { connections: number; milliseconds: number },
): Promise<Burst> {
  const latencies: number[] = [];
  const end = performance.now() + milliseconds;
  let next = 0;
  async function connection(): Promise<void> {
    for (let started = performance.now(); started < end; started = performance.now()) {
      await client.ask(bodies[next++ % bodies.length] as string);
      latencies.push(performance.now() - started);
    }
  }
  await Promise.all(Array.from({ length: connections }, connection));
  // While the other servers have their bursts, this one may end connections that are idle, and the next burst would begin on one of them.
  client.close();
  return { count: latencies.length, latencies };
}
