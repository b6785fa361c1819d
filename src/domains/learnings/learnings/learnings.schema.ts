import { selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.schema.ts';
import { learningList, learningStats, visibleTo } from './learnings.access.ts';
import { type LearningStreak, learningFilter, learningOrder, type sourceKinds } from './learnings.rules.ts';
import * as learnings from './learnings.service.ts';

/** The learning journal: what was learned, from what, how well it sits, and when to look at it again. */
export function defineLearnings(builder: Builder, shared: Shared): void {
  const LearningSourceKind = builder.enumType('LearningSourceKind', {
    description: 'What something was learned from.',
    values: {
      BOOK: { description: 'A book.' },
      COURSE: { description: 'A course.' },
      ARTICLE: { description: 'An article, a paper or a page.' },
      VIDEO: { description: 'A video.' },
      TALK: { description: 'A talk.' },
      PERSON: { description: 'Somebody.' },
      PROJECT: { description: 'Doing something.' },
      OTHER: { description: 'Something else, or nobody has said.' },
    } satisfies Record<(typeof sourceKinds)[number], { description: string }>,
  });

  const Learning = builder.prismaNode('Learning', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      notes: t.exposeString('notes'),
      sourceKind: t.expose('sourceKind', { type: LearningSourceKind, description: 'What it was learned from.' }),
      sourceTitle: t.exposeString('sourceTitle'),
      sourceUrl: t.exposeString('sourceUrl', { nullable: true }),
      learnedOn: t.expose('learnedOn', { type: 'Date' }),
      confidence: t.exposeInt('confidence', { nullable: true }),
      reviewOn: t.expose('reviewOn', { type: 'Date', nullable: true }),
      reviewCount: t.exposeInt('reviewCount'),
      labels: t.manyToMany('Label', labelsThrough('learningLabels')),
      skills: t.field(
        shared.joined(
          'Skill',
          'learningSkills',
          'skill',
          { nameNormalized: 'asc' },
          'The skills it supports, by name.',
        ),
      ),
      goals: t.field(
        shared.joined('Goal', 'learningGoals', 'goal', { titleNormalized: 'asc' }, 'The goals it supports, by title.'),
      ),
    }),
  });
  const LearningConnection = shared.connectionOf(Learning);

  const through = (relation: string) => ({ through: relation, row: 'learning' });
  shared.listBelow(
    'Skill',
    'learnings',
    learningList,
    { ...through('learningSkills'), joins: 'learningSkill', parent: 'skillId' },
    'What was learned that supports it, the latest first unless asked otherwise.',
  );
  shared.listBelow(
    'Goal',
    'learnings',
    learningList,
    { ...through('learningGoals'), joins: 'learningGoal', parent: 'goalId' },
    'What was learned that supports it, the latest first unless asked otherwise.',
  );

  const LearningStreakType = builder.objectRef<LearningStreak>('LearningStreak').implement({
    description: 'On how many days in a row something was learned.',
    fields: (t) => ({
      current: t.exposeInt('current', {
        description: 'How many days it is by now: up to today, or to yesterday while today has nothing yet.',
      }),
      longest: t.exposeInt('longest', { description: 'The most days in a row that there ever were.' }),
      lastOn: t.expose('lastOn', {
        type: 'Date',
        nullable: true,
        description: 'The last day with something learned; null while there is none.',
      }),
      dayCount: t.exposeInt('dayCount', { description: 'On how many days something was learned, in a row or not.' }),
    }),
  });

  shared.stats(learningStats);
  builder.queryFields((t) => ({
    learning: shared.oneById(t, Learning, 'learning', learnings.getLearning),
    learnings: shared.list(
      t,
      learningList,
      'What you have learned, the latest first unless asked otherwise.',
      learnings.listLearnings,
    ),
    dueReviews: t.connection(
      {
        type: Learning,
        description: 'What is due to be looked at again: what has been due the longest first, unless asked otherwise.',
        args: {
          on: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day on which it is due, or was before.' }),
          ...shared.listArguments(learningFilter, learningOrder),
        },
        resolve: (_root, { on, ...args }, ctx, info) =>
          learnings.listDueReviews(ctx, { ...args, on: on ?? 'TODAY' }, selectionOfNodes(ctx, info)),
      },
      LearningConnection,
    ),
    learningStreak: t.field({
      type: LearningStreakType,
      description: 'On how many days in a row you have learned something.',
      resolve: (_root, _args, ctx) => learnings.learningStreak(ctx),
    }),
  }));

  const details = (t: InputFields) => ({
    notes: t.string({ description: 'More about it, in Markdown, at most 50,000 characters.' }),
    sourceKind: t.field({
      type: LearningSourceKind,
      description: 'What it was learned from; OTHER when nothing is said.',
    }),
    sourceTitle: t.string({ description: 'What the source is called, at most 300 characters.' }),
    sourceUrl: t.string({ description: 'Where the source is found: a web address with http or https.' }),
    learnedOn: t.field({ type: 'Date', description: 'The day it was learned; a new one today when nothing is said.' }),
    confidence: t.int({ description: 'How well it sits: from 1 (heard of it) to 5 (could teach it).' }),
    reviewOn: t.field({ type: 'Date', description: 'The day to look at it again.' }),
    labelIds: t.idList({ description: 'All its labels, at most 20.' }),
    skillIds: t.idList({ description: 'All skills that it supports, at most 20.' }),
    goalIds: t.idList({ description: 'All goals that it supports, at most 20.' }),
  });
  const CreateLearningInput = builder.inputType('CreateLearningInput', {
    description: 'Something learned.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What was learned, in one line of 1 to 300 characters.' }),
      ...details(t),
    }),
  });
  const UpdateLearningInput = builder.inputType('UpdateLearningInput', {
    description: 'Changes to a learning; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which learning.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What was learned, in one line of 1 to 300 characters.' }),
      ...details(t),
    }),
  });
  const ReviewLearningInput = builder.inputType('ReviewLearningInput', {
    description: 'A look at something learned before.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which learning.' }),
      ifVersion: t.int({ description: 'Only if it is at this version.' }),
      confidence: t.int({ required: true, description: 'How well it sits: from 1 (hardly) to 5 (could teach it).' }),
      reviewOn: t.field({
        type: 'Date',
        description:
          'The day to look at it again, after today; null: never. When nothing is said, it is 1, 3, 7, 14 or 30 days ' +
          'away for a confidence of 1 to 5, doubled for every look before from a confidence of 3 on, and a year at most.',
      }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createLearning: mutation(t, Learning, CreateLearningInput, 'Notes something learned.', learnings.createLearning),
    updateLearning: mutation(t, Learning, UpdateLearningInput, 'Changes a learning.', learnings.updateLearning),
    reviewLearning: mutation(
      t,
      Learning,
      ReviewLearningInput,
      'Notes that something was looked at again, how well it sits, and when to look next.',
      learnings.reviewLearning,
    ),
    trashLearning: mutation(
      t,
      Learning,
      TargetInput,
      'Puts a learning in the trash: nothing lists or counts it until it is restored.',
      learnings.trashLearning,
    ),
    restoreLearning: mutation(
      t,
      Learning,
      TargetInput,
      'Takes a learning out of the trash.',
      learnings.restoreLearning,
    ),
  }));
}
