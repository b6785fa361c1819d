import { z } from 'zod';
import { fromGlobalId } from '../../../platform/database/global-ids.ts';
import { ownedModels } from '../../../platform/database/models.ts';
import { nodeKeyOf } from '../../../platform/database/node-refs.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { chosenId, nodeRef, prose, target } from '../../../platform/validation/input-rules.ts';

/** The direction of links, seen from a node: those that start at it, those that end at it, or both. */
export type LinkDirection = 'FROM' | 'TO' | 'BOTH';

/** Labels have a relation of their own to nodes, and a link between links would say nothing. */
const unlinkable: readonly string[] = ['Label', 'Link'];

/** The types whose nodes can be linked: all owned ones except those two. */
export const linkableTypes = ownedModels.filter((model) => !unlinkable.includes(model));

const end = nodeRef(linkableTypes, 'must be the id of a node of a type that can be linked');
const notes = prose(2_000);

export const createLinkInput = z
  .object({
    id: chosenId('Link').nullish(),
    kind: enumOf('LinkKind'),
    fromId: end,
    toId: end,
    notes: notes.optional(),
  })
  .refine(({ fromId, toId }) => nodeKeyOf(fromId) !== nodeKeyOf(toId), {
    path: ['toId'],
    message: 'must be another node than fromId',
  });

/** The id of a node that can be linked, as a link stores it. */
const storedEnd = z.string().refine((id) => linkableTypes.some((type) => type === fromGlobalId(id)?.type), {
  message: 'must be the id of a node of a type that can be linked',
});

/** The rules of a link as it is stored. */
export const linkRecord = z
  .object({
    kind: enumOf('LinkKind'),
    fromId: storedEnd,
    fromType: z.string(),
    toId: storedEnd,
    toType: z.string(),
    notes,
  })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], message: 'must be another node than fromId' })
  .refine(({ fromId, fromType }) => fromGlobalId(fromId)?.type === fromType, {
    path: ['fromType'],
    message: 'must be the type of fromId',
  })
  .refine(({ toId, toType }) => fromGlobalId(toId)?.type === toType, {
    path: ['toType'],
    message: 'must be the type of toId',
  });

export const updateLinkInput = z.object({ ...target('Link'), notes: notes.optional() });

export const linkFilter = defineFilter('Link', {
  id: { kind: 'id', type: 'Link', description: 'The id.' },
  kind: { kind: 'enum', name: 'LinkKind', description: 'How the nodes are related.' },
  fromId: { kind: 'anyId', description: 'The id of the node at the start.' },
  fromType: { kind: 'enum', name: 'LinkableType', description: 'The type of the node at the start.' },
  toId: { kind: 'anyId', description: 'The id of the node at the end.' },
  toType: { kind: 'enum', name: 'LinkableType', description: 'The type of the node at the end.' },
  notes: { kind: 'text', description: 'The notes.' },
  createdAt: { kind: 'instant', description: 'When the link was created.' },
  updatedAt: { kind: 'instant', description: 'When the link was last changed.' },
});

export const linkOrder: OrderSpec = {
  name: 'Link',
  fields: {
    CREATED_AT: { column: 'createdAt', description: 'When the link was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the link was last changed.' },
  },
};
