import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import {
  chosenId,
  idOf,
  integer,
  line,
  lineOrEmpty,
  optional,
  prose,
  target,
} from '../../../platform/validation/input-rules.ts';
import { artifactKinds } from '../artifacts/artifacts.rules.ts';
import { interviewKinds } from '../practice-interviews/practice-interviews.rules.ts';

export const requirementKinds = ['SKILL', 'EVIDENCE', 'ARTIFACT', 'INTERVIEW', 'STORY'] as const;
export type RoleRequirementKind = (typeof requirementKinds)[number];

/** A role asks at most this much: more than anyone can keep in view. */
export const maxRequirements = 50;

/** A requirement as GraphQL hands it over. */
export interface RequirementInput {
  id?: string | null | undefined;
  kind: RoleRequirementKind;
  title: string;
  weight: number;
  skillId?: string | null | undefined;
  level?: number | null | undefined;
  requiredCount?: number | null | undefined;
  artifactKind?: keyof typeof artifactKinds | null | undefined;
  interviewKind?: keyof typeof interviewKinds | null | undefined;
}

/** A field that requirements of the kind do not have. */
const not = (kind: RoleRequirementKind) =>
  z
    .null({ error: `must not be given for ${kind}` })
    .optional()
    .transform(() => null);

/** A requirement of one kind: what all have, its own fields, and none of the others'. */
const requirement = <K extends RoleRequirementKind, S extends z.ZodRawShape>(kind: K, own: S) =>
  z.object({
    id: idOf('RoleRequirement').nullish(),
    title: line(300),
    /** What share of the whole it is, is for the weights of all to say. */
    weight: integer(0, 100),
    skillId: not(kind),
    level: not(kind),
    requiredCount: not(kind),
    artifactKind: not(kind),
    interviewKind: not(kind),
    kind: z.literal(kind),
    ...own,
  });

/** Nobody asks for more than a hundred pieces of anything. */
const requiredCount = integer(1, 100);
const anySkill = idOf('Skill')
  .nullish()
  .transform((id) => id ?? null);

/** Whether the framework has the level is for the service to see; level 0 is no requirement, everyone is there. */
const requirements = z
  .array(
    z.discriminatedUnion('kind', [
      requirement('SKILL', { skillId: idOf('Skill'), level: integer(1, 10) }),
      requirement('EVIDENCE', { skillId: anySkill, requiredCount }),
      requirement('ARTIFACT', {
        artifactKind: z.enum(artifactKinds, { error: 'must be given for ARTIFACT' }),
        requiredCount,
      }),
      requirement('INTERVIEW', {
        interviewKind: z.enum(interviewKinds, { error: 'must be given for INTERVIEW' }),
        requiredCount,
      }),
      requirement('STORY', { skillId: anySkill, requiredCount }),
    ]),
    { error: 'must be a list of requirements' },
  )
  .max(maxRequirements, `must be at most ${maxRequirements}`)
  .refine((all) => all.length === 0 || all.some(({ weight }) => weight > 0), 'must have a weight above 0 among them')
  .refine((all) => {
    const ids = all.flatMap(({ id }) => id ?? []);
    return new Set(ids).size === ids.length;
  }, 'must not name anything twice');
export type Requirement = z.output<typeof requirements>[number];

const fields = {
  title: line(200),
  company: lineOrEmpty(200),
  level: lineOrEmpty(100),
  description: prose(20_000),
  requirements,
};

export const createRoleProfileInput = z.object({
  id: chosenId('RoleProfile').nullish(),
  ...optional(fields),
  title: fields.title,
});

export const updateRoleProfileInput = z.object({
  ...target('RoleProfile'),
  ...optional(fields),
});

const requirementFilter = defineFilter('RoleRequirement', {
  id: { kind: 'id', type: 'RoleRequirement', description: 'By id.' },
  kind: { kind: 'enum', name: 'RoleRequirementKind', description: 'By what is asked.' },
  title: { kind: 'text', description: 'By title.' },
  weight: { kind: 'integer', description: 'By how much it counts.' },
  skillId: { kind: 'id', type: 'Skill', nullable: true, description: 'By the skill it names.' },
});

export const roleProfileFilter = defineFilter('RoleProfile', {
  id: { kind: 'id', type: 'RoleProfile', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  company: { kind: 'text', description: 'By where it is.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
  requirements: {
    kind: 'some',
    path: ['requirements'],
    filter: () => requirementFilter,
    among: {},
    description: 'By what it asks.',
  },
});

export const roleProfileOrder: OrderSpec = {
  name: 'RoleProfile',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    COMPANY: { column: 'companyNormalized', description: 'By where it is, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
