import type { EnumRef } from '@pothos/core';
import { getDatamodel } from '../generated/pothos.ts';
import type { Prisma } from '../generated/sqlite/client.ts';
import { trashableModels } from '../platform/database/model-relations.ts';
import { ownedModels, toEnumName } from '../platform/database/models.ts';
import { once } from './registry.ts';
import type { Builder, Types } from './types.ts';

const { models } = getDatamodel().datamodel;

type TypeEnum = EnumRef<Types, string, string>;

/** An enum of node types: `ENERGY_ENTRY` for EnergyEntry. */
export function typeEnum(
  builder: Builder,
  name: string,
  description: string,
  types: readonly Prisma.ModelName[],
): TypeEnum {
  return once(builder.options.registry, name, () => {
    const values = types.map((type) => [toEnumName(type), { value: type, description: describe(type) }] as const);
    return builder.enumType(name, { description, values: Object.fromEntries(values) });
  });
}

/** What a model says that its records are. @throws Error if it says nothing */
function describe(type: string): string {
  const text = models[type]?.documentation;
  if (!text) throw new Error(`The model ${type} has no description.`);
  return text.replaceAll(/\s+/g, ' ');
}

/** The types whose nodes have a history. */
export const nodeType = (builder: Builder): TypeEnum =>
  typeEnum(builder, 'NodeType', 'A type whose nodes have a history.', ['Account', ...ownedModels]);

/** The types whose nodes can be in the trash. */
export const trashableType = (builder: Builder): TypeEnum =>
  typeEnum(builder, 'TrashableType', 'A type whose nodes can be moved to the trash.', trashableModels);
