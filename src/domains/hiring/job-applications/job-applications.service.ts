import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { jobApplicationList } from './job-applications.access.ts';
import {
  createJobApplicationInput,
  firstStages,
  maxContacts,
  maxStageChanges,
  moveJobApplicationInput,
  summarizeStages,
  updateJobApplicationInput,
} from './job-applications.rules.ts';

type JobApplication = Row<'jobApplication'>;

const references = { roleProfileId: 'roleProfile', nextTaskId: 'task', cvId: 'artifact' } as const;
const manyToMany = {
  contactIds: { model: 'applicationContact', row: 'jobApplicationId', other: 'person', max: maxContacts },
} as const;

/** Lists the viewer's job applications. */
export const listJobApplications = listService(jobApplicationList);

/** Gets a job application by its id. Null if the viewer has none with it. */
export const getJobApplication = getService(jobApplicationList);

/**
 * Creates a job application and the first entry of its stage history.
 * @throws InvalidInputError, NotFoundError for unknown references
 */
export async function createJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof createJobApplicationInput>,
): Promise<JobApplication> {
  const { id, contactIds, enteredAt, appliedOn, ...data } = parseInput(ctx, createJobApplicationInput, input);
  const history = firstStages({ stage: data.stage, enteredAt, appliedOn }, ctx.calendar);
  return transaction(ctx, 'createJobApplication', (tx) =>
    createRecord(tx, 'jobApplication', input, id, async (create) => {
      await requireReferences(tx, references, data);
      await requireCv(tx, data.cvId);
      const application = await create({ ...data, ...summarizeStages(history) });
      const jobApplicationId = application.id;
      await tx.write.stageChange.createMany(history.map((entry) => ({ jobApplicationId, ...entry })));
      await setManyToMany(tx, manyToMany, application.id, { contactIds });
      return application;
    }),
  );
}

/**
 * Changes the given fields of a job application, but not its stage.
 * @throws InvalidInputError, NotFoundError, ConflictError
 */
export async function updateJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof updateJobApplicationInput>,
): Promise<JobApplication> {
  const { id, ifVersion, contactIds, ...changes } = parseInput(ctx, updateJobApplicationInput, input);
  return transaction(ctx, 'updateJobApplication', (tx) =>
    updateRecord(
      tx,
      'jobApplication',
      { id, ifVersion },
      async (before) => {
        await requireReferences(tx, references, changes, before);
        if (changes.cvId !== before.cvId) await requireCv(tx, changes.cvId);
        return changes;
      },
      () => setManyToMany(tx, manyToMany, id, { contactIds }),
    ),
  );
}

/**
 * Moves a job application to a stage and adds that to its stage history. Nothing changes if it is at the stage already.
 * @throws InvalidInputError, also for a time before the last move; NotFoundError; ConflictError, also after 100 moves
 */
export async function moveJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof moveJobApplicationInput>,
): Promise<JobApplication> {
  const { id, ifVersion, stage, enteredAt } = parseInput(ctx, moveJobApplicationInput, input);
  return transaction(ctx, 'moveJobApplication', (tx) =>
    updateRecord(tx, 'jobApplication', { id, ifVersion }, async (before) => {
      if (before.stage === stage) return {};
      await enterStage(tx, id, stage, enteredAt);
      const history = await tx.db.stageChange.findMany({
        where: { jobApplicationId: id, ownerId: tx.viewer.accountId },
      });
      return { stage, ...summarizeStages(history) };
    }),
  );
}

/** Summarizes the stage histories of applications that exports of earlier versions have without a summary. */
export async function summarizeHistories(tx: Transaction<ViewerContext>): Promise<void> {
  const without = {
    AND: [ownedBy(tx.viewer), { reachedStage: 0, appliedAt: null, stageChanges: { some: { stage: { gt: 0 } } } }],
  };
  const found = await tx.db.jobApplication.findMany({ where: without, include: { stageChanges: true } });
  for (const { id, stageChanges } of found) await tx.write.jobApplication.derive({ id }, summarizeStages(stageChanges));
}

/** Requires that an artifact is a CV. @throws InvalidInputError at `cvId` */
async function requireCv(tx: Transaction<ViewerContext>, cvId: string | null | undefined): Promise<void> {
  if (!cvId) return;
  const where = { id: cvId, kind: 'CV' as const, ownerId: tx.viewer.accountId };
  if (await tx.db.artifact.findFirst({ where, select: { id: true } })) return;
  throw new InvalidInputError([{ path: ['input', 'cvId'], message: 'must be an artifact of the kind CV' }]);
}

async function enterStage(
  tx: Transaction<ViewerContext>,
  jobApplicationId: string,
  stage: number,
  enteredAt: Date,
): Promise<void> {
  const changes = await tx.db.stageChange.aggregate({
    where: { jobApplicationId, ownerId: tx.viewer.accountId },
    _max: { enteredAt: true },
    _count: { _all: true },
  });
  if (changes._count._all >= maxStageChanges) {
    throw new ConflictError(`The application has changed its stage ${maxStageChanges} times, the maximum.`);
  }
  if (changes._max.enteredAt && enteredAt < changes._max.enteredAt) {
    throw new InvalidInputError([
      { path: ['input', 'enteredAt'], message: 'must not be before the last stage change' },
    ]);
  }
  await tx.write.stageChange.create({ jobApplicationId, stage, enteredAt });
}
