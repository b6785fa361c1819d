import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { secondApp, type TestApp, testSchema } from '../support/app.ts';
import { engine } from '../support/databases.ts';
import { adaAndBob, ownIn } from '../support/examples.ts';
import { createRandom, type Random, type RandomRequest, randomRequest } from '../support/random-documents.ts';
import { tries } from '../support/services.ts';

/* A server that keeps responses is never told from one that does not, whoever writes, and whatever the time is. */

/** Queries that are the same for as long as the clock says. */
const ofTheClock = [
  '{ day { date tasks { nodes { id title } } dueReviews { totalCount } } }',
  '{ agenda { date tasks { nodes { title } } meetings { totalCount } } }',
  '{ tasks(filter: { scheduledOn: { lte: TODAY } }) { totalCount } }',
  '{ tasks(filter: { createdAt: { gt: "-PT30M" } }) { totalCount } }',
  '{ meetings(filter: { startsAt: { gt: NOW } }) { totalCount } }',
  '{ taskStats(bucket: DAY, timeZone: "Asia/Tokyo") { key count period { startsOn } } }',
  '{ viewer { name timeZone } tasks(first: 3) { nodes { id title version } } }',
];

/** Valid queries over all of the schema, with variables that are mostly valid. */
function queries(count: number, scalars: Record<string, readonly unknown[]>): RandomRequest[] {
  const schema = testSchema();
  const found: RandomRequest[] = ofTheClock.map((text) => ({ text, variables: {} }));
  for (let seed = 0; found.length < count; seed += 1) {
    const made = randomRequest(schema, createRandom(seed), { depth: 3, operation: 'query', scalars });
    if (validate(schema, parse(made.text)).length === 0) found.push(made);
  }
  for (const { text } of found) expect(validate(schema, parse(text)), text).toEqual([]);
  return found;
}

test('random reads and writes by two servers come to the same with and without kept responses', async () => {
  const { app: keeping, ada, hers } = await adaAndBob({ RESPONSE_CACHE_MB: '16' });
  const plain = await secondApp(keeping, {}, { clock: keeping.clock });
  const { token } = await ada.mutate('createAccessToken', { name: 'A', scopes: ['READ', 'WRITE'] }, 'token');
  const by = (app: TestApp) => app.as({ authorization: `Bearer ${token}` });
  const id = ownIn(hers);
  const scalars = {
    ...{ ID: [id('Task'), id('Goal'), id('Label'), id('Meeting'), 'x'], Int: [1, 2, 10], String: ['', 'a'] },
    ...{ Boolean: [true, false], Date: ['TODAY', '-P1D', '2026-11-24'], DateTime: ['NOW', '2026-11-24T10:00:00Z'] },
  };
  const asked = queries(60, scalars);
  const tasks = [id('Task')];

  async function write(random: Random): Promise<void> {
    const app = random.pick([keeping, plain]);
    const kind = random.below(6);
    if (kind < 2) {
      const input = { title: `a ${random.below(100)}`, scheduledOn: random.pick(['TODAY', 'P1D']) };
      tasks.push((await by(app).mutate('createTask', input)).id);
    } else if (kind < 4) {
      await by(app).mutate('updateTask', { id: random.pick(tasks), title: `b ${random.below(100)}` });
    } else if (kind === 4) {
      await by(app).mutate(random.pick(['trash', 'restore']), { id: random.pick(tasks) }, '__typename');
    } else {
      const timeZone = random.pick(['Europe/Berlin', 'Asia/Tokyo', 'America/Los_Angeles']);
      const settings = { timeZone, dayStartsAt: random.pick(['00:00', '04:00']) };
      const { email, password } = ada;
      const { accessToken } = await app.nobody.mutate('signIn', { email, password }, 'accessToken');
      await app.as({ authorization: `Bearer ${accessToken}` }).mutate('updateProfile', settings, '__typename');
      // A server knows within a second what another one has changed of an account.
      keeping.clock.advance(1_000);
    }
  }

  let kept = 0;
  async function compare({ text, variables }: RandomRequest): Promise<void> {
    const ask = async (app: TestApp) => {
      const { data, errors } = await by(app).ask(text, variables);
      return errors ? 'errors' : data;
    };
    const before = keeping.statements.length;
    const answer = await ask(keeping);
    if (keeping.statements.length === before && answer !== 'errors') kept += 1;
    expect(answer, text).toEqual(await ask(plain));
  }

  const random = createRandom(7);
  for (let step = 0; step < tries(1_200); step += 1) {
    const kind = random.below(20);
    if (kind === 0) keeping.clock.advance(random.pick([1, 400, 1_000, 60_000, 5 * 3_600_000]));
    else if (kind === 1) await write(random);
    else await compare(random.pick(random.oneIn(2) ? asked : asked.slice(0, 12)));
  }
  // On PostgreSQL, what other tests commit on the same server ends what is kept, too.
  expect(kept).toBeGreaterThan(engine === 'sqlite' ? tries(1_200) / 10 : 0);
});
