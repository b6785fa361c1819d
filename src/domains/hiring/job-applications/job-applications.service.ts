import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { jobApplicationList } from './job-applications.access.ts';
import {
  createJobApplicationInput,
  maxContacts,
  maxStageChanges,
  moveJobApplicationInput,
  updateJobApplicationInput,
} from './job-applications.rules.ts';

type JobApplication = Row<'jobApplication'>;

const references = { roleProfileId: 'roleProfile', nextTaskId: 'task' } as const;
const manyToMany = {
  contactIds: { model: 'applicationContact', row: 'jobApplicationId', other: 'person', max: maxContacts },
} as const;

/** The viewer's applications, the latest changed first unless asked otherwise. */
export const listJobApplications = listService(jobApplicationList);

/** One of the viewer's applications. */
export const getJobApplication = getService(jobApplicationList);

/** Makes an application, at the stage it is at. */
export async function createJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof createJobApplicationInput>,
): Promise<JobApplication> {
  const { id, contactIds, at, ...data } = parseInput(createJobApplicationInput(ctx.calendar), input);
  return transaction(ctx, 'createJobApplication', (tx) =>
    createRecord(tx, 'jobApplication', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const application = await create(data);
      await tx.write.stageChange.create({ jobApplicationId: application.id, stage: data.stage, enteredAt: at });
      await setManyToMany(tx, manyToMany, application.id, { contactIds });
      return application;
    }),
  );
}

/** Changes what is given of the application; how far it got is for moveJobApplication to say. */
export async function updateJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof updateJobApplicationInput>,
): Promise<JobApplication> {
  const { id, ifVersion, contactIds, ...changes } = parseInput(updateJobApplicationInput, input);
  return transaction(ctx, 'updateJobApplication', (tx) =>
    updateRecord(
      tx,
      'jobApplication',
      { id, ifVersion },
      async (before) => {
        await requireReferences(tx, references, changes, before);
        return changes;
      },
      () => setManyToMany(tx, manyToMany, id, { contactIds }),
    ),
  );
}

/** Moves the application to another stage, and notes when. To the stage it is at, nothing happens. */
export async function moveJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof moveJobApplicationInput>,
): Promise<JobApplication> {
  const { id, ifVersion, stage, at } = parseInput(moveJobApplicationInput(ctx.calendar), input);
  return transaction(ctx, 'moveJobApplication', (tx) =>
    updateRecord(tx, 'jobApplication', { id, ifVersion }, async (before) => {
      if (before.stage !== stage) await enter(tx, id, stage, at);
      return { stage };
    }),
  );
}

async function enter(
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
    throw new ConflictError(`It has changed its stage ${maxStageChanges} times already.`);
  }
  if (changes._max.enteredAt && enteredAt < changes._max.enteredAt) {
    throw new InvalidInputError([{ path: ['input', 'at'], message: 'must not be before it came to its last stage' }]);
  }
  await tx.write.stageChange.create({ jobApplicationId, stage, enteredAt });
}

/** Puts the application in the trash. */
export const trashJobApplication = trashService('jobApplication');

/** Takes the application out of the trash. */
export const restoreJobApplication = restoreService('jobApplication');
