/* How the time of requests grows with the number of the owner's tasks: the same requests to a small and a large database. */
import { taskOrder } from '../src/domains/tasks/tasks/tasks.rules.ts';
import { frequentWord, type Names, rareWord } from './data.ts';
import type { Server } from './server.ts';
import { median } from './table.ts';
import { bodyOf, newTask, taskAt, workloads } from './workloads.ts';

interface Request {
  readonly name: string;
  readonly query: string;
  readonly variables?: (names: Names, number: number) => Record<string, unknown>;
}

/** What was measured of one request, in milliseconds. */
export interface Growth {
  readonly name: string;
  /** The medians on the small and the large database. Null if it was refused. */
  readonly small: number | null;
  readonly large: number | null;
}

const node = 'id title status priority scheduledOn dueOn position';

/** The requests, of which `after` is a cursor of the owner's latest changes. */
function requestsOf(after: string): Request[] {
  const orders = Object.keys(taskOrder.fields).map((field) => ({
    name: `a page by ${field}`,
    query: `{ tasks(orderBy: [{ field: ${field} }]) { nodes { ${node} } pageInfo { hasNextPage endCursor } } }`,
  }));
  const search = 'query ($text: String!) { search(text: $text) { nodes { title { text } score } } }';
  return [
    {
      name: 'create',
      query: workloads.W4?.query ?? '',
      variables: (names, number) => ({ input: newTask(names, number) }),
    },
    { name: 'get', query: workloads.W3?.query ?? '', variables: (names, number) => ({ id: taskAt(names, number) }) },
    ...orders,
    { name: 'an ordinary day', query: `{ day { tasks { nodes { ${node} } } } }` },
    {
      name: 'a day with a hundredth of all tasks',
      query: `query ($day: Date!) { day(date: $day) { tasks { nodes { ${node} } } } }`,
      variables: ({ fullDay }) => ({ day: fullDay }),
    },
    { name: 'agenda of a week', query: '{ agenda { date entries { kind startsAt node { id } } } }' },
    {
      name: 'changes after a cursor',
      query:
        'query ($after: String!) { changes(after: $after) { ... on ChangePage { cursor changes { nodeId action } } } }',
      variables: () => ({ after }),
    },
    { name: 'search of a rare word', query: search, variables: () => ({ text: rareWord }) },
    { name: 'search of a frequent word', query: search, variables: () => ({ text: frequentWord }) },
    { name: 'count of all', query: '{ tasks(first: 1) { totalCount } }' },
    { name: 'count of open ones', query: '{ tasks(first: 1, filter: { status: { in: [TODO] } }) { totalCount } }' },
    { name: 'statistics by status', query: '{ taskStats(groupBy: STATUS) { key count } }' },
    {
      name: 'statistics by month of completion',
      query: '{ taskStats(bucket: MONTH) { period { startsOn } count estimateMinutes { sum } } }',
    },
    {
      name: 'statistics by label and quarter',
      query: '{ taskStats(bucket: QUARTER, groupBy: LABEL) { period { startsOn } key count } }',
    },
  ];
}

/** After how many milliseconds no further round of a request begins. */
const patience = 8_000;

/** Measures the requests on a small and a large database of the same server, in turns. */
export async function measureGrowth(
  [small, large]: readonly [Server, Server],
  [smallNames, largeNames]: readonly [Names, Names],
  rounds: number,
): Promise<Growth[]> {
  const [smallRequests, largeRequests] = [requestsOf(await cursorOf(small)), requestsOf(await cursorOf(large))];
  const growth: Growth[] = [];
  for (const [index, request] of smallRequests.entries()) {
    const sides = [
      { server: small, names: smallNames, request },
      { server: large, names: largeNames, request: largeRequests[index] ?? request },
    ].map((side) => ({ ...side, times: [] as number[], isRefused: false }));
    const started = performance.now();
    for (let round = 0; round < rounds && performance.now() - started < patience; round++) {
      for (const side of sides) {
        const { server, names, request: asked, times } = side;
        const sent = performance.now();
        try {
          await server.ask(bodyOf(asked.query, asked.variables?.(names, round) ?? {}));
        } catch {
          side.isRefused = true;
        }
        times.push(performance.now() - sent);
      }
    }
    const [one, other] = sides.map(({ times, isRefused }) => (isRefused ? null : median(warm(times))));
    growth.push({ name: request.name, small: one ?? null, large: other ?? null });
  }
  return growth;
}

/** The times but for the first quarter, in which code is compiled and caches are filled. */
const warm = (times: readonly number[]) => times.slice(Math.floor(times.length / 4));

/** A cursor before the latest changes of the owner. */
async function cursorOf(server: Server): Promise<string> {
  const answer = await server.ask(bodyOf('{ changeSets(first: 50) { nodes { cursor } } }', {}));
  return JSON.parse(answer).data.changeSets.nodes.at(-1).cursor;
}
