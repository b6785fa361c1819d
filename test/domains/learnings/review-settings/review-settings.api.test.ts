import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { staying } from '../../../support/staying.ts';

const query = '{ reviewParameters { isFitted missing weights } reviewSettings { fittedAt fittedCount } }';
const ratings = ['GOOD', 'GOOD', 'HARD', 'AGAIN', 'EASY', 'GOOD', 'AGAIN'];

test('weights are fitted to the log of an account once it has 400 reviews, and reviews go by them', async () => {
  const app = await createTestApp();
  const [ada, bob] = [staying(app, await app.person()), staying(app, await app.person('Bob'))];
  const { id: learningId } = await ada.mutate('createLearning', { title: 'A learning' });
  const ids: string[] = [];
  for (let i = 0; i < 50; i++) {
    ids.push((await ada.mutate('createPrompt', { learningId, question: `Q${i}`, answer: 'A' })).id);
  }
  /** Reviews all prompts, some days ago. */
  const review = async (round: number) => {
    const operations = ids.map((id, i) => ({
      reviewPrompt: {
        ...{ id, rating: ratings[(i + round) % ratings.length] },
        reviewedAt: `-P${90 - round * 10 - (i % 3)}D`,
      },
    }));
    expect((await ada.mutate('batch', { operations, mode: 'ATOMIC' }, 'isDone')).isDone).toBe(true);
  };
  for (let round = 0; round < 7; round++) await review(round);
  await app.worker.work();
  expect(await ada.query(query)).toMatchObject({
    reviewParameters: { isFitted: false, missing: 'Fitting takes 400 reviews. There are 350.' },
    reviewSettings: null,
  });

  await review(7);
  app.clock.advance(24 * 3_600_000);
  await app.worker.work();
  const { reviewParameters, reviewSettings } = await ada.query(query);
  expect(reviewSettings).toEqual({ fittedAt: '2026-11-24T09:00:00.000Z', fittedCount: 400 });
  expect(reviewParameters).toMatchObject({ isFitted: true, missing: null });
  expect((await bob.query(query)).reviewParameters.isFitted).toBe(false);

  await ada.mutate('reviewPrompt', { id: ids[0], rating: 'GOOD' });
  const { promptReviews } = await ada.query('{ promptReviews(first: 1) { nodes { parameters } } }');
  expect(promptReviews.nodes[0].parameters.w).toEqual(reviewParameters.weights);
});
