import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.schema.ts';
import { energyEntryStats, energyList, visibleTo } from './energy.access.ts';
import { type buckets, ratings, type SeriesPoint, type Summary } from './energy.rules.ts';
import * as energy from './energy.service.ts';

/** Energy: how much of it there was at one moment, and how that goes over time. */
export function defineEnergy(builder: Builder, shared: Shared): void {
  const EnergyMoment = builder.enumType('EnergyMoment', {
    description: 'When something was noted, seen from what it is about.',
    values: {
      BEFORE: { description: 'Before it.' },
      DURING: { description: 'While it went on.' },
      AFTER: { description: 'After it.' },
    },
  });

  const EnergyEntry = builder.prismaNode('EnergyEntry', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      energy: t.exposeInt('energy'),
      mood: t.exposeInt('mood', { nullable: true }),
      focus: t.exposeInt('focus', { nullable: true }),
      stress: t.exposeInt('stress', { nullable: true }),
      engagement: t.exposeInt('engagement', { nullable: true }),
      notes: t.exposeString('notes'),
      moment: t.expose('moment', { type: EnergyMoment, nullable: true }),
      task: t.relation('task', { nullable: true, description: 'The task it is about; null when it is about none.' }),
      meeting: t.relation('meeting', {
        nullable: true,
        description: 'The meeting it is about; null when it is about none.',
      }),
      person: t.relation('person', {
        nullable: true,
        description: 'The person it is about; null when it is about none.',
      }),
      labels: t.manyToMany('Label', labelsThrough('energyEntryLabels')),
    }),
  });

  shared.listBelow(
    'Person',
    'energyEntries',
    energyList,
    'personId',
    'The energy entries that are about them, the latest first unless asked otherwise.',
  );

  shared.listBelow(
    'Meeting',
    'energyEntries',
    energyList,
    'meetingId',
    'The energy entries that are about it, the latest first unless asked otherwise.',
  );

  const EnergySummary = builder.objectRef<Summary>('EnergySummary').implement({
    description: 'What the ratings of a stretch of time come to.',
    fields: (t) => ({
      count: t.exposeInt('count', { description: 'How many ratings there are.' }),
      mean: t.exposeFloat('mean', { description: 'Their arithmetic mean.' }),
      min: t.exposeInt('min', { description: 'The least of them.' }),
      max: t.exposeInt('max', { description: 'The greatest of them.' }),
    }),
  });
  const EnergyPoint = builder.objectRef<SeriesPoint>('EnergyPoint').implement({
    description:
      'One step of a series. The entries behind it are `energyEntries(filter: { at: { gte: start, lt: end } })`.',
    fields: (t) => ({
      start: t.expose('start', { type: 'DateTime', description: 'When the stretch of time starts.' }),
      end: t.expose('end', { type: 'DateTime', description: 'When the next one starts.' }),
      count: t.exposeInt('count', { description: 'How many entries it has.' }),
      ...(Object.fromEntries(
        ratings.map((rating) => [
          rating,
          t.field({
            type: EnergySummary,
            nullable: true,
            description: `What the ratings of ${rating} come to; null when there is none.`,
            resolve: (point) => point[rating],
          }),
        ]),
      ) as object),
    }),
  });
  const EnergyBucket = builder.enumType('EnergyBucket', {
    description: 'How long each step of a series is.',
    values: {
      HOUR: { description: 'An hour by your clock.' },
      DAY: { description: 'A day, from when your day starts.' },
      WEEK: { description: 'A week, from your first day of the week.' },
    } satisfies Record<(typeof buckets)[number], { description: string }>,
  });

  shared.stats(energyEntryStats);
  builder.queryFields((t) => ({
    energyEntry: shared.oneById(t, EnergyEntry, 'energy entry', energy.getEnergyEntry),
    energyEntries: shared.list(
      t,
      energyList,
      'Your energy entries, the latest first unless asked otherwise.',
      energy.listEnergyEntries,
    ),
    energySeries: t.field({
      type: [EnergyPoint],
      description: 'How your ratings went: a point for each hour, day or week that has an entry, in order.',
      args: {
        bucket: t.arg({ type: EnergyBucket, defaultValue: 'DAY', description: 'How long each step is.' }),
        from: t.arg({ type: 'Date', defaultValue: '-P29D', description: 'The first day.' }),
        to: t.arg({
          type: 'Date',
          defaultValue: 'TODAY',
          description: 'The last day, at most a year after the first.',
        }),
      },
      resolve: (_root, { bucket, from, to }, ctx) =>
        energy.energySeries(ctx, { bucket: bucket ?? 'DAY', from: from ?? '-P29D', to: to ?? 'TODAY' }),
    }),
  }));

  const details = (t: InputFields) => ({
    at: t.field({
      type: 'DateTime',
      description: 'The moment it describes; a new entry is about now when nothing is said.',
    }),
    mood: t.int({ description: 'From 1 (bad) to 5 (good).' }),
    focus: t.int({ description: 'From 1 (scattered) to 5 (absorbed).' }),
    stress: t.int({ description: 'From 1 (calm) to 5 (overwhelmed).' }),
    engagement: t.int({ description: 'From 1 (indifferent) to 5 (eager).' }),
    notes: t.string({ description: 'Anything to remember about it, at most 2,000 characters.' }),
    moment: t.field({ type: EnergyMoment, description: 'Whether it was before, during or after what it is about.' }),
    taskId: t.id({ description: 'The task it is about.' }),
    meetingId: t.id({ description: 'The meeting it is about.' }),
    personId: t.id({ description: 'The person it is about.' }),
    labelIds: t.idList({ description: 'All its labels, at most 20.' }),
  });
  const CreateEnergyEntryInput = builder.inputType('CreateEnergyEntryInput', {
    description: 'Energy to note. Every rating is from 1 to 5.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      energy: t.int({ required: true, description: 'From 1 (empty) to 5 (full).' }),
      ...details(t),
    }),
  });
  const UpdateEnergyEntryInput = builder.inputType('UpdateEnergyEntryInput', {
    description: 'Changes to an energy entry; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which entry.' }),
      ifVersion: t.int(shared.ifVersion),
      energy: t.int({ description: 'From 1 (empty) to 5 (full).' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createEnergyEntry: mutation(
      t,
      EnergyEntry,
      CreateEnergyEntryInput,
      'Notes how much energy you have, or had.',
      energy.createEnergyEntry,
    ),
    updateEnergyEntry: mutation(
      t,
      EnergyEntry,
      UpdateEnergyEntryInput,
      'Changes an energy entry.',
      energy.updateEnergyEntry,
    ),
    trashEnergyEntry: mutation(
      t,
      EnergyEntry,
      TargetInput,
      'Puts an energy entry in the trash: nothing lists or counts it until it is restored.',
      energy.trashEnergyEntry,
    ),
    restoreEnergyEntry: mutation(
      t,
      EnergyEntry,
      TargetInput,
      'Takes an energy entry out of the trash.',
      energy.restoreEnergyEntry,
    ),
  }));
}
