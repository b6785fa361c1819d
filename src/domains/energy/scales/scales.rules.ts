import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { chosenId, idOf, integer, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';

/** The maximum number of scales that an entry has values on. */
const maxScaleValues = 20;

const fields = {
  name: line(100),
  description: prose(2_000),
  isHighGood: z.boolean({ error: 'must be true or false' }),
};
const levels = integer(2, 10);

export const createEnergyScaleInput = z.object({
  id: chosenId('EnergyScale').nullish(),
  ...optional(fields),
  name: fields.name,
  levels: levels.nullish(),
});

export const updateEnergyScaleInput = z.object({
  ...target('EnergyScale'),
  ...optional(fields),
});

/** The rules of a scale as it is stored. */
export const energyScaleRecord = updateEnergyScaleInput.extend({ levels: levels.nullish() });

export const energyScaleValueInput = z.object({ scaleId: idOf('EnergyScale'), value: integer(0, 10) });

/** Values of an entry, each on another scale. */
export const energyScaleValues = describeRule(
  z
    .array(energyScaleValueInput)
    .max(maxScaleValues, `must be at most ${maxScaleValues}`)
    .refine((all) => new Set(all.map(({ scaleId }) => scaleId)).size === all.length, 'must not name a scale twice'),
  { limits: `At most ${maxScaleValues}, each scale once.` },
);

/** The lowest and the highest value on a scale. */
export const boundsOf = ({ levels }: Pick<Row<'energyScale'>, 'levels'>): [lowest: number, highest: number] =>
  levels === null ? [0, 1] : [1, levels];

export const energyScaleFilter = defineFilter('EnergyScale', {
  id: { kind: 'id', type: 'EnergyScale', description: 'The id.' },
  name: { kind: 'text', description: 'The name.' },
  isHighGood: { kind: 'boolean', description: 'Whether a higher level, or yes, is better.' },
  createdAt: { kind: 'instant', description: 'When the energy scale was created.' },
  updatedAt: { kind: 'instant', description: 'When the energy scale was last changed.' },
});

export const energyScaleOrder: OrderSpec = {
  name: 'EnergyScale',
  fields: {
    NAME: { column: 'nameNormalized', description: 'The name, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the energy scale was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the energy scale was last changed.' },
  },
};
