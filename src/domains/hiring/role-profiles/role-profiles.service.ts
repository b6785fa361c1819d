import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { type AskedLevel, requireLevels } from '../../skills/skills/skills.service.ts';
import { roleProfileList } from './role-profiles.access.ts';
import {
  createRoleProfileInput,
  type Requirement,
  type RequirementInput,
  updateRoleProfileInput,
} from './role-profiles.rules.ts';

type RoleProfile = Row<'roleProfile'>;
type Tx = Transaction<ViewerContext>;
type WithRequirements<I> = Omit<I, 'requirements'> & { requirements?: RequirementInput[] | null | undefined };

/** The viewer's roles, by title unless asked otherwise. */
export const listRoleProfiles = listService(roleProfileList);

/** One of the viewer's roles. */
export const getRoleProfile = getService(roleProfileList);

/** Makes a role, with what it asks. */
export async function createRoleProfile(
  ctx: ViewerContext,
  input: WithRequirements<InputOf<typeof createRoleProfileInput>>,
): Promise<RoleProfile> {
  const { id, requirements, ...data } = parseInput(createRoleProfileInput, input);
  return transaction(ctx, 'createRoleProfile', (tx) =>
    createRecord(tx, 'roleProfile', input, id, async (create) => {
      const role = await create(data);
      if (requirements) await setRequirements(tx, role.id, requirements);
      return role;
    }),
  );
}

/** Changes what is given of the role; all that it asks at once. */
export async function updateRoleProfile(
  ctx: ViewerContext,
  input: WithRequirements<InputOf<typeof updateRoleProfileInput>>,
): Promise<RoleProfile> {
  const { id, ifVersion, requirements, ...changes } = parseInput(updateRoleProfileInput, input);
  return transaction(ctx, 'updateRoleProfile', (tx) =>
    updateRecord(
      tx,
      'roleProfile',
      { id, ifVersion },
      () => changes,
      async () => requirements !== undefined && setRequirements(tx, id, requirements),
    ),
  );
}

/** Puts the role in the trash. */
export const trashRoleProfile = trashService('roleProfile');

/** Takes the role out of the trash. */
export const restoreRoleProfile = restoreService('roleProfile');

/** Has a role ask exactly this, in this order, and answers whether that changed anything. What is named by its id stays that row. */
async function setRequirements(tx: Tx, roleProfileId: string, requirements: readonly Requirement[]): Promise<boolean> {
  const rows = await tx.db.roleRequirement.findMany({ where: { roleProfileId } });
  const before = new Map(rows.map((row) => [row.id, row]));
  const stranger = requirements.findIndex(({ id }) => id && !before.has(id));
  if (stranger >= 0) throw new NotFoundError(['input', 'requirements', String(stranger), 'id']);
  await requireLevels(tx, newlyAsked(requirements, before));
  const kept = requirements.flatMap(({ id }) => id ?? []);
  const gone = await tx.write.roleRequirement.delete({ roleProfileId, id: { notIn: kept } });
  let changed = gone.length > 0;
  for (const [index, { id, ...data }] of requirements.entries()) {
    if (!id) continue;
    const [row] = await tx.write.roleRequirement.update({ id }, { ...data, position: index + 1 });
    if (row?.version !== before.get(id)?.version) changed = true;
  }
  const added = requirements.flatMap(({ id, ...data }, index) => (id ? [] : { ...data, position: index + 1 }));
  await tx.write.roleRequirement.createMany(added.map((data) => ({ ...data, roleProfileId })));
  return changed || added.length > 0;
}

/**
 * The skills, and their levels, that are newly named. A requirement whose skill and level stay as they were is left alone:
 * its skill may be in the trash by now.
 */
function newlyAsked(
  requirements: readonly Requirement[],
  before: ReadonlyMap<string, Row<'roleRequirement'>>,
): AskedLevel[] {
  return requirements.flatMap(({ id, skillId, level }, index) => {
    const was = before.get(id ?? '');
    const stays = was !== undefined && was.skillId === skillId && was.level === level;
    return skillId && !stays ? [{ skillId, level, path: ['requirements', String(index)] }] : [];
  });
}
