import type { Builder } from '../../graphql/builder.ts';
import { selectionAt } from '../../graphql/connections.ts';
import { loadNodes } from '../../graphql/nodes.ts';
import type { Shared } from '../../graphql/shared.ts';
import type { Criterion, State } from './readiness.rules.ts';
import type { Readiness as ReadinessShape } from './readiness.service.ts';
import * as service from './readiness.service.ts';

/** Readiness: how much of what a role asks is met, by what, and what is missing. */
export function defineReadiness(builder: Builder, shared: Shared): void {
  const CriterionState = builder.enumType('CriterionState', {
    description: 'Whether what a role asks is met.',
    values: {
      MET: { description: 'All of it.' },
      PARTLY: { description: 'Some of it.' },
      UNMET: { description: 'Nothing of it.' },
    } satisfies Record<State, { description: string }>,
  });

  const ReadinessCriterion = builder.objectRef<Criterion>('ReadinessCriterion').implement({
    description: 'How much of one requirement is met.',
    fields: (t) => ({
      requirement: t.field({
        type: shared.ref('RoleRequirement'),
        description: 'What the role asks.',
        resolve: ({ requirement }) => requirement,
      }),
      weight: t.exposeInt('weight', { description: 'How much it counts against the others.' }),
      share: t.exposeFloat('share', { description: 'Its weight over the sum of all, 0 to 1.' }),
      state: t.expose('state', { type: CriterionState, description: 'Whether it is met.' }),
      fraction: t.exposeFloat('fraction', { description: 'How much of it is met, 0 to 1.' }),
      metBy: t.loadable({
        type: [builder.nodeInterfaceRef()],
        nullable: { list: false, items: true },
        byPath: true,
        description: 'The latest 20 of the rows that count for it; null in the place of one that was deleted since.',
        load: async (ids: string[], ctx, _args, info) => (await loadNodes(ctx, ids, info)) as never[],
        resolve: ({ metBy }) => metBy,
      }),
      metByCount: t.exposeInt('metByCount', { description: 'How many rows count for it.' }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What is missing, in a sentence; null when nothing is.',
      }),
    }),
  });

  const Readiness = builder.objectRef<ReadinessShape>('Readiness').implement({
    description: 'How ready you were for a role on a day, by what the role asks now.',
    fields: (t) => ({
      role: t.field({ type: shared.ref('RoleProfile'), description: 'The role.', resolve: ({ role }) => role }),
      asOf: t.expose('asOf', { type: 'Date', description: 'The day.' }),
      score: t.exposeFloat('score', {
        description: 'From 0 to 100: what is met of each requirement, by weight; 100 for a role that asks nothing.',
      }),
      totalWeight: t.exposeInt('totalWeight', { description: 'The sum of the weights.' }),
      criteria: t.expose('criteria', { type: [ReadinessCriterion], description: 'What it asks, in your order.' }),
    }),
  });

  builder.queryFields((t) => ({
    readiness: t.field({
      type: Readiness,
      nullable: true,
      description: 'How ready you were for a role on a day; null when there is no such role, or it is not yours.',
      args: {
        roleId: t.arg.globalID({
          for: shared.ref('RoleProfile'),
          required: true,
          description: 'The id of the role.',
        }),
        asOf: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
      },
      resolve: (_root, { roleId, asOf }, ctx, info) =>
        service.readiness(
          ctx,
          { roleId: roleId.id, asOf: asOf ?? 'TODAY' },
          {
            role: selectionAt(ctx, info, 'role'),
            requirement: selectionAt(ctx, info, 'criteria', 'requirement'),
          },
        ),
    }),
  }));
}
