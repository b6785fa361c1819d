import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { adaAndBob } from '../support/examples.ts';
import { leaveToCI, tries } from '../support/services.ts';
import { exportOf, importInto } from '../support/transfer.ts';
import { ask, casesOf, nameOf, type Scene } from './run.ts';

/*
 * Every argument and input field of the schema with values that nobody means. `npm run fuzz` does so for as long as one likes,
 * on both engines, and says what was slow.
 */

const { WAYMARK_FUZZ_SECONDS: seconds, WAYMARK_FUZZ_SEED: seed = '1', WAYMARK_FUZZ_REPORT: report } = process.env;

/** So many requests are made of the same account: some of them end its session, or delete what it has. */
const casesOfOne = 250;

async function newScene(): Promise<Scene> {
  const { app, ada, hers } = await adaAndBob({ REQUESTS_PER_MINUTE: '1000000' });
  return { app, person: ada, rows: hers };
}

/** Why what the server took from its clients could not be imported elsewhere; nothing if it could. */
async function importFault({ app, person }: Scene): Promise<string[]> {
  const there = await createTestApp();
  try {
    if ((await app.db.reads.account.count({ where: { email: person.email } })) === 0) return [];
    const text = await exportOf(app, person.email);
    await importInto(there, person.email, text);
    return (await exportOf(there, person.email)) === text ? [] : ['an export that is another one once it was imported'];
  } catch (error) {
    return [`an export that cannot be imported: ${String(error)}`];
  } finally {
    await there.close();
  }
}

test('whatever a client sends, the answer is never a fault of the server, and what it takes can be exported and imported', async (context) => {
  if (seconds === undefined) leaveToCI(context);
  const note = (entry: object) => report && appendFileSync(report, `${JSON.stringify(entry)}\n`);
  const end = seconds === undefined ? Infinity : Date.now() + Number(seconds) * 1_000;
  const count = seconds === undefined ? tries(800) : Infinity;
  const faults: string[] = [];
  let scene = await newScene();
  let asked = 0;
  for await (const one of casesOf(() => scene, Number(seed), seconds === undefined ? 3 : 5)) {
    if (asked >= count || Date.now() > end) break;
    const name = nameOf(one);
    // Before it is asked: whoever reads the report knows what it was that took so long.
    note({ asking: name, args: JSON.stringify(one.args).slice(0, 2_000) });
    const outcome = await ask(scene, one);
    note({ name, ...outcome });
    if (outcome.isFault) faults.push(`${name}: ${outcome.answer} ${JSON.stringify(one.args).slice(0, 500)}`);
    asked += 1;
    if (asked % casesOfOne > 0 && !outcome.answer.includes('UNAUTHENTICATED')) continue;
    faults.push(...(await importFault(scene)));
    await scene.app.close();
    scene = await newScene();
  }
  faults.push(...(await importFault(scene)));
  expect(asked).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
