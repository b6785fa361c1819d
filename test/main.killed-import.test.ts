import { expect, test } from 'vitest';
import type { Running } from './support/command.ts';
import { serve } from './support/served.ts';
import { leaveToCI } from './support/services.ts';

const rows = 1_000;
const content = ['TYPE,CONTENT', ...Array.from({ length: rows }, (_, index) => `task,Task ${index} @home`)].join('\n');
const mutation = `mutation ($content: String!) { importFile(input: { format: TODOIST, content: $content }) {
  __typename ... on ImportFilePayload { counts { createdCount unchangedCount } } } }`;

test('an import whose server is killed is there as a whole or not at all, and is done once when it is sent again', async (context) => {
  leaveToCI(context);
  const server = await serve();
  let running: Running = server;
  const send = () => server.ask(mutation, { content: Buffer.from(content).toString('base64') }).catch(() => null);
  const count = async () => {
    const { data } = await server.ask('{ tasks { totalCount } }');
    return (data as unknown as { tasks: { totalCount: number } }).tasks.totalCount;
  };
  for (const wait of [50, 150, 300]) {
    const sent = send();
    // At a different point in each round.
    await new Promise((resolve) => setTimeout(resolve, wait));
    running.child.kill('SIGKILL');
    await running.finished;
    const isDone = (await sent)?.data !== undefined;
    running = await server.again();
    const found = await count();
    // What was acknowledged is there.
    expect(isDone ? [rows] : [0, rows]).toContain(found);
  }
  const before = await count();
  expect(await send()).toMatchObject({
    data: { importFile: { counts: [{ createdCount: rows - before, unchangedCount: before }] } },
  });
  expect(await count()).toBe(rows);
});
