import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['feedback'],
  async populate({ make, mark, own }) {
    const asked = { personId: own('Person'), questions: [`${mark}?`], topic: mark, message: mark };
    const { feedbackRequest: kept } = await make('createFeedbackRequest', asked, 'feedbackRequest { id }');
    const { feedbackRequest: gone } = await make('createFeedbackRequest', asked, 'feedbackRequest { id }');
    await make('trash', { id: gone.id });
    return { FeedbackRequest: [kept.id, gone.id] };
  },
  inputs: {
    createFeedbackRequest: (own) => ({ personId: own('Person'), questions: ['What went well?'] }),
    updateFeedbackRequest: (own) => ({ id: own('FeedbackRequest'), topic: 'Changed' }),
    renewFeedbackRequestLink: (own) => ({ id: own('FeedbackRequest') }),
    revokeFeedbackRequest: (own) => ({ id: own('FeedbackRequest') }),
  },
};
