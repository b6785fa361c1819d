import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { jobApplicationList, jobApplicationStats, visibleTo } from './job-applications.access.ts';
import type { Stage } from './job-applications.rules.ts';
import * as applications from './job-applications.service.ts';

/** Job applications: what one applied for, and how far that got. */
export function defineJobApplications(builder: Builder, shared: Shared): void {
  const ApplicationStage = builder.enumType('ApplicationStage', {
    description: 'How far an application got. Can be compared: INTERESTED is the lowest.',
    values: {
      INTERESTED: { value: 0, description: 'You know of the job.' },
      APPLIED: { value: 1, description: 'You have applied.' },
      SCREENING: { value: 2, description: 'They look at you.' },
      INTERVIEWING: { value: 3, description: 'They talk with you.' },
      OFFER: { value: 4, description: 'They want you.' },
      ACCEPTED: { value: 5, description: 'You take it.' },
      REJECTED: { value: 6, description: 'They do not want you.' },
      WITHDRAWN: { value: 7, description: 'You do not want it.' },
    } satisfies Record<Stage, { value: number; description: string }>,
  });
  type StageValue = (typeof ApplicationStage)['$inferType'];
  const StageChange = builder.objectRef<Row<'stageChange'>>('StageChange').implement({
    description: 'That an application came to a stage.',
    fields: (t) => ({
      stage: t.field({
        type: ApplicationStage,
        description: 'The stage it came to.',
        resolve: ({ stage }) => stage as StageValue,
      }),
      enteredAt: t.expose('enteredAt', { type: 'DateTime', description: 'When it came there.' }),
    }),
  });

  const JobApplication = builder.prismaNode('JobApplication', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      company: t.exposeString('company'),
      stage: t.field({
        type: ApplicationStage,
        description: 'How far it got.',
        resolve: ({ stage }) => stage as StageValue,
      }),
      stageHistory: t.field({
        type: [StageChange],
        description: 'The stages it came to, the first one first: at most 100.',
        select: { stageChanges: { orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }] } },
        resolve: ({ stageChanges }) => stageChanges,
      }),
      source: t.exposeString('source'),
      url: t.exposeString('url', { nullable: true }),
      notes: t.exposeString('notes'),
      roleProfile: t.relation('roleProfile', {
        nullable: true,
        description: 'The role it is for; null when it is none.',
      }),
      nextTask: t.relation('nextTask', {
        nullable: true,
        description: 'The task that comes next; null when there is none.',
      }),
      contacts: t.field(
        shared.joined(
          'Person',
          'applicationContacts',
          'person',
          { nameNormalized: 'asc' },
          'Those who are part of it, by name: at most 50.',
        ),
      ),
    }),
  });
  shared.listBelow(
    'RoleProfile',
    'jobApplications',
    jobApplicationList,
    'roleProfileId',
    'The applications for it, the latest changed first unless asked otherwise.',
  );
  shared.listBelow(
    'Person',
    'jobApplications',
    jobApplicationList,
    { joins: 'applicationContact', through: 'applicationContacts', parent: 'personId', row: 'jobApplication' },
    'The applications they are part of, the latest changed first unless asked otherwise.',
  );

  shared.stats(jobApplicationStats);
  builder.queryFields((t) => ({
    jobApplication: shared.oneById(t, JobApplication, 'application', applications.getJobApplication),
    jobApplications: shared.list(
      t,
      jobApplicationList,
      'Your applications, the latest changed first unless asked otherwise.',
      applications.listJobApplications,
    ),
  }));

  const details = (t: InputFields) => ({
    source: t.string({ description: 'Where the job was found, in one line.' }),
    url: t.string({ description: 'Where it is described: an address with http or https.' }),
    notes: t.string({ description: 'Anything to remember about it, in Markdown, at most 50,000 characters.' }),
    roleProfileId: t.id({ description: 'The role it is for.' }),
    nextTaskId: t.id({ description: 'The task that comes next.' }),
    contactIds: t.idList({ description: 'All who are part of it, at most 50.' }),
  });
  const CreateJobApplicationInput = builder.inputType('CreateJobApplicationInput', {
    description: 'An application to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'The job’s title: 1 to 300 characters.' }),
      company: t.string({ required: true, description: 'Where it is: 1 to 200 characters.' }),
      stage: t.field({ type: ApplicationStage, description: 'How far it got; INTERESTED when nothing is said.' }),
      at: t.field({ type: 'DateTime', description: 'When it came to this stage; now when nothing is said.' }),
      ...details(t),
    }),
  });
  const UpdateJobApplicationInput = builder.inputType('UpdateJobApplicationInput', {
    description: 'Changes to an application; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which application.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'The job’s title.' }),
      company: t.string({ description: 'Where it is.' }),
      ...details(t),
    }),
  });
  const MoveJobApplicationInput = builder.inputType('MoveJobApplicationInput', {
    description: 'An application, and the stage it came to.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which application.' }),
      ifVersion: t.int({ description: 'Move it only if it is at this version.' }),
      stage: t.field({ type: ApplicationStage, required: true, description: 'The stage it came to.' }),
      at: t.field({
        type: 'DateTime',
        description: 'When it came there, not before it came to its last stage; now when nothing is said.',
      }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createJobApplication: mutation(
      t,
      JobApplication,
      CreateJobApplicationInput,
      'Makes an application.',
      applications.createJobApplication,
    ),
    updateJobApplication: mutation(
      t,
      JobApplication,
      UpdateJobApplicationInput,
      'Changes an application.',
      applications.updateJobApplication,
    ),
    moveJobApplication: mutation(
      t,
      JobApplication,
      MoveJobApplicationInput,
      'Moves an application to another stage.',
      applications.moveJobApplication,
    ),
    trashJobApplication: mutation(
      t,
      JobApplication,
      TargetInput,
      'Puts an application in the trash.',
      applications.trashJobApplication,
    ),
    restoreJobApplication: mutation(
      t,
      JobApplication,
      TargetInput,
      'Takes an application out of the trash.',
      applications.restoreJobApplication,
    ),
  }));
}
