// Keeps a copy of all tasks and labels in a file, and updates it at each run.
// Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… node sync.mjs [file, default copy.json]
import { readFile, writeFile } from 'node:fs/promises';

const { WAYMARK_URL = 'http://127.0.0.1:4000', WAYMARK_TOKEN } = process.env;
const file = process.argv[2] ?? 'copy.json';
const fields = `id
  ... on Task { version title status trashedAt labels(withTrashed: true) { id } }
  ... on Label { version name trashedAt }`;

async function ask(query, variables = {}) {
  const response = await fetch(`${WAYMARK_URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${WAYMARK_TOKEN}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

async function startOver() {
  // The cursor first, so that nothing is missed that changes while the nodes are read.
  const { changes } = await ask('{ changes { ... on ChangePage { cursor } } }');
  const nodes = {};
  for (const list of ['tasks', 'labels']) {
    for (const trashed of [false, true]) {
      for (let after = null, more = true; more; ) {
        const { page } = await ask(
          `query ($after: String, $trashed: Boolean) {
            page: ${list}(first: 100, after: $after, trashed: $trashed) {
              nodes { ... on Node { ${fields} } }
              pageInfo { hasNextPage endCursor }
            }
          }`,
          { after, trashed },
        );
        for (const node of page.nodes) nodes[node.id] = node;
        ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      }
    }
  }
  return { cursor: changes.cursor, nodes };
}

async function catchUp(copy) {
  for (let more = true; more; ) {
    const { changes: page } = await ask(
      `query ($after: String) {
        changes(after: $after, types: [TASK, LABEL]) {
          __typename
          ... on ChangePage { cursor hasMore changes { nodeId node { ${fields} } } }
        }
      }`,
      { after: copy.cursor },
    );
    if (page.__typename !== 'ChangePage') return catchUp(await startOver());
    for (const { nodeId, node } of page.changes) {
      if (node) copy.nodes[nodeId] = node;
      else delete copy.nodes[nodeId];
    }
    copy.cursor = page.cursor;
    more = page.hasMore;
  }
  return copy;
}

const kept = await readFile(file, 'utf8').then(JSON.parse, () => null);
const copy = await catchUp(kept ?? (await startOver()));
await writeFile(file, JSON.stringify(copy));
console.info(`${Object.keys(copy.nodes).length} nodes`);
