import type { Prisma } from '../../generated/sqlite/client.ts';
import { modelKeyOf } from '../../platform/database/models.ts';
import { active } from '../../platform/records/soft-delete.ts';
import { builderOf, type RootFields } from '../types.ts';

/** How two models are related. */
export interface ManyToManyOptions {
  /** The record's list of join records. */
  readonly joins: string;
  /** Their relation to the records that are shown. */
  readonly relation: string;
  readonly orderBy: object;
  readonly description: string;
}

/** The records that a record is related to, in a plain list. Those in the trash are left out unless asked for. */
export function manyToMany<M extends Prisma.ModelName>(
  t: RootFields,
  model: M,
  { joins, relation, orderBy, description }: ManyToManyOptions,
) {
  const builder = builderOf(t);
  type Joined = Record<string, Record<string, object>[] | undefined>;
  // Only the fields of Prisma's types take a `select`; a record that has join records is of one.
  return t.field({
    type: [builder.modelRef(model)],
    description,
    extensions: { showsRecords: true },
    args: {
      withTrashed: t.arg.boolean({ defaultValue: false, description: 'Whether to include those in the trash.' }),
    },
    select: ({ withTrashed }: { withTrashed?: boolean | null }, _ctx: object, nested: (selection: true) => object) => ({
      [joins]: {
        select: { [relation]: nested(true) },
        where: withTrashed ? {} : { [relation]: active(modelKeyOf(model)) },
        orderBy: { [relation]: orderBy },
      },
    }),
    // Pothos types `select` by the model of the field builder, which is a parameter here.
    resolve: (record: Joined) => (record[joins] ?? []).map((join) => join[relation]),
  } as never);
}
