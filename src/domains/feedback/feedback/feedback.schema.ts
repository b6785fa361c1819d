import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.schema.ts';
import { feedbackList, feedbackStats, visibleTo } from './feedback.access.ts';
import type { directions, feedbackKinds } from './feedback.rules.ts';
import * as feedback from './feedback.service.ts';

/** Feedback: what one was told about how one does, and what one told others. */
export function defineFeedback(builder: Builder, shared: Shared): void {
  const FeedbackDirection = builder.enumType('FeedbackDirection', {
    description: 'Which way feedback went.',
    values: {
      RECEIVED: { description: 'From somebody to you.' },
      GIVEN: { description: 'From you to somebody.' },
      SELF: { description: 'From you to yourself.' },
    } satisfies Record<(typeof directions)[number], { description: string }>,
  });
  const FeedbackKind = builder.enumType('FeedbackKind', {
    description: 'What feedback is.',
    values: {
      PRAISE: { description: 'Something that was good.' },
      SUGGESTION: { description: 'Something that could be better.' },
      CONCERN: { description: 'Something that was not good.' },
    } satisfies Record<(typeof feedbackKinds)[number], { description: string }>,
  });

  const Feedback = builder.prismaNode('Feedback', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      direction: t.expose('direction', { type: FeedbackDirection, description: 'Which way it went.' }),
      kind: t.expose('kind', { type: FeedbackKind, description: 'What it is.' }),
      body: t.exposeString('body'),
      context: t.exposeString('context'),
      occurredOn: t.expose('occurredOn', { type: 'Date' }),
      acknowledgedAt: t.expose('acknowledgedAt', { type: 'DateTime', nullable: true }),
      person: t.relation('person', {
        nullable: true,
        description: 'Whom it came from or went to; null when it is to yourself.',
      }),
      meeting: t.relation('meeting', {
        nullable: true,
        description: 'The meeting it was about; null when it was none.',
      }),
      task: t.relation('task', {
        nullable: true,
        description: 'The task that follows it up; null while there is none.',
      }),
      skills: t.field(
        shared.joined(
          'Skill',
          'feedbackSkills',
          'skill',
          { nameNormalized: 'asc' },
          'The skills it is about, by name.',
        ),
      ),
      goals: t.field(
        shared.joined('Goal', 'feedbackGoals', 'goal', { titleNormalized: 'asc' }, 'The goals it is about, by title.'),
      ),
      labels: t.manyToMany('Label', labelsThrough('feedbackLabels')),
    }),
  });
  const latest = 'the latest first unless asked otherwise.';
  const aboutIt = `Feedback about it, ${latest}`;
  const joined = (joins: 'feedbackSkill' | 'feedbackGoal', parent: string) => ({
    joins,
    through: `${joins}s`,
    parent,
    row: 'feedback',
  });
  const fromPerson = `What they said to you and you to them, ${latest}`;
  shared.listBelow('Person', 'feedback', feedbackList, 'personId', fromPerson);
  shared.listBelow('Meeting', 'feedback', feedbackList, 'meetingId', aboutIt);
  shared.listBelow('Skill', 'feedback', feedbackList, joined('feedbackSkill', 'skillId'), aboutIt);
  shared.listBelow('Goal', 'feedback', feedbackList, joined('feedbackGoal', 'goalId'), aboutIt);

  shared.stats(feedbackStats);
  builder.queryFields((t) => ({
    feedback: shared.oneById(t, Feedback, 'feedback', feedback.getFeedback),
    allFeedback: shared.list(t, feedbackList, `Your feedback, ${latest}`, feedback.listFeedback),
  }));

  const details = (t: InputFields) => ({
    context: t.string({ description: 'What it was about, in one line of at most 500 characters.' }),
    occurredOn: t.field({ type: 'Date', description: 'The day it was said; today when nothing is said.' }),
    personId: t.id({ description: 'Whom it came from or went to; nobody when it is to yourself.' }),
    meetingId: t.id({ description: 'The meeting it was about.' }),
    taskId: t.id({ description: 'The task that follows it up.' }),
    skillIds: t.idList({ description: 'All the skills it is about, at most 20.' }),
    goalIds: t.idList({ description: 'All the goals it is about, at most 20.' }),
    labelIds: t.idList({ description: 'All its labels, at most 20.' }),
  });
  const CreateFeedbackInput = builder.inputType('CreateFeedbackInput', {
    description: 'Feedback to note.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      direction: t.field({ type: FeedbackDirection, required: true, description: 'Which way it went.' }),
      kind: t.field({ type: FeedbackKind, required: true, description: 'What it is.' }),
      body: t.string({ required: true, description: 'What was said, in Markdown: 1 to 20,000 characters.' }),
      ...details(t),
    }),
  });
  const UpdateFeedbackInput = builder.inputType('UpdateFeedbackInput', {
    description: 'Changes to feedback; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which feedback.' }),
      ifVersion: t.int(shared.ifVersion),
      direction: t.field({ type: FeedbackDirection, description: 'Which way it went.' }),
      kind: t.field({ type: FeedbackKind, description: 'What it is.' }),
      body: t.string({ description: 'What was said.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createFeedback: mutation(t, Feedback, CreateFeedbackInput, 'Notes feedback.', feedback.createFeedback),
    updateFeedback: mutation(t, Feedback, UpdateFeedbackInput, 'Changes feedback.', feedback.updateFeedback),
    acknowledgeFeedback: mutation(
      t,
      Feedback,
      TargetInput,
      'Takes note of feedback that you received.',
      feedback.acknowledgeFeedback,
    ),
    unacknowledgeFeedback: mutation(
      t,
      Feedback,
      TargetInput,
      'Puts feedback back among what is to be taken note of.',
      feedback.unacknowledgeFeedback,
    ),
    trashFeedback: mutation(t, Feedback, TargetInput, 'Puts feedback in the trash.', feedback.trashFeedback),
    restoreFeedback: mutation(t, Feedback, TargetInput, 'Takes feedback out of the trash.', feedback.restoreFeedback),
  }));
}
