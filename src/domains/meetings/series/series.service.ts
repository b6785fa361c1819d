import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { seriesList } from './series.access.ts';
import { createMeetingSeriesInput, updateMeetingSeriesInput } from './series.rules.ts';

type MeetingSeries = Row<'meetingSeries'>;

/** The viewer's series, by title unless asked otherwise. */
export const listMeetingSeries = listService(seriesList);

/** One of the viewer's series. */
export const getMeetingSeries = getService(seriesList);

/** Makes a series, without meetings yet. */
export async function createMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof createMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ...data } = parseInput(createMeetingSeriesInput, input);
  return transaction(ctx, 'createMeetingSeries', (tx) =>
    createRecord(tx, 'meetingSeries', input, id, (create) => create(data)),
  );
}

/** Changes what is given of the series; its meetings stay as they are. */
export async function updateMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof updateMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ifVersion, ...changes } = parseInput(updateMeetingSeriesInput, input);
  return transaction(ctx, 'updateMeetingSeries', (tx) =>
    updateRecord(tx, 'meetingSeries', { id, ifVersion }, () => changes),
  );
}

/** Puts the series in the trash; its meetings stay. */
export const trashMeetingSeries = trashService('meetingSeries');

/** Takes the series out of the trash. */
export const restoreMeetingSeries = restoreService('meetingSeries');
