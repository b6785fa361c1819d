/* How long a small request takes while a long one runs beside it: whether the one holds up the other. */
import { setTimeout as sleep } from 'node:timers/promises';
import { frequentWord, type Names, token } from './data.ts';
import type { Server } from './server.ts';
import { quantile } from './table.ts';
import { bodyOf, taskAt, workloads } from './workloads.ts';

/** What a small request took while something ran, in milliseconds. */
export interface Beside {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** How long the long request took. NaN if there was none. */
  readonly long: number;
}

type Work = (server: Server, names: Names, round: number) => Promise<unknown>;

const query = (text: string): Work => {
  const body = bodyOf(text, {});
  return (server) => server.ask(body);
};

/** What runs beside the small requests, again and again. */
const works: Record<string, Work | null> = {
  nothing: null,
  'statistics by month': query('{ taskStats(bucket: MONTH) { period { startsOn } count estimateMinutes { sum } } }'),
  'a search of a frequent word': query(`{ search(text: "${frequentWord}") { totalCount nodes { title { text } } } }`),
  'a filter that finds nothing': query('{ tasks(filter: { title: { contains: "nothing" } }) { nodes { id } } }'),
  'an export': async ({ spec, url }) => {
    const response = await fetch(new URL('/export', url), { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok || !response.body) throw new Error(`${spec.name} exports nothing: ${response.status}`);
    for await (const _ of response.body) {
      // Read, as a client would write it to a file.
    }
  },
  'the import of a calendar': (server, { today }, round) =>
    server.ask(
      bodyOf(
        'mutation ($input: ImportMeetingsInput!) { importMeetings(input: $input) { ... on ImportMeetingsPayload { createdCount } } }',
        { input: { ics: calendarOf(today, round), from: today, to: today } },
      ),
    ),
};

const meetingsInCalendar = 500;

/** A calendar of meetings of one day that were not there before. */
function calendarOf(day: string, round: number): string {
  const date = day.replaceAll('-', '');
  const events = Array.from({ length: meetingsInCalendar }, (_, index) => [
    ...['BEGIN:VEVENT', `UID:${round}-${index}@bench`, `DTSTAMP:${date}T080000Z`, `DTSTART:${date}T100000Z`],
    ...['DURATION:PT30M', `SUMMARY:Meeting ${index}`, 'DESCRIPTION:What there is to talk about.'],
    ...[`ATTENDEE;CN=Person ${index % 50}:mailto:person${index % 50}@example.org`, 'END:VEVENT'],
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:bench', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

/** The time between two small requests, whether the one before was answered or not, in milliseconds. */
const pace = 10;

/** Measures the latency of a task by its id beside each of the works, one after another. */
export async function measureBeside(server: Server, names: Names, milliseconds: number): Promise<Beside[]> {
  const small = (number: number) => bodyOf(workloads.W3?.query ?? '', { id: taskAt(names, number) });
  const results: Beside[] = [];
  let round = 0;
  // Connections from before may have been idle for so long that the server ends them.
  server.close();
  for (const [name, work] of Object.entries(works)) {
    const [latencies, long]: [number[], number[]] = [[], []];
    const end = performance.now() + milliseconds;
    async function runWork(): Promise<void> {
      do {
        const started = performance.now();
        if (work) await work(server, names, round++);
        long.push(work ? performance.now() - started : Number.NaN);
      } while (work && performance.now() < end);
    }
    const working = runWork();
    let isWorking = true;
    const done = working.finally(() => {
      isWorking = false;
    });
    const asked: Promise<void>[] = [];
    for (let number = 0; performance.now() < end || (work && isWorking); number++) {
      const started = performance.now();
      asked.push(server.ask(small(number)).then(() => void latencies.push(performance.now() - started)));
      await sleep(pace);
    }
    await Promise.all([done, ...asked]);
    const at = (share: number) => quantile(latencies, share);
    results.push({ name, p50: at(0.5), p99: at(0.99), max: at(1), long: quantile(long, 0.5) });
  }
  return results;
}
