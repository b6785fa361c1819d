import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.access.ts';
import { learningList, learningStats } from './learnings.access.ts';
import {
  createLearningInput,
  type LearningStreak,
  reviewLearningInput,
  updateLearningInput,
} from './learnings.rules.ts';
import * as learnings from './learnings.service.ts';

/** The learning journal: what you learned, how well you know it, and when to review it. */
export function defineLearnings(builder: Builder): void {
  const LearningSourceKind = builder.modelEnum('LearningSourceKind');
  const Learning = builder.prismaNode('Learning', {
    ...nodeOf(learningList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      notes: t.exposeString('notes'),
      sourceKind: t.expose('sourceKind', { type: LearningSourceKind }),
      sourceTitle: t.exposeString('sourceTitle'),
      sourceUrl: t.exposeString('sourceUrl', { nullable: true }),
      learnedOn: t.expose('learnedOn', { type: 'Date' }),
      confidence: t.exposeInt('confidence', { nullable: true }),
      reviewOn: t.expose('reviewOn', { type: 'Date', nullable: true }),
      reviewCount: t.exposeInt('reviewCount'),
      repetitionCount: t.exposeInt('repetitionCount'),
      reviewedOn: t.expose('reviewedOn', { type: 'Date', nullable: true }),
      labels: t.manyToMany('Label', labelsThrough('learningLabels')),
      skills: t.manyToMany('Skill', {
        joins: 'learningSkills',
        relation: 'skill',
        orderBy: { nameNormalized: 'asc' },
        description: 'The skills that the learning supports, by name.',
      }),
      goals: t.manyToMany('Goal', {
        joins: 'learningGoals',
        relation: 'goal',
        orderBy: { titleNormalized: 'asc' },
        description: 'The goals that the learning supports, by title.',
      }),
    }),
  });
  builder.objectField(builder.modelRef('Skill'), 'learnings', (t) =>
    t.childConnection(learningList, {
      below: { joins: 'learningSkill', through: 'learningSkills', parent: 'skillId', row: 'learning' },
      description: 'The learnings that support the skill.',
    }),
  );
  builder.objectField(builder.modelRef('Goal'), 'learnings', (t) =>
    t.childConnection(learningList, {
      below: { joins: 'learningGoal', through: 'learningGoals', parent: 'goalId', row: 'learning' },
      description: 'The learnings that support the goal.',
    }),
  );

  const LearningStreakType = builder.objectRef<LearningStreak>('LearningStreak').implement({
    description: 'Streaks of consecutive days with a learning, in days.',
    fields: (t) => ({
      current: t.exposeInt('current', {
        description: 'The streak up to today, or up to yesterday if there is nothing today yet. 0 if it is broken.',
      }),
      longest: t.exposeInt('longest', { description: 'The longest streak.' }),
      lastOn: t.expose('lastOn', {
        type: 'Date',
        nullable: true,
        description: 'The last day with a learning. Null if there is none.',
      }),
      dayCount: t.exposeInt('dayCount', { description: 'The number of days with a learning.' }),
    }),
  });

  builder.stats(learningStats);
  builder.queryFields((t) => ({
    learning: t.byId({ type: Learning, resolve: learnings.getLearning }),
    learnings: t.connectionOf(learningList, { description: 'Your learnings.', resolve: learnings.listLearnings }),
    learningStreak: t.field({
      type: LearningStreakType,
      description: 'Your streaks of consecutive days with a learning.',
      resolve: (_root, _args, ctx) => learnings.learningStreak(ctx),
    }),
  }));

  const details = (t: InputFields) => ({
    notes: t.string({ description: 'Notes about the learning, in Markdown.' }),
    sourceTitle: t.string({ description: 'The title of the source.' }),
    sourceUrl: t.string({ description: 'The web address of the source.' }),
    confidence: t.int({ description: 'How well you know it.' }),
    reviewOn: t.field({ type: 'Date', description: 'The day from which the next review is due.' }),
    labelIds: t.idList({ description: 'The ids of all labels of the learning.' }),
    skillIds: t.idList({ description: 'The ids of all skills that the learning supports.' }),
    goalIds: t.idList({ description: 'The ids of all goals that the learning supports.' }),
  });
  builder.recordMutation('createLearning', {
    record: Learning,
    description: 'Creates an entry of your learning journal.',
    rules: createLearningInput,
    input: (t) => ({
      title: t.string({ required: true, description: 'What you learned.' }),
      sourceKind: t.field({ type: LearningSourceKind, description: 'The kind of source. Default: OTHER.' }),
      learnedOn: t.field({ type: 'Date', description: 'The day you learned it. Default: today.' }),
      ...details(t),
    }),
    resolve: learnings.createLearning,
  });
  builder.recordMutation('updateLearning', {
    record: Learning,
    description: 'Changes a learning.',
    rules: updateLearningInput,
    input: (t) => ({
      title: t.string({ description: 'What you learned.' }),
      sourceKind: t.field({ type: LearningSourceKind, description: 'The kind of source.' }),
      learnedOn: t.field({ type: 'Date', description: 'The day you learned it.' }),
      ...details(t),
    }),
    resolve: learnings.updateLearning,
  });
  builder.recordMutation('reviewLearning', {
    record: Learning,
    description:
      'Records a review of a learning: counts it, sets the confidence, and plans the next review. The reviews of one day count ' +
      'as one. A confidence of 1 or 2 is a lapse: the intervals begin again.',
    rules: reviewLearningInput,
    input: (t) => ({
      confidence: t.int({
        required: true,
        description: 'How well you know it now.',
      }),
      reviewOn: t.field({
        type: 'Date',
        description:
          'The day of the next review. Null: no further review. Default: in 1, 3, 7, 14 or 30 days for a confidence of 1 to 5, ' +
          'from 3 on doubled for each of the `repetitionCount`, at most 365 days.',
      }),
    }),
    resolve: learnings.reviewLearning,
  });
}
