import { z } from 'zod';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { idOf, optional, prose, receiverAddress } from '../../../platform/validation/input-rules.ts';
import { syncedTypes } from '../../history/changes/changes.rules.ts';

/** The maximum number of webhooks of an account. */
export const maxWebhooks = 20;
/** How long the previous secret still signs after a rotation, in milliseconds: time to configure the receiver. */
export const oldSecretLifetime = 24 * 60 * 60 * 1000;
/** How many change sets are turned into deliveries in one transaction. */
export const dispatchBatchSize = 50;

/** The context that a secret is sealed with, so that it opens for its own webhook only. */
export const secretContext = (id: string) => `webhook:${id}`;

const fields = {
  url: receiverAddress,
  description: prose(500),
  types: z.array(z.enum(syncedTypes as [string, ...string[]])).transform((types) => [...new Set(types)]),
  actions: z.array(enumOf('ChangeAction')).transform((some) => [...new Set(some)]),
};

export const createWebhookInput = z.object({
  url: fields.url,
  description: fields.description.nullish().transform((text) => text ?? ''),
  types: fields.types.nullish().transform((types) => types ?? []),
  actions: fields.actions.nullish().transform((some) => some ?? []),
});

export const updateWebhookInput = z.object({
  id: idOf('Webhook'),
  ...optional(fields),
  isEnabled: z.boolean({ error: 'must be true or false' }).optional(),
});

export const webhookInput = z.object({ id: idOf('Webhook') });
