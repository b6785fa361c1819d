import { nodeOf } from '../../../graphql/nodes.ts';
import { once } from '../../../graphql/registry.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { jobApplicationList, jobApplicationStats } from './job-applications.access.ts';
import {
  createJobApplicationInput,
  moveJobApplicationInput,
  type JobApplicationStage as Stage,
  updateJobApplicationInput,
} from './job-applications.rules.ts';
import * as applications from './job-applications.service.ts';

/** The enum of the stages. */
export const jobApplicationStageType = (builder: Builder) =>
  once(builder.options.registry, 'JobApplicationStage', () =>
    builder.enumType('JobApplicationStage', {
      description: 'The stage of a job application. Filters can compare stages: INTERESTED is the lowest.',
      values: {
        INTERESTED: { value: 0, description: 'You are interested in the job.' },
        APPLIED: { value: 1, description: 'You have applied.' },
        SCREENING: { value: 2, description: 'The company is reviewing the application.' },
        INTERVIEWING: { value: 3, description: 'The company is interviewing you.' },
        OFFER: { value: 4, description: 'The company made an offer.' },
        ACCEPTED: { value: 5, description: 'You accepted the offer.' },
        REJECTED: { value: 6, description: 'The company rejected the application.' },
        WITHDRAWN: { value: 7, description: 'You withdrew the application.' },
      } satisfies Record<Stage, { value: number; description: string }>,
    }),
  );

