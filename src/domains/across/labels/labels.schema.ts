import type { Builder } from '../../../graphql/builder.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import { labelList, visibleTo } from './labels.access.ts';
import * as labels from './labels.service.ts';

/** A field that shows the labels joined to a row, by name, but for those in the trash. */
export function labelsOf(shared: Shared, relation: string) {
  return shared.joined('Label', relation, 'label', { nameNormalized: 'asc' }, 'Its labels, by name.');
}

/** Labels: names and colors to gather things under. */
export function defineLabels(builder: Builder, shared: Shared) {
  const Label = builder.prismaNode('Label', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      name: t.exposeString('name'),
      color: t.exposeString('color'),
    }),
  });

  builder.queryFields((t) => ({
    label: shared.oneById(t, Label, 'label', labels.getLabel),
    labels: shared.list(t, labelList, 'Your labels, by name unless asked otherwise.', labels.listLabels),
  }));

  const CreateLabelInput = builder.inputType('CreateLabelInput', {
    description: 'A label to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      name: t.string({ required: true, description: 'What to call it: 1 to 60 characters, unique among your labels.' }),
      color: t.string({ description: 'A CSS hex color such as `#3b82f6`; slate gray when nothing is said.' }),
    }),
  });
  const UpdateLabelInput = builder.inputType('UpdateLabelInput', {
    description: 'Changes to a label; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which label.' }),
      ifVersion: t.int(shared.ifVersion),
      name: t.string({ description: 'What to call it.' }),
      color: t.string({ description: 'Its color.' }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createLabel: mutation(t, Label, CreateLabelInput, 'Makes a label.', labels.createLabel),
    updateLabel: mutation(t, Label, UpdateLabelInput, 'Changes a label.', labels.updateLabel),
    trashLabel: mutation(
      t,
      Label,
      TargetInput,
      'Puts a label in the trash: it no longer shows on anything, until it is restored.',
      labels.trashLabel,
    ),
    restoreLabel: mutation(t, Label, TargetInput, 'Takes a label out of the trash.', labels.restoreLabel),
  }));
}
