import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { practiceInterviewList, practiceInterviewStats } from './practice-interviews.access.ts';
import { createPracticeInterviewInput, updatePracticeInterviewInput } from './practice-interviews.rules.ts';
import * as interviews from './practice-interviews.service.ts';

/** Practice interviews, with a score and notes. */
export function definePracticeInterviews(builder: Builder): void {
  const PracticeInterviewKind = builder.modelEnum('PracticeInterviewKind');

  const PracticeInterview = builder.prismaNode('PracticeInterview', {
    ...nodeOf(ownedBy),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      kind: t.expose('kind', { type: PracticeInterviewKind }),
      heldOn: t.expose('heldOn', { type: 'Date' }),
      score: t.exposeInt('score', { nullable: true }),
      notes: t.exposeString('notes'),
      roleProfile: t.relation('roleProfile', {
        nullable: true,
        description: 'The role the interview prepares for. Null if it is for no specific role.',
      }),
    }),
  });
  builder.objectField(builder.modelRef('RoleProfile'), 'practiceInterviews', (t) =>
    t.childConnection(practiceInterviewList, {
      below: 'roleProfileId',
      description: 'The practice interviews for the role.',
    }),
  );

  builder.stats(practiceInterviewStats);
  builder.queryFields((t) => ({
    practiceInterview: t.byId({ type: PracticeInterview, resolve: interviews.getPracticeInterview }),
    practiceInterviews: t.connectionOf(practiceInterviewList, {
      description: 'Your practice interviews.',
      resolve: interviews.listPracticeInterviews,
    }),
  }));

  const details = (t: InputFields) => ({
    score: t.int({ description: 'The score.' }),
    notes: t.string({ description: 'The questions and what to improve, in Markdown.' }),
    roleProfileId: t.id({ description: 'The id of the role the interview prepares for.' }),
  });
  builder.recordMutation('createPracticeInterview', {
    record: PracticeInterview,
    description: 'Creates a practice interview.',
    rules: createPracticeInterviewInput,
    input: (t) => ({
      kind: t.field({ type: PracticeInterviewKind, required: true, description: 'The kind of interview.' }),
      heldOn: t.field({ type: 'Date', description: 'The day the interview was held. Default: today.' }),
      ...details(t),
    }),
    resolve: interviews.createPracticeInterview,
  });
  builder.recordMutation('updatePracticeInterview', {
    record: PracticeInterview,
    description: 'Changes a practice interview.',
    rules: updatePracticeInterviewInput,
    input: (t) => ({
      kind: t.field({ type: PracticeInterviewKind, description: 'The kind of interview.' }),
      heldOn: t.field({ type: 'Date', description: 'The day the interview was held.' }),
      ...details(t),
    }),
    resolve: interviews.updatePracticeInterview,
  });
}
