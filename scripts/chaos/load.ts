import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../../bench/table.ts';
import { newId } from '../../src/platform/database/ids.ts';
import type { Server } from './processes.ts';

/* Clients that write and read all the time, and know what they were told. */

/** What came of a load. */
export interface Outcome {
  requests: number;
  /** Requests that were refused, with what to do, or not answered since the server was away. */
  failed: number;
  /** Answers that no client should get: an unknown error, another status, or data that are wrong. */
  wrong: string[];
  /** The longest time to a response, in milliseconds. */
  slowest: number;
  /** Of `/health`, in milliseconds. */
  healthP99: number;
}

/** What a client knows of a task: its title by the last acknowledged write, and by one without an answer. */
type Known = Map<string, { acknowledged: string | null; open: string | null }>;

const statusesWithAdvice = new Set([429, 503]);

/** A load that goes on until it is stopped. */
export interface Load {
  /** Stops it, and returns what came of it. */
  stop(): Promise<Outcome>;
  /** The tasks that are not what the server acknowledged. */
  lost(): Promise<string[]>;
}

interface Answer {
  status: number;
  body: { data?: Record<string, unknown> | null; errors?: { message: string; extensions?: { code?: string } }[] };
}

/** Sends a query to a server as its owner. Null if there was no answer. */
export async function ask(
  server: Server,
  query: string,
  variables: object = {},
  more: object = {},
): Promise<Answer | null> {
  try {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-waymark-csrf': '1', cookie: server.cookie, ...more },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(60_000),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  } catch {
    return null;
  }
}

/** @param clients the number of clients; half of them write */
export function startLoad(server: Server, clients = 8): Load {
  const known: Known = new Map();
  const outcome: Outcome = { requests: 0, failed: 0, wrong: [], slowest: 0, healthP99: 0 };
  const health: number[] = [];
  let isOver = false;

  /** Returns whether the request was acknowledged: null if that is unknown. */
  async function send(query: string, variables: object, isRight: (data: Record<string, unknown>) => boolean) {
    const started = performance.now();
    const answer = await ask(server, query, variables);
    outcome.requests += 1;
    outcome.slowest = Math.max(outcome.slowest, performance.now() - started);
    const code = answer?.body.errors?.[0]?.extensions?.code;
    if (answer === null || statusesWithAdvice.has(answer.status)) {
      outcome.failed += 1;
      await sleep(50);
      return answer === null || /may be saved or not/.test(answer.body.errors?.[0]?.message ?? '') ? null : false;
    }
    if (answer.status === 200 && !answer.body.errors && answer.body.data && isRight(answer.body.data)) return true;
    outcome.wrong.push(`${answer.status} ${code ?? ''} ${JSON.stringify(answer.body).slice(0, 200)}`);
    return null;
  }

  async function write(): Promise<void> {
    while (!isOver) {
      const id = `Task:${newId()}`;
      const task = { acknowledged: null as string | null, open: null as string | null };
      known.set(id, task);
      for (const [mutation, title] of [
        ['createTask', 'new'],
        ['updateTask', 'changed'],
      ] as const) {
        const query = `mutation ($id: ID!, $title: String!) { result: ${mutation}(input: { id: $id, title: $title }) { __typename } }`;
        const isPayload = (data: Record<string, unknown>) =>
          /Payload$/.test((data.result as { __typename?: string } | null)?.__typename ?? '');
        const done = await send(query, { id, title }, isPayload);
        if (done === true) Object.assign(task, { acknowledged: title, open: null });
        if (done === null) task.open = title;
        if (done !== true) break;
        // Wherever that is read, it has to be there.
        const isThere = ({ task }: Record<string, unknown>) => (task as { title?: string } | null)?.title === title;
        await send('query ($id: ID!) { task(id: $id) { title } }', { id }, isThere);
      }
    }
  }

  async function read(): Promise<void> {
    while (!isOver) {
      const tasks = (data: Record<string, unknown>) => Array.isArray((data.tasks as { nodes?: unknown }).nodes);
      await send('{ tasks(first: 10) { nodes { id title } } }', {}, tasks);
    }
  }

  async function watchHealth(): Promise<void> {
    while (!isOver) {
      const started = performance.now();
      const isUp = await fetch(`${server.url}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) health.push(performance.now() - started);
      await sleep(20);
    }
  }

  const all = [watchHealth(), ...Array.from({ length: clients }, (_, i) => (i % 2 === 0 ? write() : read()))];
  return {
    async stop() {
      isOver = true;
      await Promise.all(all);
      return { ...outcome, healthP99: Math.round(quantile(health, 0.99) || 0) };
    },
    async lost() {
      const lost: string[] = [];
      const ids = [...known.keys()];
      for (let start = 0; start < ids.length; start += 100) {
        const some = ids.slice(start, start + 100);
        const answer = await ask(server, 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { title } } }', {
          ids: some,
        });
        const nodes = (answer?.body.data?.nodes ?? []) as ({ title: string } | null)[];
        for (const [i, id] of some.entries()) {
          const { acknowledged, open } = known.get(id) ?? { acknowledged: null, open: null };
          const title = nodes[i]?.title ?? null;
          if (title !== acknowledged && title !== open) lost.push(`${id}: ${title}, not ${acknowledged} or ${open}`);
        }
      }
      return lost;
    },
  };
}
