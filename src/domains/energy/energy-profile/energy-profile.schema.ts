import { statisticStateType } from '../../../graphql/rates.ts';
import type { Builder } from '../../../graphql/types.ts';
import { minIntervalCount } from '../../../platform/queries/rates.ts';
import type { EnergyProfileCell } from './energy-profile.rules.ts';
import * as profile from './energy-profile.service.ts';

/** The energy profile: energy by day of the week and hour of the clock. */
export function defineEnergyProfile(builder: Builder): void {
  const none = `Null if \`n\` is below ${minIntervalCount}.`;
  const Cell = builder.objectRef<EnergyProfileCell>('EnergyProfileCell').implement({
    description: 'Energy within one hour of the clock on one day of the week.',
    fields: (t) => ({
      weekday: t.expose('weekday', {
        type: builder.modelEnum('DayOfWeek'),
        description: 'The day of the week, by your days.',
      }),
      hour: t.exposeInt('hour', { description: 'The hour of your clock, 0 to 23.' }),
      n: t.int({ description: 'The number of energy ratings.', resolve: ({ energy }) => energy.n }),
      mean: t.float({
        nullable: true,
        description: `Their arithmetic mean, 1 to 5. ${none}`,
        resolve: ({ energy }) => energy.value,
      }),
      low: t.float({
        nullable: true,
        description: `The lower end of the 95 % interval of the mean by Student's t. It may lie outside of 1 to 5. ${none}`,
        resolve: ({ energy }) => energy.low,
      }),
      high: t.float({
        nullable: true,
        description: `The upper end of the 95 % interval of the mean. It may lie outside of 1 to 5. ${none}`,
        resolve: ({ energy }) => energy.high,
      }),
      state: t.field({
        type: statisticStateType(builder),
        description: 'Whether there are enough ratings.',
        resolve: ({ energy }) => energy.state,
      }),
      missing: t.string({
        nullable: true,
        description: 'What is missing, in a sentence. Null if nothing is.',
        resolve: ({ energy }) => energy.missing,
      }),
    }),
  });
  builder.queryFields((t) => ({
    energyProfile: t.field({
      type: [Cell],
      description:
        'Your energy by day of the week and hour of the clock, in your time zone: 168 cells, from the first day of your week and ' +
        'midnight on. Hours before your day starts belong to the day before.',
      complexity: { field: 1, multiplier: 25 },
      args: {
        from: t.arg({ type: 'Date', defaultValue: '-P179D', description: 'The first day.' }),
        to: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The last day. At most 1,096 days in all.' }),
      },
      resolve: (_root, { from, to }, ctx) => profile.energyProfile(ctx, { from: from ?? '-P179D', to: to ?? 'TODAY' }),
    }),
  }));
}
