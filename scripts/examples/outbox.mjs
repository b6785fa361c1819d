// Keeps changes that were made offline in a file, and sends them once, however often the connection breaks.
// Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… node outbox.mjs [file, default outbox.json] [add <title> | done <id>]
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const { WAYMARK_URL = 'http://127.0.0.1:4000', WAYMARK_TOKEN } = process.env;
const [file = 'outbox.json', command = 'send', argument] = process.argv.slice(2);
const outbox = await readFile(file, 'utf8').then(JSON.parse, () => ({ waiting: [], sending: null }));
const save = () => writeFile(file, JSON.stringify(outbox));

const query = `mutation ($input: BatchInput!) {
  batch(input: $input) {
    ... on BatchPayload { items { index status error { message } } }
    ... on Error { message }
  }
}`;

/** Sends a batch until there is a response, and returns its items. */
async function send({ key, operations }) {
  for (;;) {
    const response = await fetch(`${WAYMARK_URL}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${WAYMARK_TOKEN}`,
        'idempotency-key': key,
      },
      body: JSON.stringify({ query, variables: { input: { operations, mode: 'ATOMIC' } } }),
    });
    const { data, errors } = await response.json();
    const code = errors?.[0].extensions.code;
    if (code === 'ALREADY_DONE') return [];
    if (code === 'IDEMPOTENCY_KEY_IN_USE') await sleep(Number(response.headers.get('retry-after')) * 1000);
    else if (!data?.batch.items) throw new Error(errors?.[0].message ?? data.batch.message);
    else return data.batch.items;
  }
}

async function sendAll() {
  while (outbox.sending || outbox.waiting.length > 0) {
    // Saved with its key before it goes out, so that exactly this is sent again if the connection breaks.
    outbox.sending ??= { key: crypto.randomUUID(), operations: outbox.waiting.splice(0, 200) };
    await save();
    const { operations } = outbox.sending;
    const items = await send(outbox.sending);
    for (const { index, status, error } of items) {
      if (status === 'FAILED') console.info(`refused: ${JSON.stringify(operations[index])}: ${error.message}`);
    }
    outbox.waiting.unshift(...operations.filter((_operation, index) => items[index]?.status === 'NOT_DONE'));
    outbox.sending = null;
    await save();
  }
  console.info('all sent');
}

if (command === 'add') {
  const id = crypto.randomUUID();
  outbox.waiting.push({ createTask: { id, title: argument } });
  console.info(`Task:${id}`);
} else if (command === 'done') {
  outbox.waiting.push({ completeTask: { id: argument } });
} else {
  await sendAll();
}
await save();
