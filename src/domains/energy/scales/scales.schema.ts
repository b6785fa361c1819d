import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { energyScaleList } from './scales.access.ts';
import { createEnergyScaleInput, updateEnergyScaleInput } from './scales.rules.ts';
import * as energyScales from './scales.service.ts';

/** Scales of one's own, and the values of energy entries on them. */
export function defineEnergyScales(builder: Builder): void {
  const EnergyScale = builder.prismaNode('EnergyScale', {
    ...nodeOf(energyScaleList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      name: t.exposeString('name'),
      description: t.exposeString('description'),
      levels: t.exposeInt('levels', { nullable: true }),
      isHighGood: t.exposeBoolean('isHighGood'),
    }),
  });
  const Value = builder.prismaObject('EnergyScaleValue', {
    fields: (t) => ({
      scale: t.relation('scale', { description: 'The scale.' }),
      value: t.exposeInt('value'),
    }),
  });
  builder.prismaObjectField('EnergyEntry', 'scaleValues', (t) =>
    t.relation('scaleValues', {
      type: Value,
      description: 'The values on scales of your own, by their names. At most 20.',
      query: { where: { scale: { trashedAt: null } }, orderBy: { scale: { nameNormalized: 'asc' } } },
    }),
  );

  builder.queryFields((t) => ({
    energyScale: t.byId({ type: EnergyScale, resolve: energyScales.getEnergyScale }),
    energyScales: t.connectionOf(energyScaleList, {
      description: 'Scales of your own for energy entries.',
      resolve: energyScales.listEnergyScales,
    }),
  }));

  const details = (t: InputFields) => ({
    description: t.string({ description: 'What the levels mean.' }),
    isHighGood: t.boolean({ description: 'Whether a higher level, or yes, is better. Default: true.' }),
  });
  builder.recordMutation('createEnergyScale', {
    record: EnergyScale,
    description: 'Creates a scale of your own.',
    rules: createEnergyScaleInput,
    input: (t) => ({
      name: t.string({ required: true, description: 'What the scale rates.' }),
      levels: t.int({ description: 'The highest level; the lowest is 1. Default: null, a question of yes or no.' }),
      ...details(t),
    }),
    resolve: energyScales.createEnergyScale,
  });
  builder.recordMutation('updateEnergyScale', {
    record: EnergyScale,
    description: 'Changes a scale of your own, but not its levels.',
    rules: updateEnergyScaleInput,
    input: (t) => ({ name: t.string({ description: 'What the scale rates.' }), ...details(t) }),
    resolve: energyScales.updateEnergyScale,
  });
}
