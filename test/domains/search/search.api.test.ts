import { expect, test } from 'vitest';
import { createTestApp } from '../../support/app.ts';

const find = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
  search(text: $text, types: $types, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor }
    nodes {
      type score title { text marks { start end } } snippet { text marks { start end } } node { __typename id }
    }
  }
}`;

test('a word of a title or a text finds its row, with the word marked', async () => {
  const ada = await (await createTestApp()).person();
  const task = await ada.mutate('createTask', { title: 'Write the Größe report', description: 'For **Mara**, by Friday' });
  await ada.mutate('createTask', { title: 'Buy milk' });
  const { search } = await ada.query(find, { text: 'GRÖSSE mar' });
  expect(search).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        type: 'TASK',
        score: (0.25 + 1) / 2,
        title: { text: 'Write the Größe report', marks: [{ start: 10, end: 15 }] },
        snippet: { text: 'For **Mara**, by Friday', marks: [{ start: 6, end: 10 }] },
        node: { __typename: 'Task', id: task.id },
      },
    ],
  });
  console.log(JSON.stringify(await ada.query('{ timeline(to: null) { nodes { at type title node { id } } } }')));
});
