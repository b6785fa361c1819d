import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.access.ts';
import { energyScaleValueInput } from '../scales/scales.rules.ts';
import { energyEntryStats, energyList } from './energy.access.ts';
import { createEnergyEntryInput, updateEnergyEntryInput } from './energy.rules.ts';
import * as energy from './energy.service.ts';

/** Energy: ratings of single moments, and what they were about. */
export function defineEnergy(builder: Builder): void {
  const EnergyMoment = builder.modelEnum('EnergyMoment');
  const EnergyEntry = builder.prismaNode('EnergyEntry', {
    ...nodeOf(energyList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      energy: t.exposeInt('energy', { nullable: true }),
      mood: t.exposeInt('mood', { nullable: true }),
      focus: t.exposeInt('focus', { nullable: true }),
      stress: t.exposeInt('stress', { nullable: true }),
      engagement: t.exposeInt('engagement', { nullable: true }),
      notes: t.exposeString('notes'),
      moment: t.expose('moment', { type: EnergyMoment, nullable: true }),
      task: t.relation('task', { nullable: true, description: 'The task that the entry is about. Null if none.' }),
      meeting: t.relation('meeting', {
        nullable: true,
        description: 'The meeting that the entry is about. Null if none.',
      }),
      person: t.relation('person', {
        nullable: true,
        description: 'The person that the entry is about. Null if none.',
      }),
      labels: t.manyToMany('Label', labelsThrough('energyEntryLabels')),
    }),
  });

  builder.objectField(builder.modelRef('Meeting'), 'energyEntries', (t) =>
    t.childConnection(energyList, { below: 'meetingId', description: 'The energy entries about the meeting.' }),
  );
  builder.objectField(builder.modelRef('Person'), 'energyEntries', (t) =>
    t.childConnection(energyList, { below: 'personId', description: 'The energy entries about the person.' }),
  );

  builder.stats(energyEntryStats);
  builder.queryFields((t) => ({
    energyEntry: t.byId({ type: EnergyEntry, resolve: energy.getEnergyEntry }),
    energyEntries: t.connectionOf(energyList, {
      description: 'Your energy entries.',
      resolve: energy.listEnergyEntries,
    }),
  }));

  const ScaleValueInput = builder.inputType('EnergyScaleValueInput', {
    description: 'A value on a scale of your own.',
    rules: energyScaleValueInput,
    fields: (t) => ({
      scaleId: t.id({ required: true }),
      value: t.int({
        required: true,
        description: 'The level, from 1 to the highest of the scale; for a question, 0 (no) or 1 (yes).',
      }),
    }),
  });
  const details = (t: InputFields) => ({
    at: t.field({
      type: 'DateTime',
      description: 'The time that the entry is about. A new entry is about now by default.',
    }),
    energy: t.int({ description: 'Your energy.' }),
    mood: t.int({ description: 'Your mood.' }),
    focus: t.int({ description: 'Your focus.' }),
    stress: t.int({ description: 'Your stress.' }),
    engagement: t.int({ description: 'Your engagement.' }),
    notes: t.string({ description: 'Anything to remember.' }),
    moment: t.field({
      type: EnergyMoment,
      description: 'Whether it was before, during or after what the entry is about.',
    }),
    taskId: t.id({ description: 'The id of the task that the entry is about.' }),
    meetingId: t.id({ description: 'The id of the meeting that the entry is about.' }),
    personId: t.id({ description: 'The id of the person that the entry is about.' }),
    labelIds: t.idList({ description: 'The ids of all labels of the entry.' }),
    scaleValues: t.field({ type: [ScaleValueInput], description: 'All values on scales of your own.' }),
  });
  builder.recordMutation('createEnergyEntry', {
    record: EnergyEntry,
    description: 'Creates an energy entry. It takes at least one rating, or a value on a scale of your own.',
    rules: createEnergyEntryInput,
    input: details,
    resolve: energy.createEnergyEntry,
  });
  builder.recordMutation('updateEnergyEntry', {
    record: EnergyEntry,
    description: 'Changes an energy entry.',
    rules: updateEnergyEntryInput,
    input: details,
    resolve: energy.updateEnergyEntry,
  });
}
