import type { EnumRef } from '@pothos/core';
import type { Prisma } from '../generated/sqlite/client.ts';
import { trashableModels } from '../platform/database/model-relations.ts';
import { ownedModels, toEnumName } from '../platform/database/models.ts';
import { once } from './registry.ts';
import type { Builder, Types } from './types.ts';

type TypeEnum = EnumRef<Types, string, string>;

/** An enum of node types: `ENERGY_ENTRY` for EnergyEntry. */
export function typeEnum(
  builder: Builder,
  name: string,
  description: string,
  types: readonly Prisma.ModelName[],
): TypeEnum {
  return once(builder.options.registry, name, () => {
    const values = types.map((type) => [toEnumName(type), { value: type, description: `${type} nodes.` }] as const);
    return builder.enumType(name, { description, values: Object.fromEntries(values) });
  });
}

/** The types whose nodes have a history. */
export const nodeType = (builder: Builder): TypeEnum =>
  typeEnum(builder, 'NodeType', 'A type whose nodes have a history.', ['Account', ...ownedModels]);

/** The types whose nodes can be in the trash. */
export const trashableType = (builder: Builder): TypeEnum =>
  typeEnum(builder, 'TrashableType', 'A type whose nodes can be moved to the trash.', trashableModels);
