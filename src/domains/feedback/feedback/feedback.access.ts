import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { feedbackFilter, feedbackOrder } from './feedback.rules.ts';

/** A viewer sees the feedback they own: what they were told, and what they said. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.FeedbackWhereInput;
}

/** How feedback is listed: the latest first, unless asked otherwise. */
export const feedbackList: ListSpec<'feedback'> = {
  model: 'feedback',
  visibleTo,
  filter: feedbackFilter,
  order: feedbackOrder,
  defaultOrder: [
    { field: 'OCCURRED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** What pieces of feedback can be counted by. */
export const feedbackStats: StatsSpec<'feedback'> = {
  list: feedbackList,
  rows: 'pieces of feedback',
  times: {
    OCCURRED_ON: { column: 'occurredOn', description: 'The day they were said.' },
    ACKNOWLEDGED_AT: { column: 'acknowledgedAt', description: 'When they were taken note of.' },
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
  },
  groups: {
    DIRECTION: { value: 'direction', description: 'By direction.' },
    KIND: { value: 'kind', description: 'By kind.' },
    PERSON: { row: 'personId', type: 'Person', description: 'By whom they came from or went to.' },
    MEETING: { row: 'meetingId', type: 'Meeting', description: 'By the meeting they are about.' },
    TASK: { row: 'taskId', type: 'Task', description: 'By the task they are about.' },
    SKILL: { rows: 'feedbackSkills', type: 'Skill', description: 'By the skill they are about.' },
    GOAL: { rows: 'feedbackGoals', type: 'Goal', description: 'By the goal they are about.' },
    LABEL: { rows: 'feedbackLabels', type: 'Label', description: 'By label.' },
  },
  measures: {},
};
