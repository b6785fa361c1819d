import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { feedbackFilter, feedbackOrder } from './feedback.rules.ts';

/** How feedback is listed. Default order: the latest day first. */
export const feedbackList: ListSpec<'feedback'> = {
  model: 'feedback',
  visibleTo: ownedBy,
  filter: feedbackFilter,
  order: feedbackOrder,
  defaultOrder: [
    { field: 'OCCURRED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** The statistics of feedback. */
export const feedbackStats: StatsSpec<'feedback'> = {
  list: feedbackList,
  plural: 'feedback entries',
  times: {
    OCCURRED_ON: { column: 'occurredOn', description: 'The day the feedback was given.' },
    ACKNOWLEDGED_AT: { column: 'acknowledgedAt', description: 'When the feedback was acknowledged.' },
    CREATED_AT: { column: 'createdAt', description: 'When the feedback was created.' },
  },
  groups: {
    DIRECTION: { value: 'direction', description: 'The direction.' },
    KIND: { value: 'kind', description: 'The kind.' },
    PERSON: { row: 'personId', type: 'Person', description: 'The person who gave or received the feedback.' },
    MEETING: { row: 'meetingId', type: 'Meeting', description: 'The meeting the feedback is about.' },
    TASK: { row: 'taskId', type: 'Task', description: 'The follow-up task.' },
    SKILL: { joins: 'feedbackSkills', type: 'Skill', description: 'The skills the feedback is about.' },
    GOAL: { joins: 'feedbackGoals', type: 'Goal', description: 'The goals the feedback is about.' },
    LABEL: { joins: 'feedbackLabels', type: 'Label', description: 'The labels.' },
  },
  measures: {
    daysToAcknowledge: {
      ...{ from: 'createdAt', to: 'acknowledgedAt', unit: 'days' },
      description: 'The days of 24 hours from the creation of the entries until they were acknowledged.',
    },
  },
};
