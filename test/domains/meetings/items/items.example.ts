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
    createMeetingItem: (own) => ({ meetingId: own('Meeting'), kind: 'AGENDA', title: 'An item' }),
    updateMeetingItem: (own) => ({ id: own('MeetingItem'), afterId: null }),
    carryOverAgendaItems: (own) => ({ id: own('Meeting') }),
    convertMeetingItemToTask: (own) => ({ id: own('MeetingItem') }),
  },
  bounded: {
    'Meeting.agendaItems': 'At most 100 of each kind.',
    'Meeting.decisions': 'At most 100 of each kind.',
    'Meeting.preparationItems': 'At most 100 of each kind.',
    'CarryOverAgendaItemsPayload.meetingItems': 'At most 100 of each kind.',
  },
};
