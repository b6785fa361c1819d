import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['skills'],
  async populate({ id, make, mark, own }) {
    const skill = { title: `${mark} skill`, weight: 60, skillId: own('Skill') };
    const role = await make(
      'createRoleProfile',
      {
        title: `${mark} role`,
        company: mark,
        level: mark,
        description: mark,
        requirements: [
          { kind: 'SKILL', ...skill, level: 3 },
          { kind: 'EVIDENCE', ...skill, requiredCount: 2 },
          { kind: 'ARTIFACT', title: `${mark} CV`, weight: 20, artifactKind: 'CV', requiredCount: 1 },
          { kind: 'INTERVIEW', title: `${mark} interview`, weight: 20, interviewKind: 'TECHNICAL', requiredCount: 2 },
          { kind: 'STORY', ...skill, requiredCount: 1 },
        ],
      },
      'id requirements { id }',
    );
    const gone = await id('createRoleProfile', { title: `${mark} gone` });
    await make('trash', { id: gone });
    return {
      RoleProfile: [role.id, gone],
      RoleRequirement: role.requirements.map((requirement: { id: string }) => requirement.id),
    };
  },
  inputs: {
    createRoleProfile: (own) => ({
      title: 'A role',
      requirements: [{ kind: 'SKILL', title: 'A skill', weight: 1, skillId: own('Skill'), level: 1 }],
    }),
    updateRoleProfile: (own) => ({
      id: own('RoleProfile'),
      requirements: [
        {
          id: own('RoleRequirement'),
          kind: 'STORY',
          title: 'A story',
          weight: 1,
          skillId: own('Skill'),
          requiredCount: 1,
        },
      ],
    }),
  },
  bounded: { 'RoleProfile.requirements': 'A role has at most 50 requirements.' },
};
