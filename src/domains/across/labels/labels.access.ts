import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { labelFilter, labelOrder } from './labels.rules.ts';

/** The viewer's labels, by name. */
export const labelList: ListSpec<'label'> = {
  model: 'label',
  visibleTo: ownedBy,
  filter: labelFilter,
  order: labelOrder,
  defaultOrder: [{ field: 'NAME' }],
};

/** The labels of a record, by name. The options of `t.manyToMany`. @param joins the record's list of join records */
export const labelsThrough = (joins: string) => ({
  joins,
  relation: 'label',
  orderBy: { nameNormalized: 'asc' },
  description: 'The labels, by name.',
});
