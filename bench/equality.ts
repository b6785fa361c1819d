/* Whether all servers answer alike, which is checked before anything is timed. */
import type { Names } from './data.ts';
import { requestsOf } from './dialect.ts';
import type { Server } from './server.ts';
import { workloads } from './workloads.ts';

/** How many of the requests of a workload are compared. */
const samples = 16;

/** An answer without what is new in every write: ids of tasks, and times. */
export const withoutIdsAndTimes = (answer: string) =>
  answer
    .replaceAll(/"Task:[0-9a-f-]{36}"/g, '"Task:…"')
    .replaceAll(/"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z"/g, '"…"');

/** Where two answers part. Null if they are equal. */
export function difference(one: string, other: string): string | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 80);
  return `at character ${at}: …${around(one)}… and …${around(other)}…`;
}

/** An answer as it is compared with that of a server of another schema. */
const withoutTypes = (answer: string) => answer.replaceAll(/"(?:Task|Goal|Label):([0-9a-f-]{36})"/g, '"$1"');

/** Sends the requests of a workload to all servers. @throws if one answers otherwise than the first */
export async function requireEqualAnswers(servers: readonly Server[], name: string, names: Names): Promise<void> {
  const [first, ...others] = servers;
  if (!first) return;
  const comparable = workloads[name]?.writes ? withoutIdsAndTimes : (answer: string) => answer;
  for (const [index, body] of requestsOf(undefined, name, names).slice(0, samples).entries()) {
    const expected = comparable(await first.ask(body));
    for (const server of others) {
      const { dialect } = server.spec;
      const answer = comparable(await server.ask(requestsOf(dialect, name, names)[index] as string));
      const found = dialect
        ? difference(withoutTypes(expected), dialect.toUsual(answer))
        : difference(expected, answer);
      if (found) throw new Error(`${name}: ${first.name} and ${server.name} answer differently ${found}`);
    }
  }
}
