import type { Response } from '../ics/calendar-event.ts';

/** The response of one person to an invitation. */
export interface Answer {
  personId: string;
  response: Response;
}

/** A response that is stored. */
export interface StoredAnswer extends Answer {
  id: string;
  /** When the calendar that it was taken from was written. Null if it was entered here. */
  stamp: Date | null;
}

/** The changes to the attendees of an event: those to remove, by id, and those to add. */
export interface AttendeeChanges {
  removed: string[];
  added: (Answer & { stamp: Date })[];
}

/** Stands for the time of a calendar that has none. */
const unknownTime = () => new Date(0);

/**
 * The changes that make the attendees of an event those of its calendar. Those who were entered here stay, and so do answers that
 * came after the calendar was written. Of two answers of one person, the first counts.
 * @param stamp when the calendar was written. Null if unknown
 * @param isFirst whether it is not known who was entered here, so that nobody is kept for that
 */
export function attendeeChanges(
  stored: readonly StoredAnswer[],
  given: readonly Answer[],
  stamp: Date | null,
  isFirst: boolean,
): AttendeeChanges {
  const after = new Map(given.toReversed().map((answer) => [answer.personId, answer]));
  const stays = (one: StoredAnswer) => {
    if (stamp !== null && one.stamp !== null && one.stamp > stamp) return true;
    const now = after.get(one.personId);
    if (one.stamp === null && isFirst) return false;
    return now ? now.response === one.response : one.stamp === null;
  };
  const kept = new Set(stored.filter(stays).map(({ personId }) => personId));
  return {
    removed: stored.filter(({ personId }) => !kept.has(personId)).map(({ id }) => id),
    added: [...after.values()]
      .filter(({ personId }) => !kept.has(personId))
      .map((answer) => ({ ...answer, stamp: stamp ?? unknownTime() })),
  };
}

/**
 * The changes that a REPLY makes. None if a later answer of the attendee is known. An answer to an invitation that was still
 * unanswered counts whenever it was given.
 */
export function replyChanges(stored: readonly StoredAnswer[], reply: Answer, stamp: Date | null): AttendeeChanges {
  const before = stored.find(({ personId }) => personId === reply.personId);
  const isLater = stamp !== null && before !== undefined && before.stamp !== null && before.stamp > stamp;
  const isOutdated = isLater && before.response !== 'NEEDS_ACTION';
  if (before?.response === reply.response || isOutdated) return { removed: [], added: [] };
  return { removed: before ? [before.id] : [], added: [{ ...reply, stamp: stamp ?? unknownTime() }] };
}
