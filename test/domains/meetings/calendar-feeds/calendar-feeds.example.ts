import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ make, mark }) {
    const { calendarFeed } = await make('createCalendarFeed', { name: `${mark} feed` }, 'calendarFeed { id }');
    return { CalendarFeed: [calendarFeed.id] };
  },
  inputs: { revokeCalendarFeed: (own) => ({ id: own('CalendarFeed') }) },
  bounded: { 'Query.calendarFeeds': 'At most 20 in use.' },
};
