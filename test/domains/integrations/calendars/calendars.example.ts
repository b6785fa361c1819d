import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['integrations'],
  async populate({ make, mark, rows }) {
    const input = { url: `https://calendar.example.org/${mark}.ics`, name: `${mark} calendar` };
    return { Integration: [...rows('Integration'), (await make('subscribeToCalendar', input)).id] };
  },
};
