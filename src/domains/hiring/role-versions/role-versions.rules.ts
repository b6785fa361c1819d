import type { Row } from '../../../platform/database/models.ts';

/** The maximum number of versions of a role that are shown, the latest ones. */
export const maxVersions = 50;
/** The maximum number of change sets of roles that are looked at for them. */
export const maxChangeSets = 200;

type Requirement = Row<'roleRequirement'>;

/** A role as it was after a change set. */
export interface RoleState {
  readonly changeSet: Pick<Row<'changeSet'>, 'id' | 'at'>;
  /** Null if it was not there. */
  readonly role: Row<'roleProfile'> | null;
  readonly requirements: readonly Requirement[];
}

/** A version of a role: what it was from one change on, until the next. */
export interface RoleVersion extends RoleState {
  readonly role: Row<'roleProfile'>;
}

/** What makes a version: two states that are alike in this are one. */
function contentOf({ role, requirements }: RoleState): string {
  const of = ({ id, kind, title, weight, skillId, level, requiredCount, artifactKind, interviewKind }: Requirement) => [
    ...[id, kind, title, weight, skillId, level, requiredCount, artifactKind, interviewKind],
  ];
  return JSON.stringify([role?.title, role?.company, role?.level, role?.description, requirements.map(of)]);
}

/**
 * The versions of a role, the latest first, at most 50: states that differ from the one before in the role or what it requires.
 * @param states in order; the first one may have been there before
 */
export function versionsOf(states: readonly RoleState[]): RoleVersion[] {
  const versions = states.filter((state, index): state is RoleVersion => {
    const before = states[index - 1];
    return state.role !== null && (!before?.role || contentOf(before) !== contentOf(state));
  });
  return versions.reverse().slice(0, maxVersions);
}
