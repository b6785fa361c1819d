import type { Builder } from '../../graphql/builder.ts';
import { selectionOfNodes } from '../../graphql/connections.ts';
import type { Shared } from '../../graphql/shared.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Row } from '../../platform/writer.ts';
import { visibleTo } from './labels.access.ts';
import { labelFilter, labelOrder } from './labels.rules.ts';
import * as labels from './labels.service.ts';

/** A field that shows the labels joined to a row, by name, but for those in the trash. */
export function labelsOf(shared: Shared, relation: 'taskLabels' | 'energyEntryLabels') {
  return {
    type: [shared.ref('Label')] as [ReturnType<typeof shared.ref<'Label'>>],
    description: 'Its labels, by name.',
    select: (_args: object, _ctx: object, nested: (selection: true) => object) => ({
      [relation]: {
        select: { label: nested(true) },
        where: { label: { trashedAt: null } },
        orderBy: { label: { nameFolded: 'asc' } },
      },
    }),
    resolve: (row: object) =>
      (row as Record<string, { label: Row<'label'> }[]>)[relation]?.map(({ label }) => label) ?? [],
  };
}

/** Labels: names and colours to gather things under. */
export function defineLabels(builder: Builder, shared: Shared) {
  const Label = builder.prismaNode('Label', {
    id: { field: 'id' },
    nullable: true,
    findUnique: (id, { viewer }) => ({ id, ...visibleTo(viewer) }),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      name: t.exposeString('name'),
      colour: t.exposeString('colour'),
    }),
  });
  const LabelConnection = shared.connectionOf(Label, 'Label');

  builder.queryFields((t) => ({
    label: t.prismaField({
      type: 'Label',
      nullable: true,
      description: 'A label by its id; null when there is none, or it is not yours.',
      args: { id: t.arg.globalID({ for: Label, required: true, description: 'The id of the label.' }) },
      resolve: (query, _root, { id }, ctx) => labels.getLabel(ctx, id.id, query),
    }),
    labels: t.connection(
      {
        type: Label,
        description: 'Your labels, by name unless asked otherwise.',
        args: { ...shared.listArguments(labelFilter, labelOrder), ...shared.trashArguments },
        resolve: (_root, args, ctx, info) => labels.listLabels(ctx, args, selectionOfNodes(ctx, info)),
      },
      LabelConnection,
    ),
  }));

  const CreateLabelInput = builder.inputType('CreateLabelInput', {
    description: 'A label to make.',
    fields: (t) => ({
      id: t.id({ description: 'An id of your own choosing, a UUID: the same call sent twice then makes one row.' }),
      name: t.string({ required: true, description: 'What to call it: 1 to 60 characters, unique among your labels.' }),
      colour: t.string({ description: 'A CSS hex colour such as `#3b82f6`; slate grey when nothing is said.' }),
    }),
  });
  const UpdateLabelInput = builder.inputType('UpdateLabelInput', {
    description: 'Changes to a label; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which label.' }),
      ifVersion: t.int({ description: 'Change it only if it is at this version.' }),
      name: t.string({ description: 'What to call it.' }),
      colour: t.string({ description: 'Its colour.' }),
    }),
  });

  const refusals = { types: [NotFoundError, ConflictError] };
  builder.mutationFields((t) => ({
    createLabel: t.field({
      type: Label,
      description: 'Makes a label.',
      errors: { types: [ConflictError] },
      args: { input: t.arg({ type: CreateLabelInput, required: true, description: 'The label.' }) },
      resolve: (_root, { input }, ctx) => labels.createLabel(ctx, input),
    }),
    updateLabel: t.field({
      type: Label,
      description: 'Changes a label.',
      errors: refusals,
      args: { input: t.arg({ type: UpdateLabelInput, required: true, description: 'The changes.' }) },
      resolve: (_root, { input }, ctx) => labels.updateLabel(ctx, input),
    }),
    trashLabel: t.field({
      type: Label,
      description: 'Puts a label in the trash: it no longer shows on anything, until it is restored.',
      errors: refusals,
      args: { input: t.arg({ type: shared.RowInput, required: true, description: 'Which label.' }) },
      resolve: (_root, { input }, ctx) => labels.trashLabel(ctx, input),
    }),
    restoreLabel: t.field({
      type: Label,
      description: 'Takes a label out of the trash.',
      errors: refusals,
      args: { input: t.arg({ type: shared.RowInput, required: true, description: 'Which label.' }) },
      resolve: (_root, { input }, ctx) => labels.restoreLabel(ctx, input),
    }),
  }));
}
