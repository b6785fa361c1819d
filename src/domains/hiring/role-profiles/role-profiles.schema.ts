import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { artifactKinds } from '../artifacts/artifacts.rules.ts';
import { interviewKinds } from '../practice-interviews/practice-interviews.rules.ts';
import { roleProfileList, visibleTo } from './role-profiles.access.ts';
import type { RoleRequirementKind } from './role-profiles.rules.ts';
import * as roles from './role-profiles.service.ts';

/** Role profiles: what one prepares for, and what it asks. */
export function defineRoleProfiles(builder: Builder, shared: Shared): void {
  const RoleRequirementKindEnum = builder.enumType('RoleRequirementKind', {
    description: 'What a role asks.',
    values: {
      SKILL: { description: 'A skill at a level.' },
      EVIDENCE: { description: 'Rows linked as evidence to the requirement itself, or to the skill it names.' },
      ARTIFACT: { description: 'Artifacts of a kind.' },
      INTERVIEW: { description: 'Practice interviews of a kind that went well.' },
      STORY: { description: 'Stories with an action and a result, of the skill it names, if any.' },
    } satisfies Record<RoleRequirementKind, { description: string }>,
  });

  builder.prismaNode('RoleRequirement', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned],
    fields: (t) => ({
      kind: t.expose('kind', { type: RoleRequirementKindEnum, description: 'What is asked.' }),
      title: t.exposeString('title'),
      weight: t.exposeInt('weight'),
      position: t.exposeInt('position'),
      level: t.exposeInt('level', { nullable: true }),
      requiredCount: t.exposeInt('requiredCount', { nullable: true }),
      artifactKind: t.expose('artifactKind', { type: artifactKinds, nullable: true }),
      interviewKind: t.expose('interviewKind', { type: interviewKinds, nullable: true }),
      skill: t.relation('skill', { nullable: true, description: 'The skill that it names; null when it names none.' }),
      roleProfile: t.relation('roleProfile', { description: 'The role that asks it.' }),
    }),
  });

  const RoleProfile = builder.prismaNode('RoleProfile', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      company: t.exposeString('company'),
      level: t.exposeString('level'),
      description: t.exposeString('description'),
      requirements: t.relation('requirements', {
        query: { orderBy: { position: 'asc' } },
        description: 'What it asks, in your order.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    roleProfile: shared.oneById(t, RoleProfile, 'role', roles.getRoleProfile),
    roleProfiles: shared.list(
      t,
      roleProfileList,
      'The roles that you prepare for, by title unless asked otherwise.',
      roles.listRoleProfiles,
    ),
  }));

  const asked = (t: InputFields) => ({
    kind: t.field({
      type: RoleRequirementKindEnum,
      required: true,
      description: 'What is asked; it says which of the other fields there must be.',
    }),
    title: t.string({ required: true, description: 'What is asked, in one line of 1 to 300 characters.' }),
    weight: t.int({
      required: true,
      description: 'How much it counts against the others, 0 to 100; not 0 for all of them.',
    }),
    skillId: t.id({ description: 'The skill: needed for SKILL, possible for EVIDENCE and STORY.' }),
    level: t.int({ description: 'The level that is asked, from 1 to the highest of the framework: for SKILL alone.' }),
    requiredCount: t.int({ description: 'How many are asked, 1 to 100: for all but SKILL.' }),
    artifactKind: t.field({ type: artifactKinds, description: 'The kind of artifact: for ARTIFACT alone.' }),
    interviewKind: t.field({ type: interviewKinds, description: 'The kind of interview: for INTERVIEW alone.' }),
  });
  const NewRoleRequirementInput = builder.inputType('NewRoleRequirementInput', {
    description: 'Something that a new role asks.',
    fields: asked,
  });
  const RoleRequirementInput = builder.inputType('RoleRequirementInput', {
    description: 'Something that a role asks.',
    fields: (t) => ({
      id: t.id({ description: 'Which of its requirements this is; a new one when nothing is said.' }),
      ...asked(t),
    }),
  });
  const details = (t: InputFields) => ({
    company: t.string({ description: 'Where it is, at most 200 characters.' }),
    level: t.string({ description: 'How senior it is, in the company’s own words, at most 100 characters.' }),
    description: t.string({ description: 'More about it, in Markdown, at most 20,000 characters.' }),
  });
  const CreateRoleProfileInput = builder.inputType('CreateRoleProfileInput', {
    description: 'A role to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What it is called: 1 to 200 characters.' }),
      requirements: t.field({ type: [NewRoleRequirementInput], description: 'All that it asks, at most 50.' }),
      ...details(t),
    }),
  });
  const UpdateRoleProfileInput = builder.inputType('UpdateRoleProfileInput', {
    description: 'Changes to a role; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which role.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What it is called.' }),
      requirements: t.field({
        type: [RoleRequirementInput],
        description: 'All that it asks, in order, at most 50. Send the ids of those that stay: the others are removed.',
      }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createRoleProfile: mutation(t, RoleProfile, CreateRoleProfileInput, 'Makes a role.', roles.createRoleProfile),
    updateRoleProfile: mutation(
      t,
      RoleProfile,
      UpdateRoleProfileInput,
      'Changes a role, and what it asks.',
      roles.updateRoleProfile,
    ),
    trashRoleProfile: mutation(t, RoleProfile, TargetInput, 'Puts a role in the trash.', roles.trashRoleProfile),
    restoreRoleProfile: mutation(
      t,
      RoleProfile,
      TargetInput,
      'Takes a role out of the trash.',
      roles.restoreRoleProfile,
    ),
  }));
}
