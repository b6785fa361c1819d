import { idArgument } from '../../../graphql/fields/by-id.ts';
import type { Builder } from '../../../graphql/types.ts';
import { maxPoints } from '../../../platform/queries/series.ts';
import type { DayOfDrop } from './readiness-alerts.rules.ts';
import { readinessDrops } from './readiness-alerts.service.ts';

/** The days on which readiness dropped, and why. */
export function defineReadinessAlerts(builder: Builder): void {
  const Cause = builder.objectRef<DayOfDrop['causes'][number]>('ReadinessDropCause').implement({
    description: 'A requirement that is met less than before.',
    fields: (t) => ({
      requirement: t.field({
        type: builder.modelRef('RoleRequirement'),
        description: 'The requirement, as it was.',
        resolve: ({ requirement }) => requirement,
      }),
      before: t.exposeFloat('before', { description: 'The fraction that was met the day before, 0 to 1.' }),
      after: t.exposeFloat('after', { description: 'The fraction that was met at the end of the day.' }),
    }),
  });
  const Drop = builder.objectRef<DayOfDrop>('ReadinessDrop').implement({
    description: 'A day on which the readiness for a role dropped.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The day.' }),
      before: t.exposeFloat('before', { description: 'The score at the end of the day before, 0 to 100.' }),
      after: t.exposeFloat('after', { description: 'The score at the end of the day.' }),
      causes: t.field({
        type: [Cause],
        description: 'The requirements that caused it, those that took the most points first.',
        resolve: ({ causes }) => [...causes],
      }),
    }),
  });
  builder.queryFields((t) => ({
    readinessDrops: t.field({
      type: [Drop],
      nullable: true,
      description:
        'The days on which the readiness for a role dropped, the latest first, and why. A day on which the role came to require something ' +
        'else is none. Webhooks get each drop as `readiness.dropped`. Null if there is no role with this id.',
      args: {
        roleId: t.arg.id({ required: true, description: 'The id of the role.' }),
        from: t.arg({
          type: 'Date',
          defaultValue: '-P90D',
          description: `The first day. At most ${maxPoints} days before \`to\`.`,
        }),
        to: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The last day. Not in the future.' }),
      },
      resolve: (_root, { from, to, ...args }, ctx) => {
        const roleId = idArgument(ctx, 'RoleProfile', 'roleId', args.roleId);
        return readinessDrops(ctx, { roleId, from: from ?? '-P90D', to: to ?? 'TODAY' });
      },
    }),
  }));
}
