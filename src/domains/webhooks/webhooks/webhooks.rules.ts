import { z } from 'zod';
import { idOf, optional, prose, webAddress } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { syncedTypes } from '../../history/changes/changes.rules.ts';

/** Somebody has at most this many webhooks. */
export const maxWebhooks = 20;
/** For how long the secret before signs too, so that a receiver can learn the new one meanwhile, in milliseconds. */
export const oldSecretSigns = 24 * 60 * 60 * 1000;
/** As many change sets are made deliveries of in one transaction. */
export const changeSetsAtOnce = 50;

export const actions = ['CREATE', 'UPDATE', 'DELETE'] as const;
export type Action = (typeof actions)[number];

/** What a sealed secret is about: it opens for no other webhook. */
export const secretContext = (id: string) => `webhook:${id}`;

/** An address to post to. How its host is written does not matter: browsers' rules have made it plain. */
const receiver = describeRule(
  webAddress
    .refine(
      (url) => new URL(url).username === '' && new URL(url).password === '',
      'must not have a name or password in it',
    )
    .refine((url) => new URL(url).hash === '', 'must not have a fragment'),
  { limits: 'http or https, at most 2,000 characters, without a user name, password or fragment.' },
);

const fields = {
  url: receiver,
  description: prose(500),
  types: z.array(z.enum(syncedTypes as [string, ...string[]])).transform((types) => [...new Set(types)]),
  actions: z.array(z.enum(actions)).transform((some) => [...new Set(some)]),
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
