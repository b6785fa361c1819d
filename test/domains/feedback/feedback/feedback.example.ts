import type { Example } from '../../../support/examples.ts';

const related = (own: (type: string) => string) => ({
  personId: own('Person'),
  meetingId: own('Meeting'),
  taskId: own('Task'),
  skillIds: [own('Skill')],
  goalIds: [own('Goal')],
  labelIds: [own('Label')],
});

export const example: Example = {
  after: ['labels', 'people', 'skills', 'goals', 'meetings', 'tasks'],
  async populate({ id, make, mark, own, rows }) {
    const told = { direction: 'RECEIVED', kind: 'PRAISE', body: mark, context: mark };
    const kept = await id('createFeedback', { ...told, ...related(own), labelIds: rows('Label') });
    const gone = await id('createFeedback', { direction: 'SELF', kind: 'CONCERN', body: mark });
    await make('trash', { id: gone });
    return { Feedback: [kept, gone] };
  },
  inputs: {
    createFeedback: (own) => ({ direction: 'GIVEN', kind: 'PRAISE', body: 'Good', ...related(own) }),
    updateFeedback: (own) => ({ id: own('Feedback'), body: 'Changed', ...related(own) }),
    acknowledgeFeedback: (own) => ({ id: own('Feedback') }),
    unacknowledgeFeedback: (own) => ({ id: own('Feedback') }),
  },
  bounded: {
    'Query.feedbackStats': 'At most 1,000 groups and periods; more is refused.',
    'Feedback.goals': 'Feedback is about at most 20 goals.',
    'Feedback.labels': 'A node has at most 20 labels.',
    'Feedback.skills': 'Feedback is about at most 20 skills.',
  },
};
