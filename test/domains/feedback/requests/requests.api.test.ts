import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { answerForm, openForm } from '../../../support/feedback-form.ts';
import { createMailbox } from '../../../support/mailbox.ts';
import { staying } from '../../../support/staying.ts';

const shown = `id state topic message questions dueOn answeredAt version person { name }
  feedback { direction kind body context occurredOn person { name } request { id } }`;
const linked = `url feedbackRequest { ${shown} }`;
const asked = { questions: ['What should I keep doing?', 'What should I change?'], topic: 'The release' };

async function mara(ada: SignedInPerson, emails: string[] = []): Promise<string> {
  return (await ada.mutate('createPerson', { name: 'Mara', emails })).id;
}

async function askMara(app: TestApp, more: object = {}) {
  const ada = staying(app, await app.person());
  const personId = await mara(ada);
  const { url, feedbackRequest } = await ada.mutate('createFeedbackRequest', { ...asked, personId, ...more }, linked);
  const request = async () =>
    (await ada.query(`query ($id: ID!) { feedbackRequest(id: $id) { ${shown} } }`, { id: feedbackRequest.id }))
      .feedbackRequest;
  return { ada, personId, url: url as string, id: feedbackRequest.id as string, feedbackRequest, request };
}

test('a request is answered once, without an account, and becomes feedback that its owner receives', async () => {
  const app = await createTestApp();
  const { ada, url, feedbackRequest, request } = await askMara(app);
  expect(feedbackRequest).toMatchObject({
    ...{ ...asked, state: 'OPEN', dueOn: '2026-12-07', answeredAt: null, feedback: null, person: { name: 'Mara' } },
  });
  const form = await openForm(app, url);
  expect([form.status, form.questions]).toEqual([200, asked.questions]);
  expect(await request()).toEqual(feedbackRequest);
  const sent = await answerForm(app, url, { answer1: 'Writing <b>notes</b>.\r\nOften.', answer2: ' ', kind: 'PRAISE' });
  expect([sent.status, sent.text.includes('Thank you')]).toEqual([200, true]);
  expect(await request()).toMatchObject({
    state: 'ANSWERED',
    answeredAt: '2026-11-23T09:00:00.000Z',
    feedback: {
      ...{ direction: 'RECEIVED', kind: 'PRAISE', context: 'The release', occurredOn: '2026-11-23' },
      body: '### What should I keep doing?\n\nWriting <b>notes</b>.\nOften.',
      person: { name: 'Mara' },
      request: { id: feedbackRequest.id },
    },
  });
  expect((await answerForm(app, url, { answer1: 'Again' })).status).toBe(404);
  expect((await ada.query('{ feedbackEntries { totalCount } }')).feedbackEntries.totalCount).toBe(1);
});

test('of many answers at once, one is taken', async () => {
  const app = await createTestApp();
  const { ada, url } = await askMara(app);
  const { token } = await openForm(app, url);
  const answers = Array.from({ length: 8 }, (_, n) => answerForm(app, url, { answer1: `Answer ${n}` }, { token }));
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, ...Array(7).fill(404)]);
  expect((await ada.query('{ feedbackEntries { totalCount } }')).feedbackEntries.totalCount).toBe(1);
});

test('a link that is wrong, revoked, renewed, expired, trashed or used gets the same bytes, whatever is asked', async () => {
  const app = await createTestApp();
  const { ada, url, id, personId, request } = await askMara(app);
  const { token } = await openForm(app, url);
  const gone = new Set<string>();
  const look = async (address: string) => {
    const responses = [await openForm(app, address), await answerForm(app, address, { answer1: 'Hi' }, { token })];
    for (const { status, text, headers } of responses) {
      headers.delete('x-request-id');
      gone.add(JSON.stringify([status, text, [...headers]]));
    }
    return responses.map(({ status }) => status);
  };
  expect(await look(`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`)).toEqual([404, 404]);
  expect(await look(`${url.slice(0, url.lastIndexOf('/'))}/`)).toEqual([404, 404]);
  expect(await look(`${url}x`)).toEqual([404, 404]);
  expect(await look(url.replace(/.{43}$/, 'A'.repeat(43)))).toEqual([404, 404]);
  const renewed = await ada.mutate('renewFeedbackRequestLink', { id }, linked);
  expect(await look(url)).toEqual([404, 404]);
  expect((await openForm(app, renewed.url)).status).toBe(200);
  await ada.mutate('trash', { id });
  expect(await look(renewed.url)).toEqual([404, 404]);
  await ada.mutate('restore', { id });
  await ada.mutate('trash', { id: personId });
  expect(await look(renewed.url)).toEqual([404, 404]);
  await ada.mutate('restore', { id: personId });
  expect((await ada.mutate('revokeFeedbackRequest', { id }, 'state')).state).toBe('REVOKED');
  expect(await look(renewed.url)).toEqual([404, 404]);
  const last = await ada.mutate('renewFeedbackRequestLink', { id }, linked);
  app.clock.set('2026-12-08T02:59:00Z');
  expect((await openForm(app, last.url)).status).toBe(200);
  // Four in the morning in Berlin, where the day of the owner ends.
  app.clock.set('2026-12-08T03:00:00Z');
  expect(await look(last.url)).toEqual([404, 404]);
  expect(gone.size).toBe(1);
  expect(gone.values().next().value).toContain('"no-store"');
  app.clock.set('2026-11-23T10:00:00Z');
  await answerForm(app, last.url, { answer1: 'Well done' });
  await look(last.url);
  expect([gone.size, (await request()).state]).toEqual([1, 'ANSWERED']);
});

