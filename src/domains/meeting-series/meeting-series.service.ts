import type { ViewerContext } from '../../platform/context.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../platform/inputs.ts';
import { getRow, type ListArguments, listRows, type Selection } from '../../platform/lists.ts';
import type { Page } from '../../platform/pagination.ts';
import { changeRow, createRow, restoreRow, trashRow } from '../../platform/rows.ts';
import { transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { seriesList } from './meeting-series.access.ts';
import { createMeetingSeriesInput, updateMeetingSeriesInput } from './meeting-series.rules.ts';

type MeetingSeries = Row<'meetingSeries'>;

/** The viewer's series, by title unless asked otherwise. */
export async function listMeetingSeries(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'meetingSeries'> = {},
): Promise<Page<MeetingSeries>> {
  return listRows(ctx, seriesList, args, selection);
}

/** One of the viewer's series. */
export async function getMeetingSeries(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'meetingSeries'> = {},
): Promise<MeetingSeries | null> {
  return getRow(ctx, seriesList, id, selection);
}

/** Makes a series, without meetings yet. */
export async function createMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof createMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ...data } = parseInput(createMeetingSeriesInput, input);
  return transaction(ctx, 'createMeetingSeries', (tx) =>
    createRow(tx, 'meetingSeries', input, id, (create) => create(data)),
  );
}

/** Changes what is given of the series; its meetings stay as they are. */
export async function updateMeetingSeries(
  ctx: ViewerContext,
  input: InputOf<typeof updateMeetingSeriesInput>,
): Promise<MeetingSeries> {
  const { id, ifVersion, ...changes } = parseInput(updateMeetingSeriesInput, input);
  return transaction(ctx, 'updateMeetingSeries', (tx) =>
    changeRow(tx, 'meetingSeries', { id, ifVersion }, () => changes),
  );
}

/** Puts the series in the trash; its meetings stay. */
export async function trashMeetingSeries(ctx: ViewerContext, input: RowInput): Promise<MeetingSeries> {
  const target = parseInput(rowInput('MeetingSeries'), input);
  return transaction(ctx, 'trashMeetingSeries', (tx) => trashRow(tx, 'meetingSeries', target));
}

/** Takes the series out of the trash. */
export async function restoreMeetingSeries(ctx: ViewerContext, input: RowInput): Promise<MeetingSeries> {
  const target = parseInput(rowInput('MeetingSeries'), input);
  return transaction(ctx, 'restoreMeetingSeries', (tx) => restoreRow(tx, 'meetingSeries', target));
}
