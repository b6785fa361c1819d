import type { DocumentSpec } from '../../platform/documents.ts';

/** A meeting stands in the timeline when it starts. */
export const meetingDocument: DocumentSpec<'meeting'> = {
  model: 'meeting',
  description: 'Meetings; in the timeline, when they start.',
  title: ({ title }) => title,
  text: ({ place, description, notes }) => [place, description, notes],
  at: ({ startsAt }) => startsAt,
};

/** A line of a meeting stands in the timeline when it was dealt with. */
export const meetingItemDocument: DocumentSpec<'meetingItem'> = {
  model: 'meetingItem',
  description: 'Lines of agendas, preparations and decisions; in the timeline, when they were dealt with.',
  title: ({ text }) => text,
  text: () => [],
  at: ({ doneAt }) => doneAt,
  below: { model: 'meeting', column: 'meetingId' },
};

/** Series of meetings are found by title and description, and do not happen. */
export const meetingSeriesDocument: DocumentSpec<'meetingSeries'> = {
  model: 'meetingSeries',
  description: 'Series of meetings; not in the timeline.',
  title: ({ title }) => title,
  text: ({ description }) => [description],
  at: () => null,
};
