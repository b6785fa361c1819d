import { selectionAt } from '../../../graphql/fields/selections.ts';
import { loadNodes } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Criterion, State } from './readiness.rules.ts';
import * as readiness from './readiness.service.ts';

/** Readiness: how far one is from a role, and what is missing. */
export function defineReadiness(builder: Builder, shared: Shared): void {
  const CriterionState = builder.enumType('CriterionState', {
    description: 'Whether a requirement is met.',
    values: {
      MET: { description: 'All of it.' },
      PARTLY: { description: 'Some of it.' },
      UNMET: { description: 'Nothing of it.' },
    } satisfies Record<State, { description: string }>,
  });
  const ReadinessCriterion = builder.objectRef<Criterion>('ReadinessCriterion').implement({
    description: 'One requirement of a role, and how far it is met.',
    fields: (t) => ({
      requirement: t.field({
        type: shared.ref('RoleRequirement'),
        description: 'The requirement.',
        resolve: ({ requirement }) => requirement,
      }),
      weight: t.int({ description: 'How much it counts.', resolve: ({ requirement }) => requirement.weight }),
      share: t.exposeFloat('share', { description: 'Its weight over the sum of all weights: 0 to 1.' }),
      fraction: t.exposeFloat('fraction', { description: 'How far it is met: 0 to 1.' }),
      state: t.expose('state', { type: CriterionState, description: 'Whether it is met.' }),
      count: t.exposeInt('count', { description: 'How many rows count towards it.' }),
      metBy: t.loadable({
        type: [builder.nodeInterfaceRef()],
        byPath: true,
        nullable: { list: false, items: true },
        description: 'The first twenty rows that count towards it; null in the place of one that is gone for good.',
        load: (ids: string[], ctx, _args, info) => loadNodes(ctx, ids, info) as Promise<never[]>,
        resolve: ({ metBy }) => metBy.map(({ type, id }) => toGlobalId(type, id)),
      }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What is missing, as a sentence; null when it is met.',
      }),
    }),
  });
  const Readiness = builder.objectRef<readiness.Readiness>('Readiness').implement({
    description: 'How ready you are for a role: 100 × Σ weight·fraction ÷ Σ weight over what it asks.',
    fields: (t) => ({
      role: t.field({ type: shared.ref('RoleProfile'), description: 'The role.', resolve: ({ role }) => role }),
      asOf: t.expose('asOf', { type: 'Date', description: 'The day.' }),
      score: t.exposeFloat('score', { description: 'From 0 to 100.' }),
      totalWeight: t.exposeInt('totalWeight', { description: 'The sum of the weights.' }),
      criteria: t.expose('criteria', {
        type: [ReadinessCriterion],
        description: 'What it asks, in order, each with what meets it and what is missing.',
      }),
    }),
  });

  builder.objectField(shared.ref('RoleProfile'), 'readiness', (t) =>
    t.loadable({
      type: Readiness,
      byPath: true,
      description: 'How ready you are for it, or were on a day.',
      args: { asOf: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }) },
      load: (ids: string[], ctx, { asOf }) => readiness.readinessByRole(ctx, ids, { asOf: asOf ?? 'TODAY' }),
      resolve: ({ id }) => id,
    }),
  );

  builder.queryFields((t) => ({
    readiness: t.field({
      type: Readiness,
      nullable: true,
      description:
        'How ready you are for a role, or were on a day; null when there is no such role, or it is not yours.',
      args: {
        roleId: t.arg.globalID({ for: shared.ref('RoleProfile'), required: true, description: 'The role.' }),
        asOf: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
      },
      resolve: (_root, { roleId, asOf }, ctx, info) =>
        readiness.readiness(ctx, { roleId: roleId.id, asOf: asOf ?? 'TODAY' }, selectionAt(ctx, info, 'role')),
    }),
  }));
}
