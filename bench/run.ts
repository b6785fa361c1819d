/**
 * `npm run bench`: compares costs side by side in one run. The two of a pair run alternately, so that other load on the
 * machine affects both. The result is the ratio of their medians.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { createAccessToken } from '../src/domains/accounts/access-tokens/access-tokens.service.ts';
import { ensureOwner } from '../src/domains/accounts/accounts/accounts.service.ts';
import { createTask } from '../src/domains/tasks/tasks/tasks.service.ts';
import { actAs } from '../src/platform/context.ts';

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Runs two things alternately, and prints their medians and the ratio of the first to the second. */
async function compare(name: string, rounds: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const times: [number[], number[]] = [[], []];
  for (let round = -Math.ceil(rounds / 10); round < rounds; round++) {
    for (const [index, work] of [one, other].entries()) {
      const started = performance.now();
      await work();
      if (round >= 0) times[index]?.push(performance.now() - started);
    }
  }
  const [first, second] = [median(times[0]), median(times[1])];
  console.info(`${name.padEnd(64)} ${first.toFixed(2)} ms : ${second.toFixed(2)} ms = ${(first / second).toFixed(2)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
const config = parseConfig({
  ...process.env,
  NODE_ENV: 'test',
  WAYMARK_DATA_DIR: folder,
  DATABASE_URL: process.env.BENCH_DATABASE_URL,
  SIGN_UP: 'open',
  TRUST_PROXY: 'on',
});
const app = await createApp(config);
try {
  const { account } = await ensureOwner(app.systemContext());
  const viewer = { accountId: account.id, account, actor: 'server', sessionId: null, canWrite: true };
  const ctx = () => actAs(app.systemContext(), viewer);
  const { token } = await createAccessToken(ctx(), { name: 'bench', scopes: ['READ', 'WRITE'] });
  for (let index = 0; index < 2_000; index++) await createTask(ctx(), { title: `Task ${index}`, priority: index % 5 });

  let address = 0;
  const ask = async (query: string, variables: object = {}) => {
    address += 1;
    const response = await app.fetch(
      new Request('http://bench/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: query.includes('signIn') ? '' : `Bearer ${token}`,
          'x-forwarded-for': `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
        },
        body: JSON.stringify({ query, variables }),
      }),
    );
    return (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  };
  const password = 'a long enough password';
  const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }`;
  for (let index = 0; index < 60; index++) {
    await ask(signUp, { input: { email: `known${index}@example.org`, name: 'Known', password } });
  }
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
  let turn = 0;
  const attempt = (who: string) =>
    ask(signIn, { input: { email: `${who}${turn++ % 60}@example.org`, password: 'a wrong password' } });
  await compare(
    'sign-in: unknown email : wrong password',
    120,
    () => attempt('unknown'),
    () => attempt('known'),
  );

  const page = (first: number) => `{ tasks(first: ${first}) { nodes { id title status priority labels { name } } } }`;
  await compare(
    'tasks: page of 100 : page of 10',
    200,
    () => ask(page(100)),
    () => ask(page(10)),
  );

  const where = { ownerId: account.id, trashedAt: null };
  const bare = () => app.db.reads.task.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }], take: 26 });
  await compare('tasks: through GraphQL : Prisma alone, page of 25', 300, () => ask(page(25)), bare);

  const all: string[] = [];
  for (let after: unknown = null; ; ) {
    const { data } = await ask(
      'query ($after: String) { tasks(first: 100, after: $after) { pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    const { hasNextPage, endCursor } = (data.tasks as { pageInfo: { hasNextPage: boolean; endCursor: string } })
      .pageInfo;
    if (!hasNextPage) break;
    all.push(endCursor);
    after = endCursor;
  }
  const at = (after: string | null) =>
    ask('query ($after: String) { tasks(first: 25, after: $after) { nodes { id } } }', { after });
  await compare(
    'tasks: last page of 2,000 : first page',
    200,
    () => at(all.at(-1) ?? null),
    () => at(null),
  );

  const create = () => createTask(ctx(), { title: 'Another' });
  const raw = () => app.db.write((client) => client.task.update({ where: { id: 'none' }, data: {} }).catch(() => null));
  await compare('createTask with its change log : an empty transaction', 200, create, raw);
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
