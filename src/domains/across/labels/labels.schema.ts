import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { labelList } from './labels.access.ts';
import { createLabelInput, updateLabelInput } from './labels.rules.ts';
import * as labels from './labels.service.ts';

/** Labels: names with a color that group tasks, goals and other records. */
export function defineLabels(builder: Builder): void {
  const Label = builder.prismaNode('Label', {
    ...nodeOf(labelList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      name: t.exposeString('name'),
      color: t.exposeString('color'),
    }),
  });

  builder.queryFields((t) => ({
    label: t.byId({ type: Label, resolve: labels.getLabel }),
    labels: t.connectionOf(labelList, { description: 'Your labels.', resolve: labels.listLabels }),
  }));

  const details = (t: InputFields) => ({
    color: t.string({ description: 'A CSS hex color such as `#3b82f6`. Default: `#64748b`, slate gray.' }),
  });
  builder.recordMutation('createLabel', {
    record: Label,
    description: 'Creates a label.',
    rules: createLabelInput,
    input: (t) => ({
      name: t.string({ required: true, description: 'The name. Unique among your labels, regardless of case.' }),
      ...details(t),
    }),
    resolve: labels.createLabel,
  });
  builder.recordMutation('updateLabel', {
    record: Label,
    description: 'Changes a label.',
    rules: updateLabelInput,
    input: (t) => ({
      name: t.string({ description: 'The name. Unique among your labels, regardless of case.' }),
      ...details(t),
    }),
    resolve: labels.updateLabel,
  });
}
