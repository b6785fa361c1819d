/* Ratios within one server, of costs that should be alike or stay in proportion. */
import { type Application, createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { ensureOwner } from '../src/domains/accounts/accounts/accounts.service.ts';
import { createTask } from '../src/domains/tasks/tasks/tasks.service.ts';
import { actAs, type ViewerContext } from '../src/platform/context.ts';
import type { DatabaseLocation } from '../src/platform/database/location.ts';
import { token } from './data.ts';
import { median } from './table.ts';

/** The medians of two costs, in milliseconds. */
export interface Ratio {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

type Work = () => Promise<unknown>;

/** Runs two things in turns, so that other load on the machine affects both. */
async function compare(name: string, rounds: number, one: Work, other: Work): Promise<Ratio> {
  const times: [number[], number[]] = [[], []];
  for (let round = -Math.ceil(rounds / 10); round < rounds; round++) {
    for (const [index, work] of [one, other].entries()) {
      const started = performance.now();
      await work();
      if (round >= 0) times[index]?.push(performance.now() - started);
    }
  }
  return { name, first: median(times[0]), second: median(times[1]) };
}

type Ask = (query: string, variables?: object) => Promise<Record<string, unknown>>;

/** Sends requests to an application, each from another address, so that no rate limit is reached. */
function asking(app: Application): Ask {
  let address = 0;
  return async (query, variables = {}) => {
    address += 1;
    const response = await app.fetch(
      new Request('http://bench/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: /signIn|signUp/.test(query) ? '' : `Bearer ${token}`,
          'x-forwarded-for': `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
        },
        body: JSON.stringify({ query, variables }),
      }),
    );
    return ((await response.json()) as { data: Record<string, unknown> }).data;
  };
}

/** Measures the ratios on a database with the data of the benchmark. */
export async function measureRatios(database: DatabaseLocation, folder: string, quick: boolean): Promise<Ratio[]> {
  const url = database.engine === 'sqlite' ? `file:${database.file}` : database.url;
  const environment = { NODE_ENV: 'test', SIGN_UP: 'open', TRUST_PROXY: 'on' };
  const app = await createApp(parseConfig({ ...environment, DATABASE_URL: url, WAYMARK_DATA_DIR: folder }));
  const rounds = quick ? 20 : 200;
  try {
    const { account } = await ensureOwner(app.systemContext());
    const viewer = {
      accountId: account.id,
      account,
      actor: 'server',
      sessionId: null,
      canWrite: true,
      canIntegrate: true,
    };
    const ctx = () => actAs(app.systemContext(), viewer);
    const ask = asking(app);
    return [
      await signInRatio(ask, rounds),
      ...(await pageRatios(ask, rounds)),
      await prismaRatio(app, ask, account.id, rounds),
      await writeRatio(app, ctx, rounds),
    ];
  } finally {
    await app.close();
  }
}

/** Whether an account exists cannot be told from how long a failed sign-in takes. */
async function signInRatio(ask: Ask, rounds: number): Promise<Ratio> {
  const password = 'a long enough password';
  const accounts = 60;
  for (let index = 0; index < accounts; index++) {
    const input = { email: `known${index}@example.org`, name: 'Known', password };
    await ask('mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', { input });
  }
  let turn = 0;
  const attempt = (who: string) => () =>
    ask('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input: { email: `${who}${turn++ % accounts}@example.org`, password: 'a wrong password' },
    });
  return compare('sign-in: unknown email : wrong password', rounds / 2, attempt('unknown'), attempt('known'));
}

async function pageRatios(ask: Ask, rounds: number): Promise<Ratio[]> {
  const page = (first: number) => () => ask(`{ tasks(first: ${first}) { nodes { id title status labels { name } } } }`);
  const last = await lastCursor(ask);
  const after = (cursor: string | null) => () =>
    ask('query ($after: String) { tasks(first: 25, after: $after) { nodes { id } } }', { after: cursor });
  return [
    await compare('page of 100 : page of 10', rounds, page(100), page(10)),
    await compare('last page of 2,000 : first page', rounds, after(last), after(null)),
  ];
}

async function lastCursor(ask: Ask): Promise<string> {
  const query = '{ tasks(last: 26) { edges { cursor } } }';
  const { tasks } = (await ask(query)) as { tasks: { edges: { cursor: string }[] } };
  return tasks.edges[0]?.cursor ?? '';
}

function prismaRatio(app: Application, ask: Ask, ownerId: string, rounds: number): Promise<Ratio> {
  const where = { ownerId, trashedAt: null };
  return compare(
    'page of 25: through GraphQL : Prisma alone',
    rounds,
    () => ask('{ tasks(first: 25) { nodes { id title status priority } } }'),
    () => app.db.reads.task.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }], take: 26 }),
  );
}

function writeRatio(app: Application, ctx: () => ViewerContext, rounds: number): Promise<Ratio> {
  const none = () =>
    app.db.write((client) => client.task.update({ where: { id: 'none' }, data: {} }).catch(() => null));
  return compare(
    'createTask with its change log : an empty transaction',
    rounds,
    () => createTask(ctx(), { title: 'Another' }),
    none,
  );
}
