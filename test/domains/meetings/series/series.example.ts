import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, make, mark }) {
    const series = await id('createMeetingSeries', { title: `${mark} series`, description: mark });
    const gone = await id('createMeetingSeries', { title: `${mark} gone` });
    await make('trash', { id: gone });
    return { MeetingSeries: [series, gone] };
  },
  inputs: {
    createMeetingSeries: () => ({ title: 'A series' }),
    updateMeetingSeries: (own) => ({ id: own('MeetingSeries'), title: 'Changed' }),
  },
};
