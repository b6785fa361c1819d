import { expect, test } from 'vitest';
import { createAbortableFetch } from '../../clients/kit/abortable-fetch.ts';
import { createLiveFetch } from '../../clients/kit/live-fetch.ts';
import { createPatientFetch } from '../../clients/kit/patient-fetch.ts';
import { listening } from '../support/listening.ts';

test('requests that are under way are given up, with and without a response, and those that begin later are not', async () => {
  let isHanging = true;
  const { url } = await listening((request, response) => {
    if (request.url === '/silent' && isHanging) return;
    response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    if (!isHanging) response.end('}');
  });
  const { fetch: send, giveUp } = createAbortableFetch();
  const patient = createPatientFetch(createLiveFetch(send));
  const failureOf = (work: Promise<unknown>) => work.then(String, ({ code, message }) => ({ code, message }));
  const own = new AbortController();
  const begun = await patient(`${url}/begun`, { signal: own.signal });
  const failures = [failureOf(patient(`${url}/silent`)), failureOf(begun.text())];
  giveUp();
  const given = { code: 'OFFLINE', message: 'The server has not responded.' };
  expect(await Promise.all(failures)).toEqual([given, given]);

  const left = failureOf(patient(`${url}/silent`, { signal: own.signal }));
  own.abort(new Error('Left.'));
  expect(await left).toMatchObject({ message: 'Left.' });
  isHanging = false;
  expect(await (await patient(`${url}/silent`)).text()).toBe('{}');
});
