import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { practiceInterviewList, practiceInterviewStats, visibleTo } from './practice-interviews.access.ts';
import { interviewKinds } from './practice-interviews.rules.ts';
import * as interviews from './practice-interviews.service.ts';

/** Practice interviews: how the rehearsals went. */
export function definePracticeInterviews(builder: Builder, shared: Shared): void {
  builder.enumType(interviewKinds, {
    name: 'PracticeInterviewKind',
    description: 'What an interview is about.',
    values: {
      BEHAVIORAL: { description: 'What you did, and how you work with others.' },
      TECHNICAL: { description: 'What you know and can make.' },
      SYSTEM_DESIGN: { description: 'How you would build something large.' },
      CASE: { description: 'How you take a problem apart.' },
      OTHER: { description: 'Anything else.' },
    },
  });

  const PracticeInterview = builder.prismaNode('PracticeInterview', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      kind: t.expose('kind', { type: interviewKinds, description: 'What it was about.' }),
      heldOn: t.expose('heldOn', { type: 'Date' }),
      score: t.exposeInt('score', { nullable: true }),
      notes: t.exposeString('notes'),
      roleProfile: t.relation('roleProfile', {
        nullable: true,
        description: 'The role it was practice for; null when it was for no one role.',
      }),
    }),
  });
  shared.listBelow(
    'RoleProfile',
    'practiceInterviews',
    practiceInterviewList,
    'roleProfileId',
    'The interviews that were practice for it, the latest first unless asked otherwise.',
  );

  shared.stats(practiceInterviewStats);
  builder.queryFields((t) => ({
    practiceInterview: shared.oneById(t, PracticeInterview, 'practice interview', interviews.getPracticeInterview),
    practiceInterviews: shared.list(
      t,
      practiceInterviewList,
      'Your practice interviews, the latest first unless asked otherwise.',
      interviews.listPracticeInterviews,
    ),
  }));

  const details = (t: InputFields) => ({
    heldOn: t.field({
      type: 'Date',
      description: 'The day it was held, not in the future; a new one was held today when nothing is said.',
    }),
    score: t.int({ description: 'How it went, from 1 (badly) to 5 (very well).' }),
    notes: t.string({
      description: 'What was asked, and what to do better, in Markdown, at most 20,000 characters.',
    }),
    roleProfileId: t.id({ description: 'The role it was practice for.' }),
  });
  const CreatePracticeInterviewInput = builder.inputType('CreatePracticeInterviewInput', {
    description: 'A practice interview to note.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      kind: t.field({ type: interviewKinds, required: true, description: 'What it was about.' }),
      ...details(t),
    }),
  });
  const UpdatePracticeInterviewInput = builder.inputType('UpdatePracticeInterviewInput', {
    description:
      'Changes to a practice interview; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which interview.' }),
      ifVersion: t.int(shared.ifVersion),
      kind: t.field({ type: interviewKinds, description: 'What it was about.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createPracticeInterview: mutation(
      t,
      PracticeInterview,
      CreatePracticeInterviewInput,
      'Notes an interview that was held for practice.',
      interviews.createPracticeInterview,
    ),
    updatePracticeInterview: mutation(
      t,
      PracticeInterview,
      UpdatePracticeInterviewInput,
      'Changes a practice interview.',
      interviews.updatePracticeInterview,
    ),
    trashPracticeInterview: mutation(
      t,
      PracticeInterview,
      TargetInput,
      'Puts a practice interview in the trash: it counts for no role until it is restored.',
      interviews.trashPracticeInterview,
    ),
    restorePracticeInterview: mutation(
      t,
      PracticeInterview,
      TargetInput,
      'Takes a practice interview out of the trash.',
      interviews.restorePracticeInterview,
    ),
  }));
}
