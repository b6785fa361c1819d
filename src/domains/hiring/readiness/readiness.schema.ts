import { idArgument } from '../../../graphql/fields/by-id.ts';
import { selectionAt } from '../../../graphql/fields/selections.ts';
import { loadNodes } from '../../../graphql/nodes.ts';
import { statisticStateType } from '../../../graphql/rates.ts';
import { once } from '../../../graphql/registry.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { nextStepsOf, type ReadinessStep } from './readiness.plans.ts';
import type { ReadinessCriterion as Criterion, ReadinessCriterionState as CriterionState } from './readiness.rules.ts';
import * as readiness from './readiness.service.ts';

/** The type of a criterion. */
export const readinessCriterionType = (builder: Builder) =>
  once(builder.options.registry, 'ReadinessCriterion', () => implementCriterion(builder));

function implementCriterion(builder: Builder) {
  const ReadinessCriterionState = builder.enumType('ReadinessCriterionState', {
    description: 'Whether a requirement is met.',
    values: {
      MET: { description: 'Fully met.' },
      PARTLY: { description: 'Partly met.' },
      UNMET: { description: 'Not met at all.' },
    } satisfies Record<CriterionState, { description: string }>,
  });
  return builder.objectRef<Criterion>('ReadinessCriterion').implement({
    description: 'How far one requirement of a role is met.',
    fields: (t) => ({
      requirement: t.field({
        type: builder.modelRef('RoleRequirement'),
        description: 'The requirement.',
        resolve: ({ requirement }) => requirement,
      }),
      weight: t.int({
        description: 'The weight of the requirement.',
        resolve: ({ requirement }) => requirement.weight,
      }),
      share: t.exposeFloat('share', { description: 'The weight divided by the sum of all weights, 0 to 1.' }),
      fraction: t.exposeFloat('fraction', { description: 'The fraction of the requirement that is met, 0 to 1.' }),
      state: t.expose('state', { type: ReadinessCriterionState, description: 'Whether the requirement is met.' }),
      level: t.exposeFloat('level', {
        nullable: true,
        description:
          'The effective level of the required skill. Null if it is not assessed, and for other kinds of requirement.',
      }),
      metByCount: t.exposeInt('metByCount', {
        description: 'The number of nodes that count toward the requirement.',
      }),
      metBy: t.loadable({
        type: [builder.nodeInterfaceRef()],
        byPath: true,
        nullable: { list: false, items: true },
        description:
          'The first 20 nodes that count toward the requirement. An item is null if its node has been deleted meanwhile.',
        load: (ids: string[], ctx, _args, info) => loadNodes(ctx, ids, info) as Promise<never[]>,
        resolve: ({ metBy }) => metBy.map(({ type, id }) => toGlobalId(type, id)),
      }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What is missing, in a sentence. Null if the requirement is met.',
      }),
    }),
  });
}

/** The type of a readiness. */
export const readinessType = (builder: Builder) =>
  once(builder.options.registry, 'Readiness', () => implement(builder));

function implement(builder: Builder) {
  const RoleProfile = builder.modelRef('RoleProfile');
  const ReadinessCriterion = readinessCriterionType(builder);
  const Step = builder.objectRef<ReadinessStep>('ReadinessStep').implement({
    description: 'The next step toward a requirement: the smallest unit of it.',
    fields: (t) => ({
      requirement: t.field({
        type: builder.modelRef('RoleRequirement'),
        description: 'The requirement.',
        resolve: ({ requirement }) => requirement,
      }),
      action: t.exposeString('action', { description: 'What to do, in a sentence.' }),
      toLevel: t.exposeInt('toLevel', {
        nullable: true,
        description: 'The level to raise the skill to: the next whole one. Null for other kinds of requirement.',
      }),
      gain: t.exposeFloat('gain', {
        description:
          'The points that it adds to the score: 100 · w · Δ ÷ Σw, with the weight w of the requirement and what it adds to its fraction, Δ.',
      }),
    }),
  });
  return builder.objectRef<readiness.Readiness>('Readiness').implement({
    description: 'How ready you are for a role on a day.',
    fields: (t) => ({
      role: t.field({ type: RoleProfile, description: 'The role.', resolve: ({ role }) => role }),
      asOf: t.expose('asOf', { type: 'Date', description: 'The day.' }),
      score: t.exposeFloat('score', {
        nullable: true,
        description:
          'The score, 0 to 100: 100 × Σ weight · fraction ÷ Σ weight. Null if `n` is 0: the role has no requirement with a ' +
          'weight above 0, or was not there yet.',
      }),
      n: t.exposeInt('n', { description: 'The number of requirements with a weight above 0. A score takes one.' }),
      state: t.expose('state', { type: statisticStateType(builder), description: 'Whether there is enough data.' }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What the score lacks, in a sentence. Null if nothing.',
      }),
      historySince: t.expose('historySince', {
        type: 'Date',
        nullable: true,
        description: 'The first day of your history, if it is not kept as far back as `asOf`. Null if it is.',
      }),
      totalWeight: t.exposeInt('totalWeight', { description: 'The sum of the weights.' }),
      criteria: t.expose('criteria', {
        type: [ReadinessCriterion],
        description: 'How far each requirement is met, in the order of the requirements.',
      }),
      nextSteps: t.field({
        type: [Step],
        description:
          'The next step toward each requirement that is not met, the greatest gain first. None for what nothing can count toward, ' +
          'such as a requirement whose skill has been deleted.',
        resolve: nextStepsOf,
      }),
    }),
  });
}

/** Readiness: a score of how far the viewer meets the requirements of a role, and what is missing. */
export function defineReadiness(builder: Builder): void {
  const RoleProfile = builder.modelRef('RoleProfile');
  const Readiness = readinessType(builder);
  const asOf = {
    type: 'Date',
    defaultValue: 'TODAY',
    description: 'The day. The score is what it was at its end: what you have done since changes nothing.',
  } as const;
  builder.objectField(RoleProfile, 'readiness', (t) =>
    t.loadable({
      type: Readiness,
      byPath: true,
      description: 'How ready you are for the role, today or on another day.',
      args: { asOf: t.arg(asOf) },
      load: (ids: string[], ctx, args) => readiness.readinessByRole(ctx, ids, { asOf: args.asOf ?? 'TODAY' }),
      resolve: ({ id }) => id,
    }),
  );

  builder.queryFields((t) => ({
    readiness: t.field({
      type: Readiness,
      nullable: true,
      description: 'How ready you are for a role, today or on another day. Null if there is no role with this id.',
      args: {
        roleId: t.arg.id({ required: true, description: 'The id of the role.' }),
        asOf: t.arg(asOf),
      },
      resolve: (_root, { asOf, ...args }, ctx, info) => {
        const roleId = idArgument(ctx, 'RoleProfile', 'roleId', args.roleId);
        return readiness.readiness(ctx, { roleId, asOf: asOf ?? 'TODAY' }, selectionAt(ctx, info, 'role'));
      },
    }),
  }));
}
