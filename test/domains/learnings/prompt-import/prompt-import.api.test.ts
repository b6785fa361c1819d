import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const counts = 'readCount createdCount updatedCount unchangedCount skippedCount';
const anki =
  '#separator:tab\n#deck column:3\nHund\tdog\tGerman::Animals\nKatze\tcat\tGerman::Animals\nleer\t\tGerman\nHund\tdog\tGerman::Animals\n';
const note = '# Databases\n\nWhat is a WAL?::A log <!--SR:!2026-12-05,20,250-->\nBTree:::tree\n';

const run = (person: Person, input: object, fields = counts) =>
  person.mutate('importPrompts', { title: 'Notes', ...input }, fields);

test('a dry run tells what an import does, and both say the same', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { format: 'ANKI_TEXT', text: anki };
  const fields = `${counts} skipped { line reason } prompts { line learningTitle question answer dueOn }`;
  const dry = await writingNothing(app, ada, () => run(ada, { ...input, isDryRun: true }, fields));
  expect(dry).toMatchObject({
    ...{ readCount: 4, createdCount: 2, updatedCount: 0, unchangedCount: 0, skippedCount: 2 },
    skipped: [
      { line: 5, reason: 'The answer is empty.' },
      { line: 6, reason: 'The card is the same as that of line 3.' },
    ],
  });
  expect(dry.prompts[0]).toEqual({
    ...{ line: 3, learningTitle: 'German › Animals', question: 'Hund', answer: 'dog', dueOn: '2026-11-23' },
  });
  expect(await run(ada, input, fields)).toEqual(dry);
  const { learnings } = await ada.query(
    '{ learnings { nodes { title prompts(orderBy: [{ field: QUESTION }]) { nodes { question answer state } } } } }',
  );
  expect(learnings.nodes).toEqual([
    {
      title: 'German › Animals',
      prompts: {
        nodes: [
          { question: 'Hund', answer: 'dog', state: 'NEW' },
          { question: 'Katze', answer: 'cat', state: 'NEW' },
        ],
      },
    },
  ]);
});

test('twice is once: only texts that have changed are changed, and reviews stay', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const input = { format: 'ANKI_TEXT', text: anki };
  await run(ada, input);
  const { prompts } = await ada.query('{ prompts(orderBy: [{ field: QUESTION }]) { nodes { id } } }');
  await ada.mutate('reviewPrompt', { id: prompts.nodes[0].id, rating: 'EASY' });
  await ada.mutate('trash', { id: prompts.nodes[1].id });
  expect(await writingNothing(app, ada, () => run(ada, input))).toMatchObject({
    ...{ createdCount: 0, updatedCount: 0, unchangedCount: 1, skippedCount: 3 },
  });
  expect(await run(ada, { ...input, text: anki.replaceAll('\tdog', '\tthe dog') })).toMatchObject({ updatedCount: 1 });
  const { prompt } = await ada.query('query ($id: ID!) { prompt(id: $id) { answer state } }', {
    id: prompts.nodes[0].id,
  });
  expect(prompt).toEqual({ answer: 'the dog', state: 'REVIEW' });
  // Another account has prompts of its own.
  expect(await run(bob, input)).toMatchObject({ createdCount: 2 });
});

test('a schedule of Obsidian is kept', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await run(ada, { format: 'OBSIDIAN', text: note })).toMatchObject({ readCount: 3, createdCount: 3 });
  const { prompts } = await ada.query(
    '{ prompts(orderBy: [{ field: DUE_ON, direction: DESC }]) { nodes { question state dueOn stability difficulty reviewedOn retrievability learning { title } } } }',
  );
  expect(prompts.nodes[0]).toEqual({
    ...{ question: 'What is a WAL?', state: 'REVIEW', dueOn: '2026-12-05', stability: 20, reviewedOn: '2026-11-15' },
    ...{
      difficulty: expect.closeTo(6.4139, 4),
      retrievability: expect.closeTo(0.953, 2),
      learning: { title: 'Notes' },
    },
  });
  expect(prompts.nodes.slice(1).map(({ state }: { state: string }) => state)).toEqual(['NEW', 'NEW']);
  await ada.mutate('trash', { id: (await ada.query('{ learnings { nodes { id } } }')).learnings.nodes[0].id });
  expect(await writingNothing(app, ada, () => run(ada, { format: 'OBSIDIAN', text: note }))).toMatchObject({
    ...{ readCount: 3, skippedCount: 3 },
  });
});

test('a file that is too long is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const text = Array.from({ length: 5_001 }, (_, i) => `q${i}\ta`).join('\n');
  const refused = await writingNothing(app, ada, () => run(ada, { format: 'ANKI_TEXT', text }));
  expect(refused.issues).toEqual([{ path: ['input', 'text'], message: 'must have at most 5000 cards' }]);
});