/** Job applications, with their stage and its history. */
export function defineJobApplications(builder: Builder): void {
  const JobApplicationStage = jobApplicationStageType(builder);
  type StageValue = (typeof JobApplicationStage)['$inferType'];
  const StageChange = builder.objectRef<Row<'stageChange'>>('StageChange').implement({
    description: 'A move of a job application to a stage.',
    fields: (t) => ({
      stage: t.field({
        type: JobApplicationStage,
        description: 'The stage the application moved to.',
        columns: ['stage'],
        resolve: ({ stage }) => stage as StageValue,
      }),
      enteredAt: t.expose('enteredAt', { type: 'DateTime', description: 'When the application entered the stage.' }),
    }),
  });

  const JobApplication = builder.prismaNode('JobApplication', {
    ...nodeOf(ownedBy),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      company: t.exposeString('company'),
      stage: t.field({
        type: JobApplicationStage,
        description: 'The current stage.',
        columns: ['stage'],
        resolve: ({ stage }) => stage as StageValue,
      }),
      reachedStage: t.field({
        type: JobApplicationStage,
        description:
          'The furthest stage from INTERESTED to ACCEPTED that the application ever entered, also if it was rejected or ' +
          'withdrawn since.',
        columns: ['reachedStage'],
        resolve: ({ reachedStage }) => reachedStage as StageValue,
      }),
      appliedAt: t.expose('appliedAt', { type: 'DateTime', nullable: true }),
      appliedOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'The day of yours on which the application was sent: that of `appliedAt`. Null if it was not.',
        columns: ['appliedAt'],
        resolve: ({ appliedAt }, _args, { calendar }) => appliedAt && calendar.dayOf(appliedAt),
      }),
      stageHistory: t.field({
        type: [StageChange],
        description: 'The stages the application has entered, the first one first. At most 100.',
        select: { stageChanges: { orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }] } },
        resolve: ({ stageChanges }) => stageChanges,
      }),
      source: t.exposeString('source'),
      url: t.exposeString('url', { nullable: true }),
      notes: t.exposeString('notes'),
      postingText: t.exposeString('postingText'),
      cv: t.relation('cv', {
        nullable: true,
        description: 'The CV that was sent. Null if none is named, or if it has been permanently deleted.',
      }),
      roleProfile: t.relation('roleProfile', {
        nullable: true,
        description: 'The role the application is for. Null if it is for none of your roles.',
      }),
      nextTask: t.relation('nextTask', { nullable: true, description: 'The next task. Null if there is none.' }),
      contacts: t.manyToMany('Person', {
        joins: 'applicationContacts',
        relation: 'person',
        orderBy: { nameNormalized: 'asc' },
        description: 'The people involved in the application, by name. At most 50.',
      }),
    }),
  });
  builder.objectField(builder.modelRef('Artifact'), 'jobApplications', (t) =>
    t.childConnection(jobApplicationList, {
      below: 'cvId',
      description: 'The applications that it was sent with as a CV.',
    }),
  );
  builder.objectField(builder.modelRef('RoleProfile'), 'jobApplications', (t) =>
    t.childConnection(jobApplicationList, { below: 'roleProfileId', description: 'The applications for the role.' }),
  );
  builder.objectField(builder.modelRef('Person'), 'jobApplications', (t) =>
    t.childConnection(jobApplicationList, {
      below: {
        joins: 'applicationContact',
        through: 'applicationContacts',
        parent: 'personId',
        row: 'jobApplication',
      },
      description: 'The job applications that the person is involved in.',
    }),
  );

  builder.stats(jobApplicationStats);
  builder.queryFields((t) => ({
    jobApplication: t.byId({ type: JobApplication, resolve: applications.getJobApplication }),
    jobApplications: t.connectionOf(jobApplicationList, {
      description: 'Your job applications.',
      resolve: applications.listJobApplications,
    }),
  }));

  const details = (t: InputFields) => ({
    source: t.string({ description: 'Where you found the job.' }),
    url: t.string({ description: 'The web address of the job posting.' }),
    notes: t.string({ description: 'Notes about the application, in Markdown.' }),
    postingText: t.string({ description: 'The text of the job posting, which may be gone from its address later.' }),
    cvId: t.id({ description: 'The id of the CV that was sent: an artifact of the kind CV.' }),
    roleProfileId: t.id({ description: 'The id of the role the application is for.' }),
    nextTaskId: t.id({ description: 'The id of the next task.' }),
    contactIds: t.idList({ description: 'The ids of all people involved in the application.' }),
  });
  builder.recordMutation('createJobApplication', {
    record: JobApplication,
    description: 'Creates a job application.',
    rules: createJobApplicationInput,
    input: (t) => ({
      title: t.string({ required: true, description: 'The title of the job.' }),
      company: t.string({ required: true, description: 'The company.' }),
      stage: t.field({ type: JobApplicationStage, description: 'The current stage. Default: INTERESTED.' }),
      enteredAt: t.field({
        type: 'DateTime',
        description:
          'When the application entered the stage. Default: now, or the start of `appliedOn` if that is the stage.',
      }),
      appliedOn: t.field({
        type: 'Date',
        description:
          'The day the application was sent, for a stage after APPLIED: its history then begins with APPLIED on that day. Default: ' +
          'the day of `enteredAt`.',
      }),
      ...details(t),
    }),
    resolve: applications.createJobApplication,
  });
  builder.recordMutation('updateJobApplication', {
    record: JobApplication,
    description: 'Changes a job application. To change the stage, use `moveJobApplication`.',
    rules: updateJobApplicationInput,
    input: (t) => ({
      title: t.string({ description: 'The title of the job.' }),
      company: t.string({ description: 'The company.' }),
      ...details(t),
    }),
    resolve: applications.updateJobApplication,
  });
  builder.recordMutation('moveJobApplication', {
    record: JobApplication,
    description: 'Moves a job application to a stage. Does nothing if it is at the stage already.',
    rules: moveJobApplicationInput,
    input: (t) => ({
      stage: t.field({ type: JobApplicationStage, required: true, description: 'The stage to move to.' }),
      enteredAt: t.field({
        type: 'DateTime',
        description: 'When the application entered the stage. Not before the last stage change. Default: now.',
      }),
    }),
    resolve: applications.moveJobApplication,
  });
}
