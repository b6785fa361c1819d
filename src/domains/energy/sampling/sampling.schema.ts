import { periodUntilToday } from '../../../graphql/fields/period.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import { rateType } from '../../../graphql/rates.ts';
import type { Builder } from '../../../graphql/types.ts';
import { energyPromptList, visibleTo } from './sampling.access.ts';
import type { SamplingWindow } from './sampling.plans.ts';
import { type PromptState, promptState, samplingWindowInput, setEnergySamplingInput } from './sampling.rules.ts';
import * as sampling from './sampling.service.ts';

/** Experience sampling: when you are asked for your energy, and how you answered. */
export function defineEnergySampling(builder: Builder): void {
  const clock = (what: string) => `${what}, by your clock, \`HH:MM\`.`;
  const Window = builder.objectRef<SamplingWindow>('SamplingWindow').implement({
    description: 'A part of each day in which you can be asked.',
    fields: (t) => ({
      from: t.exposeString('from', { description: clock('Its start') }),
      to: t.exposeString('to', { description: clock('Its end, which is not part of it') }),
    }),
  });
  const EnergySampling = builder.prismaNode('EnergySampling', {
    ...nodeOf(visibleTo),
    interfaces: ['Owned'],
    fields: (t) => ({
      isEnabled: t.exposeBoolean('isEnabled'),
      windows: t.field({
        type: [Window],
        description: 'The parts of each day in which you can be asked, in order. At most 6.',
        resolve: ({ windows }) => windows as unknown as SamplingWindow[],
      }),
      promptsPerDay: t.exposeInt('promptsPerDay'),
      minSpacingMinutes: t.exposeInt('minSpacingMinutes'),
      expiresAfterMinutes: t.exposeInt('expiresAfterMinutes'),
      isMailed: t.exposeBoolean('isMailed'),
    }),
  });

  const State = builder.enumType('EnergyPromptState', {
    description: 'Where an energy prompt stands.',
    values: {
      WAITING: { description: 'It is still to come.' },
      OPEN: { description: 'It was sent, and waits for an answer.' },
      ANSWERED: { description: 'You answered it by an energy entry.' },
      EXPIRED: { description: 'You did not answer in time.' },
      SKIPPED: { description: 'It was not sent: you were in a meeting, or the server did not run.' },
    } satisfies Record<PromptState, { description: string }>,
  });
  const EnergyPrompt = builder.prismaNode('EnergyPrompt', {
    ...nodeOf(energyPromptList.visibleTo),
    interfaces: ['Owned'],
    fields: (t) => ({
      date: t.expose('date', { type: 'Date' }),
      at: t.expose('at', { type: 'DateTime' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
      sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
      state: t.field({
        type: State,
        description: 'Where it stands now, to the minute.',
        columns: ['at', 'expiresAt', 'sentAt', 'energyEntryId'],
        resolve: (prompt, _args, { calendar }) => promptState(prompt, calendar.minute),
      }),
      energyEntry: t.relation('energyEntry', {
        nullable: true,
        description: 'The entry that answered it. It may be in the trash. Null if there is none.',
      }),
    }),
  });

  const Stats = builder.objectRef<sampling.SamplingStats>('EnergySamplingStats').implement({
    description: 'How you answered the prompts of some days.',
    fields: (t) => ({
      from: t.expose('from', { type: 'Date', description: 'The first day.' }),
      to: t.expose('to', { type: 'Date', description: 'The last day.' }),
      sentCount: t.exposeInt('sentCount', { description: 'The prompts that were sent.' }),
      answeredCount: t.exposeInt('answeredCount', { description: 'Those of them that you answered in time.' }),
      expiredCount: t.exposeInt('expiredCount', { description: 'Those of them that have expired without an answer.' }),
      skippedCount: t.exposeInt('skippedCount', { description: 'The prompts that were not sent at their time.' }),
      responseRate: t.expose('responseRate', {
        type: rateType(builder),
        description: 'The share of the prompts that you answered, among those answered or expired.',
      }),
    }),
  });

  const days = periodUntilToday(builder, '-P29D');
  builder.queryFields((t) => ({
    energySampling: t.prismaField({
      type: EnergySampling,
      nullable: true,
      description: 'When you are asked for your energy. Null if you never set it.',
      resolve: (query, _root, _args, ctx) => sampling.getEnergySampling(ctx, query),
    }),
    energyPrompt: t.byId({ type: EnergyPrompt, resolve: sampling.getEnergyPrompt }),
    energyPrompts: t.connectionOf(energyPromptList, {
      description: 'The moments at which you were or will be asked for your energy.',
      resolve: sampling.listEnergyPrompts,
    }),
    energySamplingStats: t.field({
      type: Stats,
      description: 'How you answered the prompts of some days.',
      args: days.args,
      resolve: (_root, args, ctx) => sampling.energySamplingStats(ctx, days.of(args)),
    }),
  }));

  const WindowInput = builder.inputType('SamplingWindowInput', {
    description:
      'A part of each day in which you can be asked. It may go past midnight, but not past the end of your day.',
    rules: samplingWindowInput,
    fields: (t) => ({
      from: t.string({ required: true, description: clock('Its start') }),
      to: t.string({ required: true, description: clock('Its end, which is not part of it') }),
    }),
  });
  builder.recordMutation('setEnergySampling', {
    record: EnergySampling,
    description:
      'Sets when you are asked for your energy: some times a day, at random, as reminders. The prompts of today that are still to ' +
      'come are drawn again.',
    rules: setEnergySamplingInput,
    input: (t) => ({
      windows: t.field({ type: [WindowInput], required: true, description: 'When you can be asked.' }),
      promptsPerDay: t.int({ required: true, description: 'How often you are asked a day. It must fit.' }),
      minSpacingMinutes: t.int({ description: 'The minimum time between two prompts, in minutes. Default: 60.' }),
      expiresAfterMinutes: t.int({ description: 'How long a prompt can be answered, in minutes. Default: 30.' }),
      isMailed: t.boolean({ description: 'Whether you are asked by mail as well. Default: false.' }),
      isEnabled: t.boolean({ description: 'Whether you are asked at all. Default: true.' }),
    }),
    resolve: sampling.setEnergySampling,
  });
}
