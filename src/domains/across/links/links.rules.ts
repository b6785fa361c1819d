import { z } from 'zod';
import { fromGlobalId } from '../../../platform/database/global-ids.ts';
import { ownedModels } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { chosenId, prose, target } from '../../../platform/validation/input-rules.ts';

export const linkKinds = ['EVIDENCE', 'SUPPORTS', 'CAME_FROM', 'ABOUT'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Which of a row's links: those that start at it, those that lead to it, or both. */
export const directions = ['FROM', 'TO', 'BOTH'] as const;
export type Direction = (typeof directions)[number];

/** Labels are put on rows in their own way, and a link between links would say nothing. */
const unlinkable: readonly string[] = ['Label', 'Link'];

/** The types whose rows can be linked: all that have an owner and a version, but for those two. */
export const linkableTypes: readonly string[] = ownedModels.filter((model) => !unlinkable.includes(model));

/** The global id of a row that can be linked, with the type and the UUID in it. */
const linkableId = z.string({ error: 'must be an id' }).transform((globalId, issues) => {
  const parts = fromGlobalId(globalId);
  if (parts && linkableTypes.includes(parts.type)) return { globalId, ...parts };
  issues.addIssue(`must be the id of a row that can be linked${parts ? `, which no ${parts.type} can` : ''}`);
  return z.NEVER;
});

const notes = prose(2_000);

export const createLinkInput = z
  .object({
    id: chosenId('Link').nullish(),
    kind: z.enum(linkKinds),
    fromId: linkableId,
    toId: linkableId,
    notes: notes.optional(),
  })
  .refine(({ fromId, toId }) => fromId.globalId !== toId.globalId, {
    path: ['toId'],
    message: 'must be another row than fromId',
  });

export const updateLinkInput = z.object({ ...target('Link'), notes: notes.optional() });

export const linkFilter = defineFilter('Link', {
  id: { kind: 'id', type: 'Link', description: 'By id.' },
  kind: { kind: 'enum', name: 'LinkKind', description: 'By what the one is to the other.' },
  fromId: { kind: 'anyId', description: 'By the row that it starts at.' },
  fromType: { kind: 'enum', name: 'LinkableType', description: 'By the type of the row that it starts at.' },
  toId: { kind: 'anyId', description: 'By the row that it leads to.' },
  toType: { kind: 'enum', name: 'LinkableType', description: 'By the type of the row that it leads to.' },
  notes: { kind: 'text', description: 'By notes.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const linkOrder: OrderSpec = {
  name: 'Link',
  fields: {
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
