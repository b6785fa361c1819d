import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['webhooks'],
  async populate({ id, rows }) {
    const ids: string[] = [];
    for (const webhook of rows('Webhook')) ids.push(await id('testWebhook', { id: webhook }));
    return { WebhookDelivery: ids };
  },
  inputs: {
    testWebhook: (own) => ({ id: own('Webhook') }),
    resendWebhookDelivery: (own) => ({ id: own('WebhookDelivery') }),
  },
};
