import type { ViewerContext } from '../../../platform/context.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { recordsAfterEach } from '../../../platform/records/records-as-of.ts';
import { maxChangeSets, type RoleVersion, versionsOf } from './role-versions.rules.ts';

/**
 * The versions of each of some roles of the viewer, as far as the history is kept, in the order of the ids. Takes the same number of
 * statements for any number of roles and versions.
 */
export async function versionsByRole(ctx: ViewerContext, roleIds: readonly string[]): Promise<RoleVersion[][]> {
  const { db, viewer } = ctx;
  const owner = ownedBy(viewer);
  const changes = await ctx.database.readMany({ model: 'change', ownerId: viewer.accountId }, () =>
    db.change.groupBy({
      by: ['sequence'],
      where: { AND: [owner, { model: { in: ['RoleProfile', 'RoleRequirement'] } }] },
      orderBy: { sequence: 'desc' },
      take: maxChangeSets,
    }),
  );
  const changeSets = await db.changeSet.findMany({
    where: { AND: [owner, { sequence: { in: changes.map(({ sequence }) => sequence) } }] },
    select: { id: true, at: true, sequence: true },
    orderBy: { sequence: 'asc' },
  });
  const pasts = recordsAfterEach(
    ctx,
    changeSets.map(({ sequence }) => sequence),
  );
  const states = await Promise.all(
    pasts.map(async (past) => ({
      roles: await past.records('roleProfile'),
      requirements: await past.records('roleRequirement'),
    })),
  );
  return roleIds.map((id) =>
    versionsOf(
      states.map(({ roles, requirements }, index) => ({
        changeSet: changeSets[index] as (typeof changeSets)[number],
        role: roles.find((role) => role.id === id) ?? null,
        requirements: requirements
          .filter(({ roleProfileId }) => roleProfileId === id)
          .sort((a, b) => a.position - b.position),
      })),
    ),
  );
}
