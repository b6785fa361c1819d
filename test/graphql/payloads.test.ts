import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';

const changes = 'changeSet { id name changes { nodes { action nodeId } } }';
const create = `mutation ($name: String!) {
  createLabel(input: { name: $name }) { ... on CreateLabelPayload { label { id } ${changes} } }
}`;
const rename = `mutation ($id: ID!, $name: String!) {
  updateLabel(input: { id: $id, name: $name }) { ... on UpdateLabelPayload { label { name } ${changes} } }
}`;

test('a payload has the change set that its mutation committed', async () => {
  const ada = await (await createTestApp()).person();
  const { createLabel } = await ada.query(create, { name: 'Blue' });
  const { id } = createLabel.label;
  expect(createLabel.changeSet).toEqual({
    id: expect.any(String),
    name: 'createLabel',
    changes: { nodes: [{ action: 'CREATE', nodeId: id }] },
  });
});

test('two mutations of one request have a change set each', async () => {
  const ada = await (await createTestApp()).person();
  const labels = ['one', 'two'].map(
    (name) => `${name}: createLabel(input: { name: "${name}" }) {
      ... on CreateLabelPayload { label { id } ${changes} }
    }`,
  );
  const answer = await ada.query(`mutation { ${labels.join(' ')} }`);
  for (const { label, changeSet } of [answer.one, answer.two]) {
    expect(changeSet.changes.nodes).toEqual([{ action: 'CREATE', nodeId: label.id }]);
  }
  expect(answer.one.changeSet.id).not.toBe(answer.two.changeSet.id);
});

test('a payload has no change set if nothing changed', async () => {
  const ada = await (await createTestApp()).person();
  const { createLabel } = await ada.query(create, { name: 'Blue' });
  const { id } = createLabel.label;
  expect(await ada.query(rename, { id, name: 'Blue' })).toEqual({
    updateLabel: { label: { name: 'Blue' }, changeSet: null },
  });
});

test('emptying the trash has a change set that can be undone', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createLabel', { name: 'Blue' });
  await ada.mutate('trash', { id }, 'id');
  const text = '{ ... on EmptyTrashPayload { deletedCount changeSet { id name } } }';
  const { emptyTrash } = await ada.query(`mutation { emptyTrash(input: {}) ${text} }`);
  expect(emptyTrash).toEqual({ deletedCount: 1, changeSet: { id: expect.any(String), name: 'emptyTrash' } });
  expect((await ada.query(`mutation { emptyTrash(input: {}) ${text} }`)).emptyTrash).toEqual({
    deletedCount: 0,
    changeSet: null,
  });
  await ada.mutate('undoChangeSet', { changeSetId: emptyTrash.changeSet.id }, 'id');
  expect((await ada.query('query ($id: ID!) { label(id: $id) { name } }', { id })).label).toEqual({ name: 'Blue' });
});
