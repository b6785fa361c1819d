import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['labels', 'people', 'series'],
  async populate({ id, make, mark, own, rows }) {
    const [seriesId, personId] = [own('MeetingSeries'), own('Person')];
    const meeting = await id('createMeeting', {
      title: `${mark} meeting`,
      startsAt: 'PT1H',
      endsAt: 'PT2H',
      place: mark,
      notes: mark,
      seriesId,
      organizerId: personId,
      attendees: [{ personId }, { name: `${mark} attendee` }],
      labelIds: rows('Label'),
    });
    const next = await id('createMeeting', { title: `${mark} next`, startsAt: 'P7D', endsAt: 'P7DT1H', seriesId });
    const gone = await id('createMeeting', { title: `${mark} gone`, startsOn: 'TODAY' });
    await make('trash', { id: gone });
    return { Meeting: [meeting, next, gone] };
  },
  inputs: {
    createMeeting: (own) => ({ title: 'A meeting', startsOn: 'TODAY', seriesId: own('MeetingSeries') }),
    updateMeeting: (own) => ({ id: own('Meeting'), title: 'Changed' }),
  },
  bounded: {
    'Query.meetingStats': 'At most 1,000 groups and periods.',
    'Meeting.attendees': 'At most 200 attendees.',
    'Meeting.labels': 'At most 20 labels.',
  },
};
