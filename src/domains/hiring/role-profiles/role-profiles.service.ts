import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { type AskedLevel, requireLevels } from '../../skills/skills/skills.service.ts';
import { roleProfileList } from './role-profiles.access.ts';
import {
  type CheckedRequirement,
  createRoleProfileInput,
  type RequirementInput,
  updateRoleProfileInput,
} from './role-profiles.rules.ts';

type RoleProfile = Row<'roleProfile'>;
type Tx = Transaction<ViewerContext>;
type WithRequirements<I> = Omit<I, 'requirements'> & { requirements?: RequirementInput[] | null | undefined };

/** Lists the viewer's role profiles. */
export const listRoleProfiles = listService(roleProfileList);

/** Gets a role profile by its id. Null if the viewer has none with it. */
export const getRoleProfile = getService(roleProfileList);

/**
 * Creates a role profile with its requirements.
 * @throws InvalidInputError, also for levels that a skill does not have; NotFoundError for unknown skills
 */
export async function createRoleProfile(
  ctx: ViewerContext,
  input: WithRequirements<InputOf<typeof createRoleProfileInput>>,
): Promise<RoleProfile> {
  const { id, requirements, ...data } = parseInput(ctx, createRoleProfileInput, input);
  return transaction(ctx, 'createRoleProfile', (tx) =>
    createRecord(tx, 'roleProfile', input, id, async (create) => {
      const role = await create(data);
      if (requirements) await setRequirements(tx, role.id, requirements);
      return role;
    }),
  );
}

/**
 * Changes the given fields of a role profile. Requirements are replaced as a whole.
 * @throws InvalidInputError, NotFoundError, also for requirements of other roles, ConflictError
 */
export async function updateRoleProfile(
  ctx: ViewerContext,
  input: WithRequirements<InputOf<typeof updateRoleProfileInput>>,
): Promise<RoleProfile> {
  const { id, ifVersion, requirements, ...changes } = parseInput(ctx, updateRoleProfileInput, input);
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

/**
 * Replaces the requirements of a role. Those with an id are updated, those without are created, all others are deleted.
 * @returns whether anything changed
 */
async function setRequirements(
  tx: Tx,
  roleProfileId: string,
  requirements: readonly CheckedRequirement[],
): Promise<boolean> {
  const records = await tx.db.roleRequirement.findMany({ where: { roleProfileId } });
  const before = new Map(records.map((record) => [record.id, record]));
  const unknown = requirements.findIndex(({ id }) => id && !before.has(id));
  if (unknown >= 0) throw new NotFoundError(['input', 'requirements', String(unknown), 'id']);
  await requireLevels(tx, newlyRequired(requirements, before));
  const kept = requirements.flatMap(({ id }) => id ?? []);
  const deleted = await tx.write.roleRequirement.delete({ roleProfileId, id: { notIn: kept } });
  let changed = deleted.length > 0;
  for (const [index, { id, ...data }] of requirements.entries()) {
    if (!id) continue;
    const [updated] = await tx.write.roleRequirement.update({ id }, { ...data, position: index + 1 });
    if (updated?.version !== before.get(id)?.version) changed = true;
  }
  const added = requirements.flatMap(({ id, ...data }, index) => (id ? [] : { ...data, position: index + 1 }));
  await tx.write.roleRequirement.createMany(added.map((data) => ({ ...data, roleProfileId })));
  return changed || added.length > 0;
}

/**
 * The skills and levels that requirements name and did not name before. The others are not checked again, so that a
 * requirement can stay although its skill is in the trash.
 */
function newlyRequired(
  requirements: readonly CheckedRequirement[],
  before: ReadonlyMap<string, Row<'roleRequirement'>>,
): AskedLevel[] {
  return requirements.flatMap(({ id, skillId, level }, index) => {
    const was = before.get(id ?? '');
    const isUnchanged = was !== undefined && was.skillId === skillId && was.level === level;
    return skillId && !isUnchanged ? [{ skillId, level, path: ['requirements', String(index)] }] : [];
  });
}
