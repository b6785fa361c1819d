import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { meetingSeriesList } from './series.access.ts';
import { createMeetingSeriesInput, updateMeetingSeriesInput } from './series.rules.ts';

type MeetingSeries = Row<'meetingSeries'>;

/** Lists the viewer's meeting series. */
export const listMeetingSeries = listService(meetingSeriesList);

/** One of the viewer's meeting series. Null if there is none with this id. */
export const getMeetingSeries = getService(meetingSeriesList);

/** Creates a meeting series without meetings. */
export async function createMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof createMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ...data } = parseInput(ctx, createMeetingSeriesInput, input);
  return transaction(ctx, 'createMeetingSeries', (tx) =>
    createRecord(tx, 'meetingSeries', input, id, (create) => create(data)),
  );
}

/** Updates the given fields of a meeting series. Its meetings stay as they are. */
export async function updateMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof updateMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateMeetingSeriesInput, input);
  return transaction(ctx, 'updateMeetingSeries', (tx) =>
    updateRecord(tx, 'meetingSeries', { id, ifVersion }, () => changes),
  );
}
