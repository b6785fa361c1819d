import type { Builder } from '../../../graphql/types.ts';
import {
  type Cadence,
  type Forecast,
  type forecastStates,
  maxForecastDays,
  minElapsed,
  minForecastDays,
  type Pace,
  paceLimits,
  type paceStates,
} from './forecasts.rules.ts';
import { cadenceByGoal, forecastByGoal, paceByGoal } from './forecasts.service.ts';

/** Whether goals are on pace, when they will be reached, and when their next check-ins are due. */
export function defineForecasts(builder: Builder): void {
  const PaceState = builder.enumType('GoalPaceState', {
    description: 'How the progress of a goal compares to the time that has passed.',
    values: {
      ON_TRACK: { description: `\`ratio\` is ${paceLimits.ON_TRACK} or more.` },
      AT_RISK: { description: `\`ratio\` is ${paceLimits.AT_RISK} or more, and below ${paceLimits.ON_TRACK}.` },
      OFF_TRACK: { description: `\`ratio\` is below ${paceLimits.AT_RISK}.` },
      TOO_EARLY: { description: `Less than ${minElapsed * 100} % of the time has passed.` },
    } satisfies Record<(typeof paceStates)[number], { description: string }>,
  });
  const GoalPace = builder.objectRef<Pace>('GoalPace').implement({
    description: 'How the progress of a goal compares to the share of its days that have passed.',
    fields: (t) => ({
      state: t.expose('state', { type: PaceState, description: 'The state.' }),
      progress: t.exposeFloat('progress', { description: 'The progress, 0 to 1: the fraction of `Goal.progress`.' }),
      expected: t.exposeFloat('expected', {
        description:
          'The share of the days from the start to `dueOn` that have passed, 0 to 1. 1 from `dueOn` on. The start is `startsOn`, ' +
          'or else the day on which the goal was created.',
      }),
      ratio: t.exposeFloat('ratio', {
        nullable: true,
        description: '`progress` / `expected`. 1 is just in time. Null if it is too early.',
      }),
    }),
  });

  const { measured, span } = minForecastDays;
  const ForecastState = builder.enumType('GoalForecastState', {
    description: 'Whether it can be forecast when a goal will be reached.',
    values: {
      FORECAST: { description: 'There is a forecast.' },
      REACHED: { description: 'The target is reached, or the goal was marked as achieved.' },
      NOT_MOVING: { description: 'The metric does not move toward the target.' },
      NOT_ENOUGH_DATA: {
        description: `It takes check-ins with a value on ${measured} days, of which the last is ${span} days or more after the first.`,
      },
    } satisfies Record<(typeof forecastStates)[number], { description: string }>,
  });
  const GoalForecast = builder.objectRef<Forecast>('GoalForecast').implement({
    description:
      'When the metric of a goal will reach its target, if it goes on as its check-ins have gone. The last check-in of a day counts. ' +
      "The line through them has Theil and Sen's slope and the median intercept.",
    fields: (t) => ({
      state: t.expose('state', { type: ForecastState, description: 'Whether there is a forecast.' }),
      date: t.expose('date', {
        type: 'Date',
        nullable: true,
        description:
          'The day on which the line meets the target. It is before today if the goal should have been reached since the last ' +
          'check-in. Null unless there is a forecast.',
      }),
      earliest: t.expose('earliest', {
        type: 'Date',
        nullable: true,
        description:
          'The early end of the 80 % interval of `date`: where a line with that end of the interval of the slope meets the target. ' +
          'Null unless there is a forecast.',
      }),
      latest: t.expose('latest', {
        type: 'Date',
        nullable: true,
        description:
          'The late end of the 80 % interval of `date`. Null if it is open, as the slope may be none, or if there is no forecast.',
      }),
      reachedOn: t.expose('reachedOn', {
        type: 'Date',
        nullable: true,
        description:
          'The first day from which on all check-ins have met the target, or else the day on which the goal was marked as ' +
          'achieved. Null unless it is reached.',
      }),
      slope: t.exposeFloat('slope', {
        nullable: true,
        description:
          'The change of the metric in a day: the median of those between any two check-ins. Null if reached, or if there are too few.',
      }),
      slopeLow: t.exposeFloat('slopeLow', {
        nullable: true,
        description: "The lower end of Sen's 80 % interval of `slope`. Null if there is no slope.",
      }),
      slopeHigh: t.exposeFloat('slopeHigh', {
        nullable: true,
        description: "The upper end of Sen's 80 % interval of `slope`. Null if there is no slope.",
      }),
      n: t.exposeInt('n', {
        description: `The number of days with a value that the forecast looks at: the latest ${maxForecastDays} at most.`,
      }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What is missing for a forecast, in a sentence. Null if nothing is.',
      }),
    }),
  });

  const GoalCadence = builder.objectRef<Cadence>('GoalCadence').implement({
    description: 'When the check-ins of a goal are due.',
    fields: (t) => ({
      lastCheckInOn: t.expose('lastCheckInOn', {
        type: 'Date',
        nullable: true,
        description: 'The day of the last check-in. Null before the first.',
      }),
      checkInDueOn: t.expose('checkInDueOn', {
        type: 'Date',
        description:
          'The day by which the next check-in is due: `checkInEveryDays` after the last one, after `startsOn` and after the goal was ' +
          'created.',
      }),
      isStale: t.exposeBoolean('isStale', { description: 'Whether `checkInDueOn` has passed.' }),
    }),
  });

  const resolve = ({ id }: { id: string }) => id;
  builder.prismaObjectFields('Goal', (t) => ({
    pace: t.loadable({
      type: GoalPace,
      nullable: true,
      description:
        'Whether the progress keeps up with the time. Null if the goal is closed, has no `dueOn`, or has nothing to measure by.',
      load: (ids: string[], ctx) => paceByGoal(ctx, ids),
      resolve,
    }),
    forecast: t.loadable({
      type: GoalForecast,
      nullable: true,
      description: 'When the metric will reach its target. Null if the goal has no metric or is abandoned.',
      load: (ids: string[], ctx) => forecastByGoal(ctx, ids),
      resolve,
    }),
    cadence: t.loadable({
      type: GoalCadence,
      nullable: true,
      description: 'When the next check-in is due. Null unless the goal is active.',
      load: (ids: string[], ctx) => cadenceByGoal(ctx, ids),
      resolve,
    }),
  }));
}
