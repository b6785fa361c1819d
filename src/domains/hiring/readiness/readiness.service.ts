import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { type AsOf, recordsAsOf, recordsAsOfEach } from '../../../platform/records/records-as-of.ts';
import { dateArgument } from '../../../platform/validation/input-rules.ts';
import { getRoleProfile } from '../role-profiles/role-profiles.service.ts';
import { matchesFor, requirementsOf } from './readiness.loaders.ts';
import { type ReadinessScore, type RoleRequirement, scoreBefore, scoreOf, scoreUnkept } from './readiness.rules.ts';

/** How ready the viewer is for a role on a day. */
export interface Readiness extends ReadinessScore {
  role: Row<'roleProfile'>;
  asOf: string;
}

/**
 * Scores the viewer's readiness for a role on a day, from what existed at its end. Null if they have no role with the id.
 * @throws InvalidInputError if `asOf` is no date
 */
export async function readiness(
  ctx: ViewerContext,
  args: { roleId: string; asOf: string },
  selection: Selection<'roleProfile'> = {},
): Promise<Readiness | null> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const role = await getRoleProfile(ctx, args.roleId, selection);
  const [ready] = role ? await readinessFor(ctx, [role], asOf) : [];
  return ready ?? null;
}

/**
 * Scores the viewer's readiness for several of their roles on a day, in the order of the ids.
 * @throws InvalidInputError if `asOf` is no date
 */
export async function readinessByRole(
  ctx: ViewerContext,
  ids: readonly string[],
  args: { asOf: string },
): Promise<Readiness[]> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const roles = await ctx.db.roleProfile.findMany({
    where: { AND: [ownedBy(ctx.viewer), { id: { in: [...ids] } }] },
  });
  const byId = new Map((await readinessFor(ctx, roles, asOf)).map((ready) => [ready.role.id, ready]));
  return ids.map((id) => byId.get(id) as Readiness);
}

/**
 * The readiness for each of some roles, from the records as they were at the end of the day. The number of statements does not
 * depend on the number of roles or records.
 */
async function readinessFor(
  ctx: ViewerContext,
  roles: readonly Row<'roleProfile'>[],
  asOf: string,
): Promise<Readiness[]> {
  const ends = await recordsAsOf(ctx, ctx.calendar.endOfDay(asOf));
  const required = await requirementsAsOf(ends, roles);
  return scoresAsOf(ctx, ends, roles, { asOf, required, among: required });
}

const requirementsAsOf = async ({ past }: AsOf, roles: readonly Row<'roleProfile'>[]): Promise<RoleRequirement[]> =>
  past
    ? requirementsOf(
        past,
        roles.map(({ id }) => id),
      )
    : [];

/** A day, what was required on it, and what was on all days that are looked at. */
interface AskedDay {
  readonly asOf: string;
  readonly required: readonly RoleRequirement[];
  readonly among: readonly RoleRequirement[];
}

async function scoresAsOf(
  ctx: ViewerContext,
  { past, keptSince }: AsOf,
  roles: readonly Row<'roleProfile'>[],
  { asOf, required, among }: AskedDay,
): Promise<Readiness[]> {
  const isLater = ({ createdAt }: Row<'roleProfile'>) => ctx.calendar.dayOf(createdAt) > asOf;
  if (!past) {
    const unkept = scoreUnkept(ctx.calendar.dayOf(keptSince));
    return roles.map((role) => ({ role, asOf, ...(isLater(role) ? scoreBefore(asOf) : unkept) }));
  }
  const ids = roles.map(({ id }) => id);
  const there = new Set((await past.records('roleProfile', { id: { in: ids } })).map(({ id }) => id));
  const matchOf = await matchesFor(past, required, asOf, among);
  const byRole = Map.groupBy(required, ({ roleProfileId }) => roleProfileId);
  return roles.map((role) => {
    const score = there.has(role.id) ? scoreOf(byRole.get(role.id) ?? [], matchOf) : scoreBefore(asOf);
    return { role, asOf, ...score };
  });
}

/** The readiness for a role at the end of each of some days. Takes as many statements as one day. */
export async function readinessOver(
  ctx: ViewerContext,
  role: Row<'roleProfile'>,
  days: readonly string[],
): Promise<Readiness[]> {
  const ends = await recordsAsOfEach(
    ctx,
    days.map((day) => ctx.calendar.endOfDay(day)),
  );
  const states = days.map((asOf, index) => ({ asOf, end: ends[index] as AsOf }));
  return (await readinessAt(ctx, [role], states)).flat();
}

/** The readiness for some roles in each of some states of the records, as of a day. Takes as many statements as one state. */
export async function readinessAt(
  ctx: ViewerContext,
  roles: readonly Row<'roleProfile'>[],
  states: readonly { readonly asOf: string; readonly end: AsOf }[],
): Promise<Readiness[][]> {
  const required = await Promise.all(states.map(({ end }) => requirementsAsOf(end, roles)));
  const among = [...new Map(required.flat().map((one) => [`${one.id} ${one.skillId}`, one])).values()];
  return Promise.all(
    states.map(({ asOf, end }, index) => scoresAsOf(ctx, end, roles, { asOf, required: required[index] ?? [], among })),
  );
}
