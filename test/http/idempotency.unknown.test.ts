import { expect, test } from 'vitest';
import { DatabaseFault } from '../../src/platform/database/faults.ts';
import { createFreshTestApp } from '../support/app.ts';
import { failWrites } from '../support/failing-writes.ts';

/* What a key is worth where nobody knows whether a mutation was committed, which is what it is for. */

const create = `mutation { createTask(input: { title: "Once" }) { __typename ... on CreateTaskPayload { task { title } } } }`;

/** Sends a mutation whose commit ends with the connection, and then again. @param isSaved whether it was committed */
async function sentTwice(isSaved: boolean) {
  const app = await createFreshTestApp();
  const ada = await app.person();
  const ask = () => ada.ask(create, {}, { 'idempotency-key': 'unknown' });
  let writes = 0;
  const restore = failWrites(app, (write) => async (work, options) => {
    writes += 1;
    // The first claims the key.
    if (writes !== 2) return write(work, options);
    if (isSaved) await write(work, options);
    throw new DatabaseFault('COMMIT_UNKNOWN');
  });
  const first = await ask();
  restore();
  expect(first).toMatchObject({
    status: 503,
    errors: [{ message: expect.stringContaining('repeat it with the same Idempotency-Key') }],
  });
  const { status, data, errors } = await ask();
  const { tasks, changeSets } = await ada.query('{ tasks { totalCount } changeSets(first: 1) { nodes { id } } }');
  expect(tasks.totalCount).toBe(1);
  return { status, data, extensions: errors?.[0]?.extensions, changeSetId: changeSets.nodes[0].id };
}

test('a mutation that may be saved or not, and was, is done when it is sent again', async () => {
  const { status, extensions, changeSetId } = await sentTwice(true);
  expect([status, extensions]).toEqual([409, { code: 'ALREADY_DONE', changeSetIds: [changeSetId] }]);
});

test('a mutation that may be saved or not, and was not, runs when it is sent again', async () => {
  const { status, data } = await sentTwice(false);
  expect([status, data]).toEqual([200, { createTask: { __typename: 'CreateTaskPayload', task: { title: 'Once' } } }]);
});
