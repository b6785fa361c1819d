import { trashableModels } from '../platform/database/model-relations.ts';
import { ownedModels, toEnumName } from '../platform/database/models.ts';
import type { Builder } from './builder.ts';

/** Enums of the types whose rows are recorded in the change log, of what is done to them, and of those that can be in the trash. */
export function defineRowTypes(builder: Builder) {
  const values = (types: readonly string[]) =>
    Object.fromEntries(types.map((type) => [toEnumName(type), { value: type, description: `${type} rows.` }]));
  const RowType = builder.enumType('RowType', {
    description: 'A type whose rows have a history.',
    values: values(['Account', ...ownedModels]),
  });
  const TrashableType = builder.enumType('TrashableType', {
    description: 'A type whose rows can be in the trash.',
    values: values(trashableModels),
  });
  const ChangeAction = builder.enumType('ChangeAction', {
    description: 'What was done to a row.',
    values: {
      CREATE: { description: 'It was made, or brought back after it was removed.' },
      UPDATE: { description: 'It was changed; putting it in the trash is a change as well.' },
      DELETE: { description: 'It was removed for good.' },
    },
  });
  return { RowType, TrashableType, ChangeAction };
}
