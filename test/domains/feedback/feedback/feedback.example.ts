import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['labels', 'people', 'skills', 'goals', 'meetings', 'tasks'],
  async populate({ id, make, mark, own, rows }) {
    const subjects = { skillIds: [own('Skill')], goalIds: [own('Goal')], labelIds: rows('Label') };
    const told = { direction: 'RECEIVED', kind: 'PRAISE', body: mark, context: mark, personId: own('Person') };
    const about = { meetingId: own('Meeting'), taskId: own('Task') };
    const kept = await id('createFeedback', { ...told, ...about, ...subjects });
    const gone = await id('createFeedback', { direction: 'SELF', kind: 'CONCERN', body: mark });
    await make('trash', { id: gone });
    return { Feedback: [kept, gone] };
  },
  inputs: {
    createFeedback: (own) => ({ direction: 'GIVEN', kind: 'PRAISE', body: 'Good', personId: own('Person') }),
    updateFeedback: (own) => ({ id: own('Feedback'), body: 'Changed' }),
    acknowledgeFeedback: (own) => ({ id: own('Feedback') }),
    unacknowledgeFeedback: (own) => ({ id: own('Feedback') }),
  },
  bounded: {
    'Query.feedbackStats': 'At most 1,000 groups and periods; more is refused.',
    'Feedback.goals': 'Feedback is about at most 20 goals.',
    'Feedback.labels': 'A row carries at most 20 labels.',
    'Feedback.skills': 'Feedback is about at most 20 skills.',
  },
};
