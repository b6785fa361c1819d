import type { GraphError } from '../../../integrations/graph/errors.ts';
import type { EventFields } from '../../../integrations/graph/event-writes.ts';
import type { GraphEvent } from '../../../integrations/graph/events.ts';
import { instantOf } from '../../../integrations/graph/instants.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';

type Block = Row<'timeBlock'>;

/** The maximum number of blocks that are sent at once. The others follow with the next sync. */
export const maxSent = 200;

const theirShowAs = {
  BUSY: 'busy',
  OUT_OF_OFFICE: 'oof',
  WORKING_ELSEWHERE: 'workingElsewhere',
  FREE: 'free',
} as const;
const ourShowAs = Object.fromEntries(Object.entries(theirShowAs).map(([ours, theirs]) => [theirs, ours])) as Partial<
  Record<string, Block['showAs']>
>;

/** A block as Graph writes it. */
export const eventOf = ({ title, startsAt, endsAt, showAs, transactionId }: Block): EventFields => ({
  subject: title,
  startsAt,
  endsAt,
  showAs: theirShowAs[showAs],
  transactionId,
});

/** What an event says of its block: only what differs. */
export function changesFrom(block: Block, event: GraphEvent): UpdateData<'timeBlock'> {
  const { details } = event;
  if (!details) return {};
  const told = {
    title: details.subject.replaceAll(/\s+/g, ' ').trim().slice(0, 255).toWellFormed() || 'Untitled',
    startsAt: instantOf(event.start),
    endsAt: instantOf(event.end),
    showAs: ourShowAs[details.showAs] ?? block.showAs,
  };
  const values = (one: Pick<Block, keyof typeof told>) => [
    ...[one.title, one.showAs],
    ...[one.startsAt.getTime(), one.endsAt.getTime()],
  ];
  return values(told).join('\n') === values(block).join('\n') ? {} : told;
}

/** Whether an error is about the event that was sent. Others may be writable where one is not. */
export const isAboutTheEvent = ({ status }: GraphError): boolean =>
  status >= 400 && status < 500 && ![401, 408, 423, 429].includes(status);
