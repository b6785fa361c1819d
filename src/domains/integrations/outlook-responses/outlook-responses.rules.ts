import { z } from 'zod';
import type { ResponseAction } from '../../../integrations/graph/event-writes.ts';
import type { GraphEvent } from '../../../integrations/graph/events.ts';
import { seriesParts } from '../../../integrations/graph/series-parts.ts';
import type { Row } from '../../../platform/database/models.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { idOf, prose } from '../../../platform/validation/input-rules.ts';

/** After how many refusals a response is given up. */
export const maxRefusals = 5;

export const respondToMeetingInput = z.object({
  id: idOf('Meeting'),
  response: enumOf('MeetingAttendeeResponse').refine((value) => value !== 'NEEDS_ACTION', 'must be a response'),
  comment: prose(2_000).nullish(),
});

/** What Graph calls a response. */
export const actions: Partial<Record<Row<'outlookResponse'>['response'], ResponseAction>> = {
  ACCEPTED: 'accept',
  TENTATIVE: 'tentativelyAccept',
  DECLINED: 'decline',
};

/** The event of a meeting, among the events of a calendar with its UID. Undefined if there is none. @param timeZone the owner's */
export function eventOfMeeting(
  { icsRecurrenceId }: Pick<Row<'meeting'>, 'icsRecurrenceId'>,
  events: readonly GraphEvent[],
  timeZone: string,
): GraphEvent | undefined {
  return seriesParts(events, timeZone).parts.find(({ key }) => key === (icsRecurrenceId ?? ''))?.event;
}
