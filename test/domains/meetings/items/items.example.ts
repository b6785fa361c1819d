import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['meetings'],
  async populate({ id, make, mark, own }) {
    const meetingId = own('Meeting');
    const item = (kind: string) => id('createMeetingItem', { meetingId, kind, title: `${mark} ${kind}` });
    const kept = [await item('AGENDA'), await item('PREPARATION'), await item('DECISION'), await item('AGENDA')];
    const gone = await item('AGENDA');
    await make('trash', { id: gone });
    return { MeetingItem: [...kept, gone] };
  },
  inputs: {
    createMeetingItem: (own) => ({ meetingId: own('Meeting'), kind: 'AGENDA', title: 'A line' }),
    updateMeetingItem: (own) => ({ id: own('MeetingItem'), afterId: null }),
    carryOverAgenda: (own) => ({ id: own('Meeting') }),
    turnIntoTask: (own) => ({ id: own('MeetingItem') }),
  },
  bounded: {
    'Meeting.agendaItems': 'A meeting has at most 100 items of a kind.',
    'Meeting.decisions': 'A meeting has at most 100 items of a kind.',
    'Meeting.preparation': 'A meeting has at most 100 items of a kind.',
  },
};
