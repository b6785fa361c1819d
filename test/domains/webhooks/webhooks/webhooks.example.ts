import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ make, mark }) {
    const input = { url: `https://receiver.example.org/${mark}`, description: `${mark} webhook`, types: ['TASK'] };
    const ids: string[] = [];
    for (let count = 0; count < 2; count++) ids.push((await make('createWebhook', input, 'webhook { id }')).webhook.id);
    return { Webhook: ids };
  },
  inputs: {
    updateWebhook: (own) => ({ id: own('Webhook'), description: 'changed' }),
    rotateWebhookSecret: (own) => ({ id: own('Webhook') }),
    deleteWebhook: (own) => ({ id: own('Webhook') }),
  },
  bounded: { 'Query.webhooks': 'At most 20.' },
};