test('the page has no script and no outside asset, tells nobody its address, and looking changes nothing', async () => {
  const app = await createTestApp();
  const { url, ada } = await askMara(app, { topic: '<script>alert(1)</script>', message: 'Dear "Mara" & co' });
  const history = '{ changeSets(first: 5) { nodes { id } } }';
  const before = await ada.query(history);
  for (const method of ['GET', 'HEAD', 'GET']) {
    const { status, headers, text } = await openForm(app, url, { method });
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script|<img|<iframe|\son\w+=|\sstyle=|(href|src|action)="https?:/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    });
  }
  expect(await ada.query(history)).toEqual(before);
  expect((await openForm(app, url)).text).toContain('Dear &quot;Mara&quot; &amp; co');
});

test('a form is taken from its own page only, within bounds, and what cannot be taken stays to be mended', async () => {
  const app = await createTestApp();
  const { url, ada } = await askMara(app);
  const { token } = await openForm(app, url);
  const send = (fields: Record<string, string>, more = {}) => answerForm(app, url, fields, { token, ...more });
  const fine = { answer1: 'Fine' };
  const forged = [
    { token: '' },
    { token: `${token.slice(0, -2)}xx` },
    { headers: { 'sec-fetch-site': 'cross-site' } },
    { headers: { 'sec-fetch-site': 'same-site' } },
    { headers: { origin: 'https://evil.example' } },
    { type: 'application/json' },
    { type: 'text/plain' },
    { headers: { 'content-length': '500000' } },
  ];
  for (const more of forged) expect([more, (await send(fine, more)).status]).toEqual([more, 403]);
  const unfit: [Record<string, string>, RegExp][] = [
    [{}, /must not all be empty/],
    [{ answer1: ' \n ' }, /must not all be empty/],
    // A zero-width space, a filler of Hangul and an empty pattern of Braille.
    [{ answer1: '\u200b\u3164', answer2: '\u2800' }, /must not all be empty/],
    [{ answer3: 'There is no such question' }, /must not all be empty/],
    [{ answer1: 'x'.repeat(5_001) }, /Answer 1 must have at most 5000/],
    [{ answer1: 'a\u0000b' }, /control characters/],
    [{ ...fine, kind: 'FLATTERY' }, /The kind must be/],
  ];
  for (const [fields, message] of unfit) {
    const { status, text } = await send(fields);
    expect([status, text]).toEqual([400, expect.stringMatching(message)]);
  }
  expect((await send({ ...fine, kind: 'FLATTERY' })).text).toContain('\nFine</textarea>');
  expect((await ada.query('{ feedbackEntries { totalCount } }')).feedbackEntries.totalCount).toBe(0);
  expect((await send(fine, { headers: { origin: 'null' } })).status).toBe(200);
});

test('forms are limited for a network, whichever link they are for', async () => {
  const app = await createTestApp();
  const { url } = await askMara(app);
  const statuses = [];
  for (let n = 0; n < 21; n += 1) statuses.push((await answerForm(app, `${url.slice(0, -3)}xyz`, {})).status);
  expect(statuses).toEqual([...Array(20).fill(404), 429]);
  const limited = await answerForm(app, url, { answer1: 'Hi' });
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '600']);
  const elsewhere = { 'x-forwarded-for': '10.9.9.9' };
  expect((await answerForm(app, url, { answer1: 'Hi' }, { headers: elsewhere })).status).toBe(200);
});

