import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
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
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { highestLevel } from '../../skills/frameworks/frameworks.rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';

type RequirementKind = Row<'roleRequirement'>['kind'];

/** The maximum number of requirements of a role. */
const maxRequirements = 50;

const skillId = idOf('Skill');
/** Level 0 is no requirement. The service checks that the framework of the skill has the level. */
const level = integer(1, highestLevel);
const requiredCount = integer(1, 100);

/** The fields of a requirement of any kind. Which of the optional ones it has depends on `kind`. */
export const requirementInput = z.object({
  id: idOf('RoleRequirement').nullish(),
  kind: enumOf('RoleRequirementKind'),
  title: line(300),
  weight: integer(0, 100),
  skillId: skillId.nullish(),
  level: level.nullish(),
  requiredCount: requiredCount.nullish(),
  artifactKind: enumOf('ArtifactKind').nullish(),
  interviewKind: enumOf('PracticeInterviewKind').nullish(),
});
export const newRequirementInput = requirementInput.omit({ id: true });
export type RequirementInput = z.input<typeof requirementInput>;

/** A field that requirements of a kind do not have. */
const not = (kind: RequirementKind) =>
  z
    .null({ error: `must not be given for ${kind}` })
    .optional()
    .transform(() => null);

/** The rules of one kind of requirement: the common fields and its own, and none of those of other kinds. */
const requirementOf = <K extends RequirementKind, S extends z.ZodRawShape>(kind: K, own: S) =>
  z.object({
    ...requirementInput.shape,
    kind: z.literal(kind),
    skillId: not(kind),
    level: not(kind),
    requiredCount: not(kind),
    artifactKind: not(kind),
    interviewKind: not(kind),
    ...own,
  });

const skillOrNull = skillId.nullish().transform((id) => id ?? null);

const requirements = describeRule(
  z
    .array(
      z.discriminatedUnion('kind', [
        requirementOf('SKILL', { skillId, level }),
        requirementOf('EVIDENCE', { skillId: skillOrNull, requiredCount }),
        requirementOf('ARTIFACT', {
          artifactKind: enumOf('ArtifactKind', 'must be given for ARTIFACT'),
          requiredCount,
        }),
        requirementOf('INTERVIEW', {
          interviewKind: enumOf('PracticeInterviewKind', 'must be given for INTERVIEW'),
          requiredCount,
        }),
        requirementOf('STORY', { skillId: skillOrNull, requiredCount }),
      ]),
      { error: 'must be a list of requirements' },
    )
    .max(maxRequirements, `must be at most ${maxRequirements}`)
    .refine((all) => all.length === 0 || all.some(({ weight }) => weight > 0), 'must have a weight above 0 among them')
    .refine((all) => {
      const ids = all.flatMap(({ id }) => id ?? []);
      return new Set(ids).size === ids.length;
    }, 'must not name anything twice'),
  { limits: `At most ${maxRequirements}. At least one weight must be above 0.` },
);

/** A requirement whose rules have been checked. Fields of other kinds are null. */
export type CheckedRequirement = z.output<typeof requirements>[number];

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
  id: { kind: 'id', type: 'RoleRequirement', description: 'The id.' },
  kind: { kind: 'enum', name: 'RoleRequirementKind', description: 'The kind.' },
  title: { kind: 'text', description: 'The title.' },
  weight: { kind: 'integer', description: 'The weight.' },
  skillId: { kind: 'id', type: 'Skill', nullable: true, description: 'The id of the skill.' },
  skill: { kind: 'one', filter: () => skillFilter, among: active('skill'), description: 'The skill.' },
});

export const roleProfileFilter = defineFilter('RoleProfile', {
  id: { kind: 'id', type: 'RoleProfile', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  company: { kind: 'text', description: 'The company.' },
  createdAt: { kind: 'instant', description: 'When the role was created.' },
  updatedAt: { kind: 'instant', description: 'When the role was last changed.' },
  requirements: {
    kind: 'some',
    path: ['requirements'],
    filter: () => requirementFilter,
    among: {},
    description: 'The requirements.',
  },
});

export const roleProfileOrder: OrderSpec = {
  name: 'RoleProfile',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    COMPANY: { column: 'companyNormalized', description: 'The company, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the role was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the role was last changed.' },
  },
};
