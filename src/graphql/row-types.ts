import { trashableModels } from '../platform/relations.ts';
import { ownedModels } from '../platform/writer.ts';
import type { Builder } from './builder.ts';

/** Enums of the types whose rows are recorded in the change log, and of those whose rows can be in the trash. */
export function defineRowTypes(builder: Builder) {
  const values = (types: readonly string[]) =>
    Object.fromEntries(
      types.map((type) => [
        type.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
        { value: type, description: `${type} rows.` },
      ]),
    );
  const RowType = builder.enumType('RowType', {
    description: 'A type whose rows have a history.',
    values: values(['Account', ...ownedModels]),
  });
  const TrashableType = builder.enumType('TrashableType', {
    description: 'A type whose rows can be in the trash.',
    values: values(trashableModels),
  });
  return { RowType, TrashableType };
}
