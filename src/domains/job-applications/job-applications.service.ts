import type { ViewerContext } from '../../platform/context.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../platform/inputs.ts';
import { setJoined } from '../../platform/joins.ts';
import { getRow, type ListArguments, listRows, type Selection } from '../../platform/lists.ts';
import type { Page } from '../../platform/pagination.ts';
import { changeRow, createRow, requireReferences, restoreRow, trashRow } from '../../platform/rows.ts';
import { transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { jobApplicationList } from './job-applications.access.ts';
import {
  createJobApplicationInput,
  moveJobApplicationInput,
  requireNext,
  updateJobApplicationInput,
} from './job-applications.rules.ts';

type JobApplication = Row<'jobApplication'>;

const references = { roleProfileId: 'roleProfile', nextTaskId: 'task' } as const;
const joinings = {
  contactIds: { model: 'applicationContact', row: 'jobApplicationId', other: 'person' },
} as const;

/** The viewer's applications, what was changed last first unless asked otherwise. */
export async function listJobApplications(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'jobApplication'> = {},
): Promise<Page<JobApplication>> {
  return listRows(ctx, jobApplicationList, args, selection);
}

/** One of the viewer's applications. */
export async function getJobApplication(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'jobApplication'> = {},
): Promise<JobApplication | null> {
  return getRow(ctx, jobApplicationList, id, selection);
}

/** Makes an application; the stage it starts in is the first of its history. */
export async function createJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof createJobApplicationInput>,
): Promise<JobApplication> {
  const { id, contactIds, at, ...data } = parseInput(createJobApplicationInput(ctx.calendar), input);
  return transaction(ctx, 'createJobApplication', (tx) =>
    createRow(tx, 'jobApplication', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const application = await create(data);
      await tx.write.stageChange.create({ jobApplicationId: application.id, stage: data.stage, enteredAt: at });
      await setJoined(tx, joinings, application.id, { contactIds });
      return application;
    }),
  );
}

/** Changes what is given of the application. Its stage is changed by moving it. */
export async function updateJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof updateJobApplicationInput>,
): Promise<JobApplication> {
  const { id, ifVersion, contactIds, ...changes } = parseInput(updateJobApplicationInput, input);
  return transaction(ctx, 'updateJobApplication', (tx) =>
    changeRow(
      tx,
      'jobApplication',
      { id, ifVersion },
      async (before) => {
        await requireReferences(tx, references, changes, before);
        return changes;
      },
      () => setJoined(tx, joinings, id, { contactIds }),
    ),
  );
}

/** Notes that the application came to another stage, and when. To the one it is in, it does not move. */
export async function moveJobApplication(
  ctx: ViewerContext,
  input: InputOf<typeof moveJobApplicationInput>,
): Promise<JobApplication> {
  const { id, ifVersion, stage, at } = parseInput(moveJobApplicationInput(ctx.calendar), input);
  return transaction(ctx, 'moveJobApplication', (tx) =>
    changeRow(tx, 'jobApplication', { id, ifVersion }, async (before) => {
      if (before.stage === stage) return {};
      requireNext(await tx.db.stageChange.findMany({ where: { jobApplicationId: id } }), at);
      await tx.write.stageChange.create({ jobApplicationId: id, stage, enteredAt: at });
      return { stage };
    }),
  );
}

/** Puts the application in the trash. */
export async function trashJobApplication(ctx: ViewerContext, input: RowInput): Promise<JobApplication> {
  const target = parseInput(rowInput('JobApplication'), input);
  return transaction(ctx, 'trashJobApplication', (tx) => trashRow(tx, 'jobApplication', target));
}

/** Takes the application out of the trash. */
export async function restoreJobApplication(ctx: ViewerContext, input: RowInput): Promise<JobApplication> {
  const target = parseInput(rowInput('JobApplication'), input);
  return transaction(ctx, 'restoreJobApplication', (tx) => restoreRow(tx, 'jobApplication', target));
}
