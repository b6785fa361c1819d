import type { Example } from '../../../support/examples.ts';

const firstDay = '2026-11-23';

export const example: Example = {
  after: ['people'],
  async populate({ id, make, mark, own, person }) {
    const rule = { rule: 'FREQ=MONTHLY;COUNT=2', startsOn: firstDay, timeOfDay: '10:00', durationMinutes: 30 };
    const content = { place: mark, agenda: [`${mark} topic`] };
    const about = { title: `${mark} series`, description: mark, attendeeIds: [own('Person')] };
    const series = await id('createMeetingSeries', { ...about, ...rule, ...content });
    const gone = await id('createMeetingSeries', { title: `${mark} gone` });
    await make('trash', { id: gone });
    const query = 'query ($id: ID!) { meetingSeries(id: $id) { meetings { nodes { id agendaItems { id } } } } }';
    const { nodes } = (await person.query(query, { id: series })).meetingSeries.meetings;
    const made = nodes as { id: string; agendaItems: { id: string }[] }[];
    return {
      MeetingSeries: [series, gone],
      Meeting: made.map((one) => one.id),
      MeetingItem: made.flatMap(({ agendaItems }) => agendaItems.map((item) => item.id)),
    };
  },
  inputs: {
    createMeetingSeries: (own) => ({ title: 'A series', attendeeIds: [own('Person')] }),
    updateMeetingSeries: (own) => ({
      ...{ id: own('MeetingSeries'), title: 'Changed', attendeeIds: [own('Person')] },
      ...{ rule: 'FREQ=WEEKLY', timeOfDay: '11:00', durationMinutes: 15 },
    }),
    splitMeetingSeries: (own) => ({ id: own('MeetingSeries'), from: firstDay, attendeeIds: [own('Person')] }),
    endMeetingSeries: (own) => ({ id: own('MeetingSeries'), lastOn: 'P40D' }),
  },
  bounded: {
    'MeetingSeries.attendees': 'At most 50.',
  },
};