test('the database, the history and exports have no token, and an undo brings no link back', async () => {
  const app = await createTestApp();
  const { ada, url, id, request } = await askMara(app);
  const token = url.slice(url.lastIndexOf('/') + 1);
  const kept = JSON.stringify([
    await app.db.reads.feedbackRequestLink.findMany(),
    await app.db.reads.change.findMany(),
    await app.db.reads.feedbackRequest.findMany(),
    await app.db.reads.job.findMany(),
  ]);
  expect(kept).not.toContain(token.slice(32));
  await answerForm(app, url, { answer1: 'Once' });
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id name actor actorId } } }');
  const [answered] = changeSets.nodes;
  expect(answered).toMatchObject({ name: 'answerFeedbackRequest', actor: 'FEEDBACK_REQUEST', actorId: id });
  await ada.mutate('undoChangeSet', { changeSetId: answered.id });
  expect(await request()).toMatchObject({ state: 'REVOKED', feedback: null, answeredAt: null });
  expect((await openForm(app, url)).status).toBe(404);
  const { url: again } = await ada.mutate('renewFeedbackRequestLink', { id }, 'url');
  expect((await openForm(app, again)).status).toBe(200);
});

test('an answered request keeps its link used and its fields; others change until they are answered', async () => {
  const app = await createTestApp();
  const { ada, url, id, request } = await askMara(app, { dueOn: 'TODAY' });
  app.clock.advance(24 * 3_600_000);
  expect((await request()).state).toBe('EXPIRED');
  const moved = await ada.mutate('updateFeedbackRequest', { id, dueOn: '2026-11-25', topic: 'Later' }, shown);
  expect(moved).toMatchObject({ state: 'OPEN', topic: 'Later', version: 2 });
  await answerForm(app, url, { answer1: 'Now' });
  expect(await ada.mutate('updateFeedbackRequest', { id })).toMatchObject({ code: 'CONFLICT' });
  expect(await ada.mutate('renewFeedbackRequestLink', { id }, 'url')).toMatchObject({ code: 'CONFLICT' });
  expect((await ada.mutate('revokeFeedbackRequest', { id }, 'state')).state).toBe('ANSWERED');
});

test.each([
  [{ questions: [] }, ['questions'], 'must have at least 1'],
  [{ questions: Array(11).fill('Why?') }, ['questions'], 'must be at most 10'],
  [{ questions: ['Why?', ' '] }, ['questions', '1'], 'must not be empty'],
  [{ dueOn: '-P1D' }, ['dueOn'], 'must not be in the past'],
  [{ dueOn: 'P366D' }, ['dueOn'], 'must be within 365 days'],
  [{ isMailed: true }, ['isMailed'], 'must not be true: the server sends no mail'],
])('createFeedbackRequest refuses %j and creates nothing', async (input, path, message) => {
  const ada = await (await createTestApp()).person();
  const { issues } = await ada.mutate(
    'createFeedbackRequest',
    { ...asked, personId: await mara(ada), ...input },
    'url',
  );
  expect(issues[0]).toEqual({ path: ['input', ...path], message });
  expect((await ada.query('{ feedbackRequests { totalCount } }')).feedbackRequests.totalCount).toBe(0);
});

test('a link is mailed where the server sends mail, with the address that was returned, and not once it is revoked', async () => {
  const mailbox = await createMailbox();
  const app = await createTestApp({ SMTP_URL: mailbox.url, MAIL_FROM: 'waymark@example.org' });
  const ada = await app.person();
  const bare = await ada.mutate(
    'createFeedbackRequest',
    { ...asked, personId: await mara(ada), isMailed: true },
    'url',
  );
  expect(bare.issues[0].message).toBe('must not be true: the person has no email address');
  const personId = (await ada.mutate('createPerson', { name: 'Noor', emails: ['noor@example.org'] })).id;
  const input = { ...asked, personId, isMailed: true, message: 'Please be frank.' };
  const { url } = await ada.mutate('createFeedbackRequest', input, linked);
  const revoked = await ada.mutate('createFeedbackRequest', input, linked);
  await ada.mutate('revokeFeedbackRequest', { id: revoked.feedbackRequest.id });
  await app.worker.work();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([['noor@example.org']]);
  const text = mailbox.mails[0]?.text.replaceAll('=\r\n', '') ?? '';
  expect(text).toContain('Please be frank.');
  expect(text.replaceAll('\r\n', '')).toContain(url);
});
