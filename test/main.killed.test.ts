import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '../src/platform/database/ids.ts';
import type { DatabaseLocation } from '../src/platform/database/location.ts';
import type { Running } from './support/command.ts';
import { faultsIn } from './support/consistency.ts';
import { type Served, serve } from './support/served.ts';
import { leaveToCI } from './support/services.ts';

const rounds = 8;

const writers = 8;

/** A task as a client knows it: the state of the last response, and the state after the request without a response. */
interface Known {
  acknowledged: string | null;
  underWay: string | null;
}

/** The mutations on each task in order, and the state of the task after each. */
const steps: [mutation: string, input: (label: string) => string, state: string][] = [
  ['createTask', (label) => `title: "New", labelIds: ["${label}"]`, 'New TODO'],
  ['updateTask', () => 'title: "Old"', 'Old TODO'],
  ['completeTask', () => '', 'Old DONE'],
  ['trash', () => '', 'Old DONE, in the trash'],
];

test('a server killed repeatedly while writing loses nothing that it acknowledged', async (context) => {
  leaveToCI(context);
  const server = await serve();
  const { data } = await server.ask(
    'mutation { createLabel(input: { name: "Load" }) { ... on CreateLabelPayload { label { id } } } }',
  );
  const created = data?.createLabel as unknown as { label: { id: string } } | undefined;
  const labelId = created?.label.id ?? '';
  const known = new Map<string, Known>();
  let running: Running = server;
  for (let round = 1; round <= rounds; round++) {
    const before = acknowledgedIn(known);
    const load = Promise.all(Array.from({ length: writers }, () => write(server, labelId, known)));
    await expect.poll(() => acknowledgedIn(known), { interval: 5 }).toBeGreaterThan(before + 60);
    // At a different point in each round.
    await new Promise((resolve) => setTimeout(resolve, round * 3));
    running.child.kill('SIGKILL');
    expect((await running.finished).signal).toBe('SIGKILL');
    await load;
    running = await server.again();
  }
  expect(await lostBy(server, known)).toEqual([]);
  running.child.kill('SIGTERM');
  expect((await running.finished).code).toBe(0);
  expect(await faultsIn(locationOf(server))).toEqual([]);
});

const acknowledgedIn = (known: Map<string, Known>) => {
  let count = 0;
  for (const { acknowledged } of known.values()) if (acknowledged !== null) count += 1;
  return count;
};

/** Creates tasks and runs all steps on each, one request after another, until the server does not respond. */
async function write(server: Served, label: string, known: Map<string, Known>): Promise<void> {
  for (;;) {
    const id = `Task:${newId()}`;
    const task: Known = { acknowledged: null, underWay: null };
    known.set(id, task);
    for (const [mutation, input, state] of steps) {
      task.underWay = state;
      const text = `mutation { result: ${mutation}(input: { id: "${id}", ${input(label)} }) { __typename } }`;
      const answer = await server.ask(text).catch(() => null);
      if (answer === null) return;
      expect(answer).toMatchObject({ data: { result: { __typename: expect.stringMatching(/Payload$/) } } });
      task.acknowledged = state;
    }
  }
}

/** The tasks in neither of their two known states. */
async function lostBy(server: Served, known: Map<string, Known>): Promise<string[]> {
  const lost: string[] = [];
  const all = [...known];
  for (let start = 0; start < all.length; start += 100) {
    const some = all.slice(start, start + 100);
    const { data } = await server.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { title status trashedAt } } }',
      { ids: some.map(([id]) => id) },
    );
    const nodes = data?.nodes as unknown as ({ title: string; status: string; trashedAt: string | null } | null)[];
    for (const [index, [id, { acknowledged, underWay }]] of some.entries()) {
      const node = nodes[index];
      const is = node ? `${node.title} ${node.status}${node.trashedAt ? ', in the trash' : ''}` : null;
      if (is !== acknowledged && is !== underWay) lost.push(`${id}: ${is}, not ${acknowledged} or ${underWay}`);
    }
  }
  return lost;
}

const locationOf = ({ cwd, variables: { DATABASE_URL: url } }: Served): DatabaseLocation =>
  url === undefined ? { engine: 'sqlite', file: join(cwd, 'data/waymark.db') } : { engine: 'postgresql', url };
