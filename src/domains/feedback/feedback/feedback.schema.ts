import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { targetInput } from '../../../platform/validation/input-rules.ts';
import { labelsThrough } from '../../across/labels/labels.access.ts';
import { feedbackList, feedbackStats } from './feedback.access.ts';
import { createFeedbackInput, updateFeedbackInput } from './feedback.rules.ts';
import * as feedback from './feedback.service.ts';

/** Feedback that the viewer received, gave to another person, or gave to themselves. */
export function defineFeedback(builder: Builder): void {
  const FeedbackDirection = builder.modelEnum('FeedbackDirection');
  const FeedbackKind = builder.modelEnum('FeedbackKind');

  const Feedback = builder.prismaNode('Feedback', {
    ...nodeOf(ownedBy),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      direction: t.expose('direction', { type: FeedbackDirection }),
      kind: t.expose('kind', { type: FeedbackKind }),
      body: t.exposeString('body'),
      context: t.exposeString('context'),
      occurredOn: t.expose('occurredOn', { type: 'Date' }),
      acknowledgedAt: t.expose('acknowledgedAt', { type: 'DateTime', nullable: true }),
      person: t.relation('person', {
        nullable: true,
        description: 'The person who gave or received the feedback. Null for feedback to yourself.',
      }),
      meeting: t.relation('meeting', {
        nullable: true,
        description: 'The meeting the feedback is about. Null if it is about none.',
      }),
      task: t.relation('task', { nullable: true, description: 'The follow-up task. Null if there is none.' }),
      request: t.relation('request', {
        nullable: true,
        description: 'The request that it answers. Null if it answers none, or if that has been permanently deleted.',
      }),
      skills: t.manyToMany('Skill', {
        joins: 'feedbackSkills',
        relation: 'skill',
        orderBy: { nameNormalized: 'asc' },
        description: 'The skills the feedback is about, by name.',
      }),
      goals: t.manyToMany('Goal', {
        joins: 'feedbackGoals',
        relation: 'goal',
        orderBy: { titleNormalized: 'asc' },
        description: 'The goals the feedback is about, by title.',
      }),
      labels: t.manyToMany('Label', labelsThrough('feedbackLabels')),
    }),
  });

  builder.objectField(builder.modelRef('Person'), 'feedbackEntries', (t) =>
    t.childConnection(feedbackList, {
      below: 'personId',
      description: 'The feedback that you and the person gave to each other.',
    }),
  );
  builder.objectField(builder.modelRef('Meeting'), 'feedbackEntries', (t) =>
    t.childConnection(feedbackList, { below: 'meetingId', description: 'The feedback about the meeting.' }),
  );
  const through = (joins: 'feedbackSkill' | 'feedbackGoal', parent: string) => ({
    joins,
    through: `${joins}s`,
    parent,
    row: 'feedback',
  });
  builder.objectField(builder.modelRef('Skill'), 'feedbackEntries', (t) =>
    t.childConnection(feedbackList, {
      below: through('feedbackSkill', 'skillId'),
      description: 'The feedback about the skill.',
    }),
  );
  builder.objectField(builder.modelRef('Goal'), 'feedbackEntries', (t) =>
    t.childConnection(feedbackList, {
      below: through('feedbackGoal', 'goalId'),
      description: 'The feedback about the goal.',
    }),
  );

  builder.stats(feedbackStats);
  builder.queryFields((t) => ({
    feedbackEntry: t.byId({ type: Feedback, resolve: feedback.getFeedback }),
    feedbackEntries: t.connectionOf(feedbackList, {
      description: 'The feedback that you received, gave to others or gave to yourself.',
      resolve: feedback.listFeedback,
    }),
  }));

  const details = (t: InputFields) => ({
    context: t.string({ description: 'What the feedback is about.' }),
    personId: t.id({
      description: 'The id of the person who gave or received the feedback. Required unless `direction` is SELF.',
    }),
    meetingId: t.id({ description: 'The id of the meeting the feedback is about.' }),
    taskId: t.id({ description: 'The id of the follow-up task.' }),
    skillIds: t.idList({ description: 'The ids of all skills the feedback is about.' }),
    goalIds: t.idList({ description: 'The ids of all goals the feedback is about.' }),
    labelIds: t.idList({ description: 'The ids of all its labels.' }),
  });
  builder.recordMutation('createFeedback', {
    record: Feedback,
    description: 'Creates feedback.',
    rules: createFeedbackInput,
    input: (t) => ({
      direction: t.field({ type: FeedbackDirection, required: true, description: 'Who gave the feedback to whom.' }),
      kind: t.field({ type: FeedbackKind, required: true, description: 'The kind of feedback.' }),
      body: t.string({ required: true, description: 'The feedback itself, in Markdown.' }),
      occurredOn: t.field({ type: 'Date', description: 'The day the feedback was given. Default: today.' }),
      ...details(t),
    }),
    resolve: feedback.createFeedback,
  });
  builder.recordMutation('updateFeedback', {
    record: Feedback,
    description: 'Changes feedback. A `direction` other than RECEIVED also clears `acknowledgedAt`.',
    rules: updateFeedbackInput,
    input: (t) => ({
      direction: t.field({ type: FeedbackDirection, description: 'Who gave the feedback to whom.' }),
      kind: t.field({ type: FeedbackKind, description: 'The kind of feedback.' }),
      body: t.string({ description: 'The feedback itself, in Markdown.' }),
      occurredOn: t.field({ type: 'Date', description: 'The day the feedback was given.' }),
      ...details(t),
    }),
    resolve: feedback.updateFeedback,
  });
  builder.recordMutation('acknowledgeFeedback', {
    record: Feedback,
    description: 'Acknowledges feedback that you received. Feedback that is already acknowledged keeps its time.',
    rules: targetInput('Feedback'),
    resolve: feedback.acknowledgeFeedback,
  });
  builder.recordMutation('unacknowledgeFeedback', {
    record: Feedback,
    description: 'Marks feedback that you received as not acknowledged.',
    rules: targetInput('Feedback'),
    resolve: feedback.unacknowledgeFeedback,
  });
}
