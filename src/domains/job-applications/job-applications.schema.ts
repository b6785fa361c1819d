import type { Builder } from '../../graphql/builder.ts';
import { selectionOfNodes } from '../../graphql/connections.ts';
import type { InputFields, Shared } from '../../graphql/shared.ts';
import { jobApplicationList, visibleTo } from './job-applications.access.ts';
import { stages } from './job-applications.rules.ts';
import * as applications from './job-applications.service.ts';

/** Job applications: where one applied, and how far that got. */
export function defineJobApplications(builder: Builder, shared: Shared): void {
  const JobStage = builder.enumType('JobStage', {
    description: 'How far an application got. Can be compared: INTERESTED is the lowest.',
    values: {
      INTERESTED: { value: stages.INTERESTED, description: 'Found, not applied for.' },
      APPLIED: { value: stages.APPLIED, description: 'Applied for.' },
      SCREENING: { value: stages.SCREENING, description: 'They look at you, or talk to you for the first time.' },
      INTERVIEWING: { value: stages.INTERVIEWING, description: 'In interviews.' },
      OFFER: { value: stages.OFFER, description: 'They offered it.' },
      ACCEPTED: { value: stages.ACCEPTED, description: 'You took it.' },
      REJECTED: { value: stages.REJECTED, description: 'They said no.' },
      WITHDRAWN: { value: stages.WITHDRAWN, description: 'You said no.' },
    },
  });
  type Stage = (typeof JobStage)['$inferType'];

  builder.prismaObject('StageChange', {
    description: 'That an application came to a stage.',
    fields: (t) => ({
      stage: t.field({
        type: JobStage,
        description: 'The stage it came to.',
        resolve: ({ stage }) => stage as Stage,
      }),
      enteredAt: t.expose('enteredAt', { type: 'DateTime' }),
    }),
  });

  const JobApplication = builder.prismaNode('JobApplication', {
    id: { field: 'id' },
    nullable: true,
    findUnique: (id, { viewer }) => ({ id, ...visibleTo(viewer) }),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      company: t.exposeString('company'),
      stage: t.field({
        type: JobStage,
        description: 'How far it got.',
        resolve: ({ stage }) => stage as Stage,
      }),
      stageHistory: t.relation('stageChanges', {
        query: { orderBy: [{ enteredAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }] },
        description: 'The stages it came to, the first one first; the last is the one it is in.',
      }),
      source: t.exposeString('source'),
      url: t.exposeString('url', { nullable: true }),
      notes: t.exposeString('notes'),
      roleProfile: t.relation('roleProfile', {
        nullable: true,
        description: 'The role it is for, with what that asks; null when you described none.',
      }),
      nextTask: t.relation('nextTask', {
        nullable: true,
        description: 'What is to be done next; null when there is nothing.',
      }),
      contacts: t.field(
        shared.joined('Person', 'applicationContacts', 'person', { nameFolded: 'asc' }, 'Who is part of it, by name.'),
      ),
    }),
  });
  const JobApplicationConnection = shared.connectionOf(JobApplication, 'JobApplication');
  shared.listBelow(
    'RoleProfile',
    'jobApplications',
    JobApplicationConnection,
    jobApplicationList,
    'roleProfileId',
    'The applications for it, what was changed last first unless asked otherwise.',
  );
  shared.listBelow(
    'Person',
    'jobApplications',
    JobApplicationConnection,
    jobApplicationList,
    { joins: 'applicationContact', through: 'applicationContacts', parent: 'personId', row: 'jobApplication' },
    'The applications they are part of, what was changed last first unless asked otherwise.',
  );

  builder.queryFields((t) => ({
    jobApplication: t.prismaField({
      type: 'JobApplication',
      nullable: true,
      description: 'An application by its id; null when there is none, or it is not yours.',
      args: { id: t.arg.globalID({ for: JobApplication, required: true, description: 'The id of the application.' }) },
      resolve: (query, _root, { id }, ctx) => applications.getJobApplication(ctx, id.id, query),
    }),
    jobApplications: t.connection(
      {
        type: JobApplication,
        description: 'Your applications, what was changed last first unless asked otherwise.',
        args: {
          ...shared.listArguments(jobApplicationList.filter, jobApplicationList.order),
          ...shared.trashArguments,
        },
        resolve: (_root, args, ctx, info) => applications.listJobApplications(ctx, args, selectionOfNodes(ctx, info)),
      },
      JobApplicationConnection,
    ),
  }));

  const details = (t: InputFields) => ({
    source: t.string({ description: 'Where the job was found, at most 200 characters.' }),
    url: t.string({ description: 'Where it is described: an http or https address of at most 2,000 characters.' }),
    notes: t.string({ description: 'Anything to remember about it, in Markdown, at most 20,000 characters.' }),
    roleProfileId: t.id({ description: 'The role it is for.' }),
    nextTaskId: t.id({ description: 'What is to be done next.' }),
    contactIds: t.idList({ description: 'All the people who are part of it, at most 50.' }),
  });
  const at = 'When it came there: not in the future, and not before it last moved; now when nothing is said.';
  const CreateJobApplicationInput = builder.inputType('CreateJobApplicationInput', {
    description: 'An application to make.',
    fields: (t) => ({
      id: t.id({ description: 'An id of your own choosing, a UUID: the same call sent twice then makes one row.' }),
      title: t.string({ required: true, description: 'The job’s title: 1 to 200 characters.' }),
      company: t.string({ required: true, description: 'Where it is: 1 to 200 characters.' }),
      stage: t.field({ type: JobStage, description: 'How far it is; INTERESTED when nothing is said.' }),
      at: t.field({
        type: 'DateTime',
        description: 'When it came there, not in the future; now when nothing is said.',
      }),
      ...details(t),
    }),
  });
  const UpdateJobApplicationInput = builder.inputType('UpdateJobApplicationInput', {
    description: 'Changes to an application; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which application.' }),
      ifVersion: t.int({ description: 'Change it only if it is at this version.' }),
      title: t.string({ description: 'The job’s title.' }),
      company: t.string({ description: 'Where it is.' }),
      ...details(t),
    }),
  });
  const MoveJobApplicationInput = builder.inputType('MoveJobApplicationInput', {
    description: 'A stage that an application came to.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which application.' }),
      ifVersion: t.int({ description: 'Move it only if it is at this version.' }),
      stage: t.field({ type: JobStage, required: true, description: 'The stage; the one it is in changes nothing.' }),
      at: t.field({ type: 'DateTime', description: at }),
    }),
  });

  const { mutation, RowInput } = shared;
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
      'Notes that an application came to another stage.',
      applications.moveJobApplication,
    ),
    trashJobApplication: mutation(
      t,
      JobApplication,
      RowInput,
      'Puts an application in the trash.',
      applications.trashJobApplication,
    ),
    restoreJobApplication: mutation(
      t,
      JobApplication,
      RowInput,
      'Takes an application out of the trash.',
      applications.restoreJobApplication,
    ),
  }));
}
