import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['prompts'],
  async populate({ make, own, person }) {
    for (const rating of ['AGAIN', 'GOOD']) {
      await make('reviewPrompt', { id: own('Prompt'), rating, durationSeconds: 4.5 });
    }
    const { promptReviews } = await person.query('{ promptReviews { nodes { id } } }');
    return { PromptReview: promptReviews.nodes.map((review: { id: string }) => review.id) };
  },
  inputs: {
    reviewPrompt: (own) => ({ id: own('Prompt'), rating: 'EASY' }),
    undoReview: (own) => ({ id: own('Prompt') }),
  },
  bounded: { 'Query.promptReviewStats': 'At most 1,000 groups and periods.' },
};
