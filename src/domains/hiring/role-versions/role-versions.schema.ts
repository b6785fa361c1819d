import type { Builder } from '../../../graphql/types.ts';
import { maxVersions, type RoleVersion } from './role-versions.rules.ts';
import { versionsByRole } from './role-versions.service.ts';

/** Versions of role profiles: what a role required before. */
export function defineRoleVersions(builder: Builder): void {
  const Version = builder.objectRef<RoleVersion>('RoleProfileVersion').implement({
    description: 'A role as it was from one change on, until the next.',
    fields: (t) => ({
      changedAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: ({ changeSet }) => changeSet.at }),
      changeSet: t.nodeOf({
        description: 'The change set. Null if it is no longer stored.',
        resolve: ({ changeSet: { id } }: RoleVersion) => ({ type: 'ChangeSet', id }),
      }),
      roleVersion: t.int({ description: 'The `version` that the role had.', resolve: ({ role }) => role.version }),
      title: t.string({ description: 'The title.', resolve: ({ role }) => role.title }),
      company: t.string({ description: 'The company. Empty if not given.', resolve: ({ role }) => role.company }),
      level: t.string({ description: 'The seniority. Empty if not given.', resolve: ({ role }) => role.level }),
      description: t.string({
        description: 'The description, in Markdown. Empty if not given.',
        resolve: ({ role }) => role.description,
      }),
      requirements: t.field({
        type: [builder.modelRef('RoleRequirement')],
        description: 'What it required, in order. `skill` is the skill as it is now.',
        resolve: ({ requirements }) => [...requirements],
      }),
    }),
  });
  builder.objectField(builder.modelRef('RoleProfile'), 'versions', (t) =>
    t.loadableList({
      type: Version,
      description: `The latest ${maxVersions} versions of the role and what it requires, the present one first, as far as your history is kept.`,
      columns: ['id'],
      load: (ids: string[], ctx) => versionsByRole(ctx, ids),
      resolve: ({ id }) => id,
    }),
  );
}
