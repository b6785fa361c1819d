import type { Example } from '../../../support/examples.ts';
import { createBrowser } from '../../../support/push-service.ts';

export const example: Example = {
  async populate({ make, mark }) {
    const { p256dh, auth } = createBrowser();
    const input = { endpoint: `https://push.example.org/${mark}`, p256dh, auth, name: `${mark} browser` };
    const { id } = await make('createPushSubscription', input, 'id');
    return { PushSubscription: [id] };
  },
  inputs: { deletePushSubscription: (own) => ({ id: own('PushSubscription') }) },
  bounded: { 'Query.pushSubscriptions': 'At most 20.' },
};
