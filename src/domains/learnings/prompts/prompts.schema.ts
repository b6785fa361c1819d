import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { targetInput } from '../../../platform/validation/input-rules.ts';
import { duePromptList, promptList } from './prompts.access.ts';
import { createPromptInput, updatePromptInput } from './prompts.rules.ts';
import * as prompts from './prompts.service.ts';

/** Prompts: questions and answers of learnings, which are due for review when they are about to be forgotten. */
export function definePrompts(builder: Builder): void {
  const PromptState = builder.modelEnum('PromptState');
  const Prompt = builder.prismaNode('Prompt', {
    ...nodeOf(promptList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      learning: t.relation('learning', { description: 'The learning.' }),
      skill: t.relation('skill', { nullable: true, description: 'The skill that it is about. Null if not given.' }),
      question: t.exposeString('question'),
      answer: t.exposeString('answer'),
      state: t.expose('state', { type: PromptState }),
      dueOn: t.expose('dueOn', { type: 'Date' }),
      dueAt: t.expose('dueAt', { type: 'DateTime', nullable: true }),
      stability: t.exposeFloat('stability', { nullable: true }),
      difficulty: t.exposeFloat('difficulty', { nullable: true }),
      scheduledDays: t.exposeInt('scheduledDays'),
      learningStep: t.exposeInt('learningStep'),
      reviewCount: t.exposeInt('reviewCount'),
      lapseCount: t.exposeInt('lapseCount'),
      reviewedOn: t.expose('reviewedOn', { type: 'Date', nullable: true }),
      reviewedAt: t.expose('reviewedAt', { type: 'DateTime', nullable: true }),
      suspendedAt: t.expose('suspendedAt', { type: 'DateTime', nullable: true }),
      retrievability: t.loadable({
        type: 'Float',
        nullable: true,
        description:
          'The probability, from 0 to 1, that you know the answer today, by the whole days since the last review. Null before the ' +
          'first.',
        columns: ['id'],
        load: (ids: string[], ctx) => prompts.retrievabilities(ctx, ids),
        resolve: ({ id }) => id,
      }),
    }),
  });
  builder.objectField(builder.modelRef('Learning'), 'prompts', (t) =>
    t.childConnection(promptList, { below: 'learningId', description: 'The prompts of the learning.' }),
  );

  builder.queryFields((t) => ({
    prompt: t.byId({ type: Prompt, resolve: prompts.getPrompt }),
    prompts: t.connectionOf(promptList, { description: 'Your prompts.', resolve: prompts.listPrompts }),
    dueReviews: t.connectionOf(duePromptList, {
      description:
        'Your prompts that are due for review now, the longest overdue first. One that is learned in steps of minutes is due from ' +
        'its `dueAt` on, the others for the whole day.',
      resolve: prompts.listDuePrompts,
    }),
  }));

  const skillId = (t: InputFields) => t.id({ description: 'The id of the skill that it is about.' });
  builder.recordMutation('createPrompt', {
    record: Prompt,
    description: 'Creates a prompt of a learning. It is due for review from today on.',
    rules: createPromptInput,
    input: (t) => ({
      learningId: t.id({ required: true, description: 'The id of the learning.' }),
      question: t.string({ required: true, description: 'The question, in Markdown.' }),
      answer: t.string({ required: true, description: 'The answer, in Markdown.' }),
      skillId: skillId(t),
    }),
    resolve: prompts.createPrompt,
  });
  builder.recordMutation('updatePrompt', {
    record: Prompt,
    description: 'Changes the text or the skill of a prompt. When it is due stays.',
    rules: updatePromptInput,
    input: (t) => ({
      question: t.string({ description: 'The question, in Markdown.' }),
      answer: t.string({ description: 'The answer, in Markdown.' }),
      skillId: skillId(t),
    }),
    resolve: prompts.updatePrompt,
  });
  builder.recordMutation('suspendPrompt', {
    record: Prompt,
    description: 'Suspends a prompt: it is not due until you resume it.',
    rules: targetInput('Prompt'),
    resolve: prompts.suspendPrompt,
  });
  builder.recordMutation('resumePrompt', {
    record: Prompt,
    description: 'Resumes a prompt that was suspended, with the due day that it had.',
    rules: targetInput('Prompt'),
    resolve: prompts.resumePrompt,
  });
  builder.recordMutation('resetPrompt', {
    record: Prompt,
    description: 'Makes a prompt new again, due from today on. Its reviews stay in the log.',
    rules: targetInput('Prompt'),
    resolve: prompts.resetPrompt,
  });
}
