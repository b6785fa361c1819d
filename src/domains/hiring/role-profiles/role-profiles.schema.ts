import { selectionAt } from '../../../graphql/fields/selections.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { roleProfileList } from './role-profiles.access.ts';
import { requiredSkills, requiringRoles } from './role-profiles.loaders.ts';
import {
  createRoleProfileInput,
  newRequirementInput,
  requirementInput,
  updateRoleProfileInput,
} from './role-profiles.rules.ts';
import * as roles from './role-profiles.service.ts';

/** Role profiles: the roles that the viewer prepares for, with their requirements. */
export function defineRoleProfiles(builder: Builder): void {
  const RoleRequirementKind = builder.modelEnum('RoleRequirementKind');
  const ArtifactKind = builder.modelEnum('ArtifactKind');
  const PracticeInterviewKind = builder.modelEnum('PracticeInterviewKind');

  builder.prismaNode('RoleRequirement', {
    ...nodeOf(ownedBy),
    interfaces: ['Owned'],
    fields: (t) => ({
      kind: t.expose('kind', { type: RoleRequirementKind }),
      title: t.exposeString('title'),
      weight: t.exposeInt('weight'),
      position: t.exposeInt('position'),
      level: t.exposeInt('level', { nullable: true }),
      requiredCount: t.exposeInt('requiredCount', { nullable: true }),
      artifactKind: t.expose('artifactKind', { type: ArtifactKind, nullable: true }),
      interviewKind: t.expose('interviewKind', { type: PracticeInterviewKind, nullable: true }),
      skill: t.loadable({
        type: builder.modelRef('Skill'),
        byPath: true,
        nullable: true,
        description: 'The skill. Null if the requirement names none, or if it has been permanently deleted.',
        load: (ids: string[], ctx, _args, info) => requiredSkills(ctx, ids, selectionAt(ctx, info)),
        resolve: ({ skillId }) => skillId,
      }),
      roleProfile: t.loadable({
        type: builder.modelRef('RoleProfile'),
        byPath: true,
        description: 'The role.',
        load: (ids: string[], ctx, _args, info) =>
          requiringRoles(ctx, ids, selectionAt(ctx, info)) as Promise<Row<'roleProfile'>[]>,
        resolve: ({ roleProfileId }) => roleProfileId,
      }),
    }),
  });

  const RoleProfile = builder.prismaNode('RoleProfile', {
    ...nodeOf(ownedBy),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      company: t.exposeString('company'),
      level: t.exposeString('level'),
      description: t.exposeString('description'),
      requirements: t.relation('requirements', {
        query: { orderBy: { position: 'asc' } },
        description: 'The requirements, in your order. At most 50.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    roleProfile: t.byId({ type: RoleProfile, resolve: roles.getRoleProfile }),
    roleProfiles: t.connectionOf(roleProfileList, {
      description: 'The roles that you prepare for.',
      resolve: roles.listRoleProfiles,
    }),
  }));

  const requirementFields = (t: InputFields) => ({
    kind: t.field({
      type: RoleRequirementKind,
      required: true,
      description: 'The kind of requirement. It decides which of the other fields are required and allowed.',
    }),
    title: t.string({ required: true, description: 'The requirement.' }),
    weight: t.int({ required: true, description: 'The weight relative to the other requirements of the role.' }),
    skillId: t.id({
      description:
        'The id of the skill. Required if `kind` is SKILL, optional if EVIDENCE or STORY, otherwise not allowed.',
    }),
    level: t.int({
      description:
        'The required level, on the scale of the framework of the skill. Required if `kind` is SKILL, otherwise not allowed.',
    }),
    requiredCount: t.int({
      description: 'The required number of pieces. Required unless `kind` is SKILL, then not allowed.',
    }),
    artifactKind: t.field({
      type: ArtifactKind,
      description: 'The required kind of artifact. Required if `kind` is ARTIFACT, otherwise not allowed.',
    }),
    interviewKind: t.field({
      type: PracticeInterviewKind,
      description: 'The required kind of practice interview. Required if `kind` is INTERVIEW, otherwise not allowed.',
    }),
  });
  const NewRoleRequirementInput = builder.inputType('NewRoleRequirementInput', {
    description: 'A requirement of a new role.',
    rules: newRequirementInput,
    fields: requirementFields,
  });
  const RoleRequirementInput = builder.inputType('RoleRequirementInput', {
    description: 'A requirement of a role.',
    rules: requirementInput,
    fields: (t) => ({
      id: t.id({ description: 'The id of a requirement to keep. Default: the requirement is new.' }),
      ...requirementFields(t),
    }),
  });
  const details = (t: InputFields) => ({
    company: t.string({ description: 'The company. Empty if the role is not at one company.' }),
    level: t.string({ description: "The seniority, in the company's own words." }),
    description: t.string({ description: 'A description of the role, in Markdown.' }),
  });

  builder.recordMutation('createRoleProfile', {
    record: RoleProfile,
    description: 'Creates a role with its requirements.',
    rules: createRoleProfileInput,
    input: (t) => ({
      title: t.string({ required: true, description: 'The title of the role.' }),
      requirements: t.field({ type: [NewRoleRequirementInput], description: 'The requirements, in order.' }),
      ...details(t),
    }),
    resolve: roles.createRoleProfile,
  });
  builder.recordMutation('updateRoleProfile', {
    record: RoleProfile,
    description: 'Changes a role.',
    rules: updateRoleProfileInput,
    input: (t) => ({
      title: t.string({ description: 'The title of the role.' }),
      requirements: t.field({
        type: [RoleRequirementInput],
        description: 'All requirements, in order. Those that are not in the list are deleted.',
      }),
      ...details(t),
    }),
    resolve: roles.updateRoleProfile,
  });
}
